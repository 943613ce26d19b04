using System.Text;
using System.Text.Json;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control;

/// <summary>A tester at the control plane of an emulator whose machine's time stands still, in process.</summary>
sealed class Plane : IAsyncDisposable
{
    public const string Token = "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=";

    public static readonly DateTimeOffset Noon = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Running _running;

    private Plane(Running running, HandClock machine) => (_running, Machine) = (running, machine);

    public HandClock Machine { get; }

    public Running Running => _running;

    public static async Task<Plane> With(Func<EmulatorOptions, EmulatorOptions>? options = null)
    {
        var machine = new HandClock(Noon);
        var docs = new EmulatorOptions { Dataset = "docs" };
        return new Plane(await Running.InProcess(options?.Invoke(docs) ?? docs, machine), machine);
    }

    /// <summary>What an API or the control plane answers; requests to ThreatConnect carry its token.</summary>
    public async Task<Told> Ask(string method, string target, string? body = null, params (string Name, string Value)[] headers)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        var all = target.Contains("/v2/", StringComparison.Ordinal) && !headers.Any(header => header.Name == "Authorization")
            ? [.. headers, ("Authorization", Token)]
            : headers;
        using var response = await _running.Send(method, target, content, all);
        return new Told($"{method} {target}", (int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The answer of a call that must succeed.</summary>
    public async Task<JsonElement> Do(string method, string target, string? body = null, params (string Name, string Value)[] headers)
    {
        var told = await Ask(method, target, body, headers);
        told.Status.Should().BeOneOf([200, 201, 202, 204], $"{told.Request} answered {told.Text}");
        return told.Text.Length == 0 ? default : told.Json;
    }

    /// <summary>A tag that shows which graph one is in.</summary>
    public Task Mark(string tag, string world = "default") =>
        Do("POST", $"/v2/indicators/hosts/example.org/tags/{tag}", null, ("X-Emulator-World", world));

    public async Task<string[]> Marks(string world = "default") =>
        [.. (await Do("GET", "/v2/indicators/hosts/example.org/tags", null, ("X-Emulator-World", world))).GetProperty("data").GetProperty("tag").EnumerateArray().Select(tag => tag.GetProperty("name").GetString()!)];

    public ValueTask DisposeAsync() => _running.DisposeAsync();
}

/// <summary>An answer, read once.</summary>
sealed record Told(string Request, int Status, string Text)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>Problem details with this status, and with a pointer to what is wrong in the body.</summary>
    public void ShouldRefuse(int status, string? pointer = null)
    {
        Status.Should().Be(status, $"{Request} answered {Text}");
        Json.GetProperty("status").GetInt32().Should().Be(status);
        Json.GetProperty("title").GetString().Should().NotBeNullOrEmpty();
        Json.GetProperty("detail").GetString().Should().NotBeNullOrEmpty();
        (Json.TryGetProperty("pointer", out var at) ? at.GetString() : null).Should().Be(pointer, Text);
    }
}
