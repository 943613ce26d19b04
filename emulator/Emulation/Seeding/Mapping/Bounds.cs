using Emulation.Seeding.Reading;

namespace Emulation.Seeding.Mapping;

/// <summary>Checks of numbers and texts that several kinds of rows share.</summary>
static class Bounds
{
    // Requests add to counts; what they add must fit.
    private const int HighestCount = 1_000_000_000;

    public static int Count(RowPlace at, string member, int count) =>
        count is >= 0 and <= HighestCount ? count : throw at.Error($"has the {member} {count}; allowed are 0 to {HighestCount}");

    public static int Within(RowPlace at, string member, int value, int least, int most) =>
        value >= least && value <= most ? value : throw at.Error($"{member} {value} must be {least} to {most}");

    public static string NotEmpty(RowPlace at, string member, string text) =>
        text.Length > 0 ? text : throw at.Error($"has an empty {member}");

    /// <summary>One of a list of words, in whatever letter case; in the case of the list.</summary>
    public static string Word(RowPlace at, string member, string word, IReadOnlyList<string> allowed) =>
        allowed.FirstOrDefault(known => string.Equals(known, word, StringComparison.OrdinalIgnoreCase))
            ?? throw Unknown(at, $"the {member}", word, allowed);

    public static TEnum Word<TEnum>(RowPlace at, string member, string word) where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(word, out var value) && string.Equals(Enum.GetName(value), word, StringComparison.Ordinal)
            ? value
            : throw Unknown(at, $"the {member}", word, Enum.GetNames<TEnum>());

    public static RowError Unknown(RowPlace at, string what, string word, IEnumerable<string> allowed) =>
        at.Error($"has {what} \"{word}\"; allowed are {string.Join(", ", allowed)}");

    /// <summary>Whether it is the second of two words.</summary>
    public static bool IsSecond(RowPlace at, string member, string word, string first, string second)
    {
        if (word != first && word != second) throw at.Error($"has the {member} \"{word}\"; allowed are {first}, {second}");
        return word == second;
    }
}
