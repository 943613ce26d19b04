using System.Text.RegularExpressions;

namespace Emulation.Tests;

/// <summary>The rules of the house that a compiler does not know.</summary>
public class HouseTests
{
    /// <summary>What the files of a folder may not name.</summary>
    private static readonly (string Folder, string[] MayNotName)[] s_arrows =
    [
        ("Emulation/Graph",              ["Emulation.Http", "Emulation.Apis", "Emulation.Control", "Emulation.Seeding", "Microsoft.AspNetCore", "System.Text.Json"]),
        ("Emulation/Seeding",            ["Emulation.Http", "Emulation.Apis", "Emulation.Control", "Microsoft.AspNetCore"]),
        ("Emulation/Http",               ["Emulation.Apis", "Emulation.Control", "Emulation.Seeding", "ThreatConnect", "ThreatWinds", "DeSo"]),
        ("Emulation/Control",            ["Emulation.Apis", "Emulation.Seeding"]),
        ("Commands",           ["Emulation.Apis", "Emulation.Control", "Emulation.Graphs", "Emulation.Seeding"]),
        ("Emulation/InProcess",          ["Emulation.Apis", "Emulation.Control", "Emulation.Graphs", "Emulation.Seeding", "Emulation.Http"]),
        ("Emulation/Apis/ThreatConnect", ["Emulation.Apis.Deso", "Emulation.Apis.ThreatWinds", "Emulation.Control", "Emulation.Seeding", "HttpContext"]),
        ("Emulation/Apis/Deso",          ["Emulation.Apis.ThreatConnect", "Emulation.Apis.ThreatWinds", "Emulation.Control", "Emulation.Seeding", "HttpContext"]),
        ("Emulation/Apis/ThreatWinds",   ["Emulation.Apis.ThreatConnect", "Emulation.Apis.Deso", "Emulation.Control", "Emulation.Seeding", "HttpContext"]),
    ];

    [Test]
    public void Arrows_between_the_folders_point_one_way()
    {
        var wrong = new List<string>();
        foreach (var (folder, names) in s_arrows)
            foreach (var (file, text) in Sources($"emulator/{folder}"))
                wrong.AddRange(names.Where(name => Regex.IsMatch(text, $@"\b{Regex.Escape(name)}\b", RegexOptions.None, TimeSpan.FromSeconds(5))).Select(name => $"{file} names {name}"));

        wrong.Should().BeEmpty();
    }

    [Test]
    public void Bogus_is_named_in_Seeding_alone()
    {
        var elsewhere = Sources("emulator").Where(source => !source.File.StartsWith("emulator/Emulation/Seeding/", StringComparison.Ordinal)
            && source.Text.Contains("using Bogus", StringComparison.Ordinal));

        elsewhere.Select(source => source.File).Should().BeEmpty();
    }

    [Test]
    public void No_file_has_more_than_300_lines()
    {
        var long_ones = Sources("emulator").Concat(Sources("contract-tests")).Concat(Sources("scripts"))
            .Where(source => !source.File.EndsWith("Routes.cs", StringComparison.Ordinal))
            .Select(source => (source.File, Lines: source.Text.Count(sign => sign == '\n')))
            .Where(source => source.Lines > 300);

        long_ones.Should().BeEmpty("only a route table may be longer");
    }

    [Test]
    public void Nothing_is_left_to_do()
    {
        var open = Sources("emulator").Where(source => Regex.IsMatch(source.Text, @"\b(?:TODO|FIXME|HACK)\b", RegexOptions.None, TimeSpan.FromSeconds(5)));

        open.Select(source => source.File).Should().BeEmpty();
    }

    private static IEnumerable<(string File, string Text)> Sources(string folder)
    {
        var root = Root();
        var start = Path.Combine(root, folder);
        if (!Directory.Exists(start)) return [];
        return Directory.EnumerateFiles(start, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(file => (file, File.ReadAllText(Path.Combine(root, file))));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Emulator.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run below the folder of Emulator.sln.");
        return folder.FullName;
    }
}
