using System.Text.RegularExpressions;

namespace Emulation.Tests.House;

/// <summary>Rules about source files that a compiler does not check.</summary>
partial class LayoutTests
{
    private const int LongestFile = 300;

    [Test]
    public void Bogus_is_used_in_Seeding_only()
    {
        var elsewhere = Repository.Files("emulator", "*.cs").Where(file => !file.Name.StartsWith(
            "emulator/Emulation/Seeding/", StringComparison.Ordinal)
            && file.Text.Contains("using Bogus", StringComparison.Ordinal));

        elsewhere.Select(file => file.Name).Should().BeEmpty();
    }

    [Test]
    public void No_file_but_a_route_table_is_too_long()
    {
        var tooLong = new[] { "emulator", "contract-tests", "scripts" }.SelectMany(folder => Repository.Files(folder, "*.cs"))
            .Where(file => !file.Name.EndsWith("Routes.cs", StringComparison.Ordinal)
                && file.Text.Count(character => character == '\n') > LongestFile);

        tooLong.Select(file => file.Name).Should().BeEmpty();
    }

    [Test]
    public void No_work_is_left_as_a_note()
    {
        var notes = Repository.Files("emulator", "*.cs").Where(file => Note().IsMatch(file.Text));

        notes.Select(file => file.Name).Should().BeEmpty();
    }

    [GeneratedRegex(@"\b(?:TODO|FIXME|HACK)\b", RegexOptions.None, 1000)]
    private static partial Regex Note();
}
