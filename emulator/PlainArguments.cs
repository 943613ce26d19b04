namespace Emulation;

/// <summary>
/// The commonest command line, options each with its value, without the parser: it takes 25 ms to begin, a tenth of a start.
/// Whatever is not quite so plain is left to it.
/// </summary>
static class PlainArguments
{
    /// <summary>Values by the names of their options; null when the parser has to look.</summary>
    public static IReadOnlyDictionary<string, string>? Of(string[] args)
    {
        if (args.Length % 2 != 0) return null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal) || !IsPlain(args[i + 1])) return null;
            if (Find(args[i][2..]) is not { IsSwitch: false } row || !values.TryAdd(row.Name, args[i + 1])) return null;
        }
        return values;
    }

    // A hyphen may begin an option, an at sign a file of arguments.
    private static bool IsPlain(string value) => value.Length > 0 && value[0] is not ('-' or '@');

    private static OptionRow? Find(string name)
    {
        foreach (var row in OptionTable.Rows)
            if (string.Equals(row.Name, name, StringComparison.Ordinal)) return row;
        return null;
    }
}
