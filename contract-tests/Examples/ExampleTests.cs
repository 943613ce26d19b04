using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Emulation.Tests.Support;

namespace Emulation.Tests.Examples;

/// <summary>Each documented example, over all transports: printed status, printed headers, body equal as a JSON value.</summary>
public class ExampleTests
{
    private const string TokenOfTheDatasets = "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=";

    public static IEnumerable<TestCaseData> OnKestrel() =>
        Example.All().Select(example => new TestCaseData(example.File).SetName($"On_Kestrel({example.File})"));

    public static IEnumerable<TestCaseData> InProcess() =>
        Example.All().Select(example => new TestCaseData(example.File).SetName($"In_process({example.File})"));

    public static IEnumerable<TestCaseData> OnTestServer() =>
        Example.All().Where(example => !example.KestrelOnly).Select(example => new TestCaseData(example.File).SetName($"On_the_test_server({example.File})"));

    [TestCaseSource(nameof(OnKestrel))]
    public async Task Holds_on_Kestrel(string file)
    {
        var example = Example.Read(file);
        await using var emulator = await Running.OnKestrel(OptionsOf(example), ClockOf(example));

        using var response = await Ask(emulator, example);

        await Compare(example, response);
    }

    [TestCaseSource(nameof(InProcess))]
    public async Task Holds_in_process(string file)
    {
        var example = Example.Read(file);
        await using var emulator = await Running.InProcess(OptionsOf(example), ClockOf(example));

        using var response = await Ask(emulator, example);

        await Compare(example, response);
    }

    [TestCaseSource(nameof(OnTestServer))]
    public async Task Holds_on_the_test_server(string file)
    {
        var example = Example.Read(file);
        await using var emulator = await Running.OnTestServer(OptionsOf(example), ClockOf(example));

        using var response = await Ask(emulator, example);

        await Compare(example, response);
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

    private static Task<HttpResponseMessage> Ask(Running emulator, Example example)
    {
        var headers = example.Headers.ToList();
        if (example.Api == "threatconnect" && !headers.Exists(header => header.Name == "Authorization")) headers.Add(("Authorization", TokenOfTheDatasets));
        var content = example.Body is not { } body ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(body.ValueKind == JsonValueKind.String ? body.GetString()! : body.GetRawText()));
        if (content is not null && headers.Find(header => header.Name == "Content-Type").Value is { } type)
        {
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            headers.RemoveAll(header => header.Name == "Content-Type");
        }
        return emulator.Send(example.Method, example.Target, content, [.. headers.Where(header => header.Value.Length > 0)]);
    }

    private static async Task Compare(Example example, HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var expected = example.Response;
        ((int)response.StatusCode).Should().Be(expected.GetProperty("status").GetInt32(), text);
        if (expected.TryGetProperty("headers", out var headers))
        {
            foreach (var header in headers.EnumerateObject())
                Header(response, header.Name).Should().Be(header.Value.GetString(), $"the header {header.Name} is printed");
        }
        if (expected.TryGetProperty("text", out var plain)) text.Should().Be(plain.GetString());
        if (expected.TryGetProperty("empty", out _)) text.Should().BeEmpty();
        if (!expected.TryGetProperty("body", out var body)) return;
        using var document = JsonDocument.Parse(text);
        JsonValues.Difference(body, document.RootElement).Should().BeNull($"{example.File} prints another body than {text}");
        if (body.ValueKind == JsonValueKind.Object && body.TryGetProperty("uuid", out var id) && id.GetString() == "*")
            Header(response, "x-error-id").Should().Be(document.RootElement.GetProperty("uuid").GetString());
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(",", values) : null;
}
