namespace Emulation.Http;

/// <summary>What testers may call a world, a snapshot or a rule.</summary>
static class GivenName
{
    public const string Allowed = "1 to 64 letters, digits, dots, underscores or hyphens";

    public static bool IsName(string name) =>
        name.Length is >= 1 and <= 64 && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '_' or '-');
}
