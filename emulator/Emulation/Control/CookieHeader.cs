namespace Emulation.Control;

/// <summary>Reads the pairs of a Cookie header.</summary>
static class CookieHeader
{
    /// <summary>The parts between semicolons, in order. The value is null for a part without an equals sign.</summary>
    public static IEnumerable<(string Name, string? Value)> Parse(string? header) =>
        from part in (header ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        let position = part.IndexOf('=', StringComparison.Ordinal)
        select position < 0 ? (part, (string?)null) : (part[..position], part[(position + 1)..]);
}
