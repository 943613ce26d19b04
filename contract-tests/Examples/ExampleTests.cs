using System.Text.Json;
using System.Globalization;
using Emulation.Tests.Support;

namespace Emulation.Tests.Examples;

/// <summary>Each documented example, over all transports: printed status, printed headers, body equal as a JSON value.</summary>
class ExampleTests
{
    public static IEnumerable<TestCaseData> OnKestrel() =>
        Example.All().Select(example => new TestCaseData(example.File).SetName($"On_Kestrel({example.File})"));

    public static IEnumerable<TestCaseData> InProcess() =>
        Example.All().Select(example => new TestCaseData(example.File).SetName($"In_process({example.File})"));

    public static IEnumerable<TestCaseData> OnTestServer() =>
        Example.All().Where(example => !example.KestrelOnly).Select(
            example => new TestCaseData(example.File).SetName($"On_the_test_server({example.File})"));

    [TestCaseSource(nameof(OnKestrel))]
    public async Task Holds_on_Kestrel(string file)
    {
        var example = Example.Read(file);
        await using var emulator = await Running.OnKestrel(OptionsOf(example), ClockOf(example));

        using var response = await ExampleExchange.Send(example, emulator.Send);

        await ExampleExchange.Compare(example, response);
    }

    [TestCaseSource(nameof(InProcess))]
    public async Task Holds_in_process(string file)
    {
        var example = Example.Read(file);
        await using var emulator = await Running.InProcess(OptionsOf(example), ClockOf(example));

        using var response = await ExampleExchange.Send(example, emulator.Send);

        await ExampleExchange.Compare(example, response);
    }

    [TestCaseSource(nameof(OnTestServer))]
    public async Task Holds_on_the_test_server(string file)
    {
        var example = Example.Read(file);
        await using var emulator = await Running.OnTestServer(OptionsOf(example), ClockOf(example));

        using var response = await ExampleExchange.Send(example, emulator.Send);

        await ExampleExchange.Compare(example, response);
    }

    /// <summary>The reason why percent-encoded examples do not run on the test server: it sends another target.</summary>
    [Test]
    public async Task The_test_server_decodes_a_target_that_Kestrel_passes_on()
    {
        await using var onKestrel = await Running.OnKestrel(new EmulatorOptions());
        await using var onTestServer = await Running.OnTestServer(new EmulatorOptions());

        (await TargetAsReceived(onKestrel)).Should().Be("/api/v2/tags/a%3Ab");
        (await TargetAsReceived(onTestServer)).Should().Be("/api/v2/tags/a:b");
    }

    private static async Task<string?> TargetAsReceived(Running emulator)
    {
        using var sent = await emulator.Send("GET", "/api/v2/tags/a%3Ab", null);
        using var requests = await emulator.Send("GET", "/_emulator/requests", null);
        using var journal = JsonDocument.Parse(await requests.Content.ReadAsStringAsync());
        return journal.RootElement.GetProperty("requests")[0].GetProperty("target").GetString();
    }

    private static EmulatorOptions OptionsOf(Example example)
    {
        var options = new EmulatorOptions { Dataset = example.Dataset };
        foreach (var (name, value) in example.Options)
            options = OptionTable.Rows.Single(row => row.Name == name).Apply(options, value, "--" + name);
        return options;
    }

    private static TimeProvider ClockOf(Example example) => example.Clock is { } clock
        ? new HandClock(DateTimeOffset.Parse(clock, CultureInfo.InvariantCulture))
        : TimeProvider.System;
}
