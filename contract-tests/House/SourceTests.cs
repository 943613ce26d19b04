using System.Text.Json;
using System.Text.RegularExpressions;

namespace Emulation.Tests.House;

/// <summary>Every file that evidence or code cites is explained in fixtures/SOURCES.md, or is in the repository.</summary>
partial class SourceTests
{
    [Test]
    public void Every_file_cited_by_routes_and_examples_is_explained()
    {
        var cited = Repository.Files("fixtures", "*.json").Where(
            file => !file.Name.StartsWith("fixtures/datasets/", StringComparison.Ordinal))
            .SelectMany(file => Sources(file.Text).SelectMany(source => Cited(source).Select(name => $"{name} in {file.Name}")));

        cited.Where(citation => !IsKnown(citation.Split(' ')[0])).Should().BeEmpty();
    }

    [Test]
    public void Every_file_cited_by_a_comment_is_explained()
    {
        var cited = Repository.Files("emulator", "*.cs").Concat(Repository.Files("contract-tests", "*.cs"))
            .SelectMany(
                file => Comment().Matches(file.Text).SelectMany(comment => Cited(comment.Value)).Select(name => $"{name} in {file.Name}"));

        cited.Where(citation => !IsKnown(citation.Split(' ')[0])).Should().BeEmpty();
    }

    private static readonly IReadOnlyList<Regex> s_known = [.. Repository.Text("fixtures/SOURCES.md").Split('\n')
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .SelectMany(line => InBackticks().Matches(line.Split('|')[1]).Select(match => match.Groups["name"].Value))
        .Select(name => new Regex($"(^|/|@.*){Regex.Escape(name).Replace(@"\*", ".*", StringComparison.Ordinal)}$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))];

    private static bool IsKnown(string citation) => s_known.Any(known => known.IsMatch(citation)) || Repository.HasFileNamed(citation);

    private static IEnumerable<string> Cited(string text) => FileName().Matches(text).Select(match => match.Value);

    private static IEnumerable<string> Sources(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement.Clone();
        return root.ValueKind == JsonValueKind.Array
            ? [.. root.EnumerateArray().Select(row => row.GetProperty("source").GetString()!)]
            : [root.TryGetProperty("source", out var source) ? source.GetString()! : ""];
    }

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InBackticks();

    [GeneratedRegex(@"(?<=^|\s)//.*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"[A-Za-z0-9_@][A-Za-z0-9_@^./()-]*[A-Za-z0-9_)]\.(rst|md|go|ts|js|py|java|dart|html|properties)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileName();
}
