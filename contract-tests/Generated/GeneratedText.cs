using Emulation.Tests.House;

namespace Emulation.Tests.Generated;

/// <summary>
/// Text in the repository that a program writes: a whole file, or the part of a file between <c>&lt;!-- generated: NAME --&gt;</c> and
/// <c>&lt;!-- end --&gt;</c>. Tests compare it; with the variable <c>UPDATE_GENERATED=1</c> (<c>scripts/generate</c>) they write it.
/// </summary>
static class GeneratedText
{
    private const string End = "<!-- end -->";

    private static bool Updating => Environment.GetEnvironmentVariable("UPDATE_GENERATED") is { Length: > 0 };

    public static void CompareFile(string file, string expected)
    {
        if (Updating) Write(file, expected);
        var actual = File.Exists(Path.Combine(Repository.Root, file)) ? Repository.Text(file) : "";
        (actual == expected).Should().BeTrue($"{file} is generated: run scripts/generate. {FirstDifference(expected, actual)}");
    }

    public static void ComparePart(string file, string name, string expected)
    {
        var text = Repository.Text(file);
        var begin = $"<!-- generated: {name} -->\n";
        var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        start.Should().BeGreaterThan(begin.Length, $"{file} has a part {name}");
        var end = text.IndexOf(End, start, StringComparison.Ordinal);
        if (Updating) Write(file, text[..start] + expected + text[end..]);
        var actual = Updating ? expected : text[start..end];
        (actual == expected).Should().BeTrue($"{name} in {file} is generated: run scripts/generate. {FirstDifference(expected, actual)}");
    }

    private static void Write(string file, string text) => File.WriteAllText(Path.Combine(Repository.Root, file), text);

    private static string FirstDifference(string expected, string actual)
    {
        var (wanted, found) = (expected.Split('\n'), actual.Split('\n'));
        var line = wanted.Zip(found).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"Line {line + 1}: expected \"{wanted.ElementAtOrDefault(line)}\", found \"{found.ElementAtOrDefault(line)}\".";
    }
}
