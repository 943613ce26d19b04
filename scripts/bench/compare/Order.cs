using System.Globalization;

namespace Compare;

/// <summary>What was asked for: folders of the contenders, the sections in their order, the large size, the file to write.</summary>
sealed record Order(string Published, string Modules, string Scratch, string Machine, IReadOnlyList<Section> Sections, int Large, string? Out)
{
    private const string Results = "scripts/bench/RESULTS.md";

    /// <summary>Four places given by the script, then sections, <c>--large N</c>, <c>--out FILE</c>. A part alone is printed, not written.</summary>
    public static Order Of(string[] args)
    {
        var names = new List<string>();
        var (large, file) = (1_000_000, (string?)null);
        for (var i = 4; i < args.Length; i++)
        {
            if (args[i] is "--large") large = Number(Value(args, ++i));
            else if (args[i] is "--out") file = Value(args, ++i);
            else names.Add(args[i]);
        }
        var known = string.Join(", ", Section.All.Select(section => section.Name));
        if (names.Find(name => Section.All.All(section => section.Name != name)) is { } unknown)
            throw new BenchError($"{unknown} is no section; there are {known}, and the options --large N and --out FILE");
        var sections = Section.All.Where(section => names.Count == 0 || names.Contains(section.Name, StringComparer.Ordinal)).ToArray();
        return new(args[0], args[1], Directory.CreateDirectory(args[2]).FullName, args[3], sections, large, file ?? (names.Count == 0 ? Results : null));
    }

    private static string Value(string[] args, int at) => at < args.Length ? args[at] : throw new BenchError($"{args[at - 1]} needs a value");

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 100_000 and <= 5_000_000
            ? number
            : throw new BenchError($"--large: {text} is not allowed; give 100000 to 5000000");
}
