namespace Emulation.Seeding.Demo.Texts;

/// <summary>What tools are for, by the last part of their names.</summary>
static class ToolPurposes
{
    private static readonly (string Kind, string Purpose)[] s_purposes =
    [
        ("Scan", "network scanner"),
        ("Dump", "tool for dumping credentials"),
        ("Tunnel", "tunnelling tool"),
        ("Relay", "port relay"),
        ("Sync", "synchronisation tool for cloud storage"),
        ("Probe", "tool for querying a directory"),
        ("Crack", "password cracker"),
        ("Mount", "tool for mounting shadow copies"),
    ];

    public static string Of(string name)
    {
        foreach (var (kind, purpose) in s_purposes)
            if (name.Contains(kind, StringComparison.Ordinal)) return purpose;
        throw new InvalidOperationException($"The name {name} does not say what the tool is for.");
    }
}
