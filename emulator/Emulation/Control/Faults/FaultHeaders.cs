using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Faults;

/// <summary>Headers in rules: an object of names and values.</summary>
static class FaultHeaders
{
    private const string Tokens = "!#$%&'*+-.^_`|~";

    // What the server itself puts there, or has its own effect.
    private static readonly string[] s_reserved = ["Connection", "Content-Length", "Content-Type", "Date", "Transfer-Encoding"];

    /// <summary>Of a request.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Wanted(Members headers)
    {
        var read = new List<KeyValuePair<string, string>>();
        foreach (var (name, value, _) in headers.All())
        {
            if (!IsName(name)) headers.Wrong(name, "is not the name of a header");
            else if (value.ValueKind != JsonValueKind.String) headers.Wrong(name, "must be a text");
            else read.Add(new(name, value.GetString()!));
        }
        return read;
    }

    /// <summary>Of an answer.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Sent(Members headers)
    {
        var read = Wanted(headers);
        foreach (var (name, value) in read)
        {
            if (s_reserved.Contains(name, StringComparer.OrdinalIgnoreCase)) headers.Wrong(name, $"cannot be set here; no rule sets {string.Join(", ", s_reserved)}");
            else if (!IsValue(value)) headers.Wrong(name, "must be visible ASCII and blanks");
        }
        return read;
    }

    public static bool IsValue(string value) => value.All(sign => sign is >= ' ' and < '\x7f');

    private static bool IsName(string name) => name.Length > 0 && name.All(sign => char.IsAsciiLetterOrDigit(sign) || Tokens.Contains(sign, StringComparison.Ordinal));
}
