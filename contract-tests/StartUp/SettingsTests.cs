using System.CommandLine;
using Emulation.Http;

namespace Emulation.Tests.StartUp;

/// <summary>Where the server's options come from, and what is refused.</summary>
class SettingsTests
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [TearDown]
    public void Delete() => _folder.Delete(recursive: true);

    [TestCaseSource(nameof(Rows))]
    public void The_default_that_an_option_shows_is_its_default(string name)
    {
        var row = OptionTable.Rows.Single(row => row.Name == name);
        if (row.Default == "none") return;

        row.Apply(new EmulatorOptions(), row.Default, "").Should().BeEquivalentTo(new EmulatorOptions());
    }

    [TestCaseSource(nameof(Rows))]
    public void An_option_is_read_from_the_command_line_a_variable_and_a_file_alike(string name)
    {
        var row = OptionTable.Rows.Single(row => row.Name == name);
        var value = Sample(row);

        var fromArgument = Read($"--{name}={value}");
        _variables[row.Variable] = value;
        var fromVariable = Read();
        _variables.Clear();
        var fromFile = name == "config" ? fromVariable : Read("--config", Config($$"""{"{{name}}": {{Json(row, value)}}}"""));

        fromVariable.Should().BeEquivalentTo(fromArgument);
        fromFile.Should().BeEquivalentTo(fromArgument);
        // An equivalence compares public properties, and these are internal.
        Internal(fromVariable).Should().Be(Internal(fromArgument));
        Internal(fromFile).Should().Be(Internal(fromArgument));
        var isInternal = Internal(fromArgument) != Internal(new EmulatorOptions());
        if (!isInternal && name is not ("config" or "dataset")) fromArgument.Should().NotBeEquivalentTo(new EmulatorOptions());
    }

    [Test]
    public void The_command_line_overrides_a_variable_which_overrides_the_file()
    {
        var config = Config("""{"seed": 1, "size": 10, "auth": "off"}""");
        _variables["EMULATOR_SEED"] = "2";
        _variables["EMULATOR_SIZE"] = "20";

        var options = Read("--config", config, "--seed", "3");

        (options.Seed, options.Size.Nodes, options.Auth).Should().Be((3, 20, AuthMode.Off));
    }

    [Test]
    public void Ports_and_addresses_override_each_other_by_their_source()
    {
        _variables["ASPNETCORE_HTTP_PORTS"] = "8080;8081";
        Read().Urls.Should().Equal("http://*:8080", "http://*:8081");

        _variables["ASPNETCORE_URLS"] = "http://127.0.0.1:1";
        Read().Urls.Should().Equal("http://127.0.0.1:1");

        _variables["EMULATOR_PORT"] = "2";
        Read().Urls.Should().Equal("http://127.0.0.1:2");
        Read("--urls", "http://127.0.0.1:3,http://[::1]:4").Urls.Should().Equal("http://127.0.0.1:3", "http://[::1]:4");
    }

    [TestCase("--port 1 --urls http://127.0.0.1:2", "give --urls or --port, not both")]
    [TestCase("--dataset docs --size 10", "--size is for the dataset demo, which is generated; docs has a fixed size")]
    [TestCase("--dataset docs --mix deso=1", "--mix is for the dataset demo, which is generated; docs has a fixed size")]
    [TestCase("--dataset docs --demo-end today", "--demo-end is for the dataset demo, which is generated; docs has its own dates")]
    [TestCase("--demo-end tomorrow", "--demo-end: 'tomorrow' is not allowed; give today, or a date from 2010-01-01 to 2099-12-31 such as 2024-03-01")]
    [TestCase("--demo-end 2024-02-30", "--demo-end: '2024-02-30' is not allowed; give today, or a date")]
    [TestCase("--demo-end 2100-01-01", "--demo-end: '2100-01-01' is not allowed; give today, or a date")]
    [TestCase("--dataset dcos", "--dataset: 'dcos' is not allowed; did you mean docs? give one of demo, docs")]
    [TestCase("--port 65536", "--port: '65536' is not allowed; give a whole number from 0 to 65535")]
    public void What_cannot_be_meant_is_refused(string arguments, string line)
    {
        var read = () => Read(arguments.Split(' '));

        read.Should().Throw<OptionError>().Which.Message.Should().StartWith(line);
    }

    [Test]
    public void A_size_in_a_variable_does_not_stand_against_a_dataset_on_the_command_line()
    {
        _variables["EMULATOR_SIZE"] = "10";

        Read("--dataset", "docs").Dataset.Should().Be("docs");
    }

    [TestCase("""{"sise": 1}""", "\"sise\" is not an option; did you mean size?")]
    [TestCase("""{"config": "x"}""", "\"config\" is not an option; ")]
    [TestCase("""{"size": true}""", "\"size\" must be text or a number")]
    [TestCase("""{"size": null}""", "\"size\" must be text or a number")]
    [TestCase("""{"deso-quirk-repeated-posts": []}""", "\"deso-quirk-repeated-posts\" must be true or false")]
    [TestCase("""{"size": "many"}""", "\"size\": 'many' is not allowed; give a whole number from 0 to 5000000")]
    [TestCase("{\n\"size\": 1, // few\n}", "line 2 is not JSON without comments and repeated members (")]
    [TestCase("""{"size": 1, "size": 2}""", "the file is not JSON without comments and repeated members (")]
    [TestCase("""{"size": 1,}""", "line 1 is not JSON without comments and repeated members (")]
    [TestCase("""["size"]""", "give a JSON object whose members are names of options")]
    [TestCase("", "line 1 is not JSON without comments and repeated members (")]
    public void A_wrong_file_is_one_line_that_names_it(string json, string line)
    {
        var config = Config(json);

        var read = () => Read("--config", config);

        read.Should().Throw<OptionError>().Which.Message.Should().StartWith($"{config}: {line}").And.NotContain("\n");
    }

    [TestCase("datset", "did you mean dataset? ")]
    [TestCase("dtaaset", "did you mean dataset? ")]
    [TestCase("ato", "did you mean auto? ")]
    [TestCase("elsewhere", "")]
    [TestCase("", "")]
    public void A_misspelled_word_has_a_suggestion(string word, string suggestion) =>
        Suggestion.For(word, ["dataset", "auto", "size"]).Should().Be(suggestion);

    private static IEnumerable<string> Rows() => OptionTable.Rows.Select(row => row.Name);

    private string Config(string json)
    {
        var file = Path.Combine(_folder.FullName, "config.json");
        File.WriteAllText(file, json);
        return file;
    }

    private EmulatorOptions Read(params string[] arguments)
    {
        var settings = new Settings(_variables.GetValueOrDefault);
        var root = new RootCommand();
        foreach (var option in settings.Options) root.Options.Add(option);
        var parsed = root.Parse(arguments);
        parsed.Errors.Should().BeEmpty();
        return settings.Read(parsed);
    }

    /// <summary>A value that is not the default.</summary>
    private static (string?, string?, string?, object) Internal(EmulatorOptions options) =>
        (options.WireMock, options.Evidence, options.Data, options.DataSync);

    private string Sample(OptionRow row) => row switch
    {
        { Allowed.Count: > 0 } => row.Allowed.First(value => value != row.Default),
        { Value: "N" } => "7",
        { Value: "DIR" } => _folder.FullName,
        { Value: "TIME" } => "00:01:00",
        { Name: "config" } => Config("{}"),
        { Name: "mix" } => "deso=1",
        { Name: "dataset" } => "demo",
        { Name: "urls" } => "http://127.0.0.1:1",
        { Name: "control-hosts" } => "emulator",
        { Value: "URL" } => "https://example.org",
        { Name: "cors" } => "https://app.example",
        { Name: "demo-end" } => "today",
        _ => "some-value",
    };

    private static string Json(OptionRow row, string value)
    {
        if (row.IsSwitch) return value == "on" ? "true" : "false";
        return row.Value == "N" ? value : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal)}\"";
    }
}
