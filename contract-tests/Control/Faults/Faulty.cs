using System.Text;
using System.Text.Json;
using Emulation.Http;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Faults;

/// <summary>An emulator whose faults a test sets.</summary>
sealed class Faulty : IAsyncDisposable
{
    private readonly Running _running;

    private Faulty(Running running) => _running = running;

    public HttpClient Client => _running.Client;

    public World World => _running.World;

    public static async Task<Faulty> OnKestrel(TimeProvider? machine = null, long seed = 1) =>
        new(await Running.OnKestrel(Options(seed), machine));

    public static async Task<Faulty> OnTestServer(TimeProvider? machine = null, long seed = 1) =>
        new(await Running.OnTestServer(Options(seed), machine));

    public Task<HttpResponseMessage> Send(
        string method, string target, string? json = null, params (string Name, string Value)[] headers) =>
        _running.Send(method, target, json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"), headers);

    /// <summary>A control call that must succeed.</summary>
    public async Task<JsonElement> Control(string method, string path, string? json = null)
    {
        using var response = await Send(method, path, json);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.Should().BeTrue("{0} {1} answered {2}", method, path, text);
        if (text.Length == 0) return default;
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    public Task Rule(string json) => Control("POST", "/_emulator/faults", json);

    public async Task<int> Status(string target, params (string Name, string Value)[] headers)
    {
        using var response = await Send("GET", target, null, headers);
        return (int)response.StatusCode;
    }

    /// <summary>The statuses of so many requests, one after another.</summary>
    public async Task<int[]> Statuses(int count, string target = "/v2/owners")
    {
        var statuses = new int[count];
        for (var i = 0; i < count; i++) statuses[i] = await Status(target);
        return statuses;
    }

    public async Task<int> Count(string member, string name) =>
        (await Control("GET", $"/_emulator/faults/{name}")).GetProperty(member).GetInt32();

    /// <summary>Ends when a rule has struck.</summary>
    public async Task Struck(string name)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await Count("strikes", name) == 0) patience.Token.ThrowIfCancellationRequested();
    }

    public ValueTask DisposeAsync() => _running.DisposeAsync();

    private static EmulatorOptions Options(long seed) => new() { Dataset = "docs", Auth = AuthMode.Off, Seed = seed };
}
