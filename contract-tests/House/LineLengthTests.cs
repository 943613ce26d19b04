namespace Emulation.Tests.House;

/// <summary>Lines fit into the max_line_length of .editorconfig, which no analyzer reads. Route tables keep one row to a line.</summary>
class LineLengthTests
{
    private const int MaxLineLength = 140;

    [TestCase("emulator/Emulation/Control")]
    [TestCase("emulator/Emulation/Apis")]
    [TestCase("emulator/Emulation/InProcess")]
    [TestCase("emulator/Emulation/Https")]
    [TestCase("emulator/Emulation/Graph")]
    [TestCase("emulator/Emulation/Http")]
    [TestCase("emulator/Emulation/Logging")]
    [TestCase("emulator/Emulation/Seeding/Format")]
    [TestCase("emulator/Emulation/Seeding/Mapping")]
    [TestCase("emulator/Emulation/Seeding/Reading")]
    [TestCase("emulator/Emulation/Seeding/Writing")]
    [TestCase("emulator/Commands")]
    [TestCase("emulator/Persistence")]
    [TestCase("emulator/Recording")]
    [TestCase("emulator/WireMock")]
    public void No_line_is_longer_than_the_limit(string folder)
    {
        var longLines =
            from file in Repository.Files(folder, "*.cs")
            where !IsTable(file.Name)
            from line in file.Text.Split('\n').Select((text, index) => (text.Length, Number: index + 1))
            where line.Length > MaxLineLength
            select $"{file.Name}:{line.Number} has {line.Length} characters";

        longLines.Should().BeEmpty();
    }

    [TestCase("*.js")]
    [TestCase("*.css")]
    [TestCase("*.html")]
    public void No_line_of_the_dashboard_is_longer_than_the_limit(string pattern)
    {
        var longLines =
            from file in Repository.Files("emulator/Emulation/Control/Ui/Assets", pattern)
            from line in file.Text.Split('\n').Select((text, index) => (text.Length, Number: index + 1))
            where line.Length > MaxLineLength
            select $"{file.Name}:{line.Number} has {line.Length} characters";

        longLines.Should().BeEmpty();
    }

    private static bool IsTable(string name)
    {
        var file = name[(name.LastIndexOf('/') + 1)..];
        return file.Contains("Routes", StringComparison.Ordinal)
            || file.Contains("Table", StringComparison.Ordinal)
            || name.Contains("/Routes/", StringComparison.Ordinal);
    }
}
