using System.Text;
using System.Text.Json;
using Emulation.Graphs;
using Emulation.Tests.Support;

namespace Emulation.Tests.Apis.ThreatConnect;

/// <summary>A client of one emulator, like the vendor's clients: a token, JSON, targets as written.</summary>
sealed class Client : IAsyncDisposable
{
    public const string Token = "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=";

    private readonly Running _running;
    private readonly HandClock _clock;

    private Client(Running running, HandClock clock) => (_running, _clock) = (running, clock);

    public Running Running => _running;

    public Graph Graph => _running.World.Store.Current;

    /// <summary>The caller, when it is not the first account.</summary>
    public string Authorization { get; set; } = Token;

    public static Task<Client> Of(string dataset, string now = "2017-07-20T12:00:00Z") =>
        Of(new EmulatorOptions { Dataset = dataset }, now);

    public static async Task<Client> Of(EmulatorOptions options, string now = "2017-07-20T12:00:00Z")
    {
        var clock = new HandClock(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        return new Client(await Running.OnKestrel(options, clock), clock);
    }

    public void Wait(TimeSpan time) => _clock.Advance(time);

    public Task<Answer> Get(string target) => Send("GET", target);

    public Task<Answer> Post(string target, string? body = null) => Send("POST", target, body);

    public Task<Answer> Put(string target, string? body = null) => Send("PUT", target, body);

    public Task<Answer> Delete(string target) => Send("DELETE", target);

    public async Task<Answer> Send(string method, string target, string? body = null, string contentType = "application/json")
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, contentType);
        using var response = await _running.Send(method, target, content, ("Authorization", Authorization));
        var bytes = await response.Content.ReadAsByteArrayAsync();
        return new Answer($"{method} {target}", (int)response.StatusCode, response.Content.Headers.ContentType?.ToString() ?? "", bytes);
    }

    /// <summary>Every node and link as text, in the order of the graph's keys; nothing else that a write could leave behind.</summary>
    public string[] Dump(params Kind[] without)
    {
        var graph = Graph;
        var lines = new List<string>();
        for (var key = 1; key <= graph.LastKey; key++)
        {
            if (graph.Find(key) is not { } node || without.Contains(node.Kind)) continue;
            lines.Add($"{key}: {node}");
            lines.AddRange(graph.LinksOf(key).Select(link => $"{key}: {link.End} {link.Other}").Order(StringComparer.Ordinal));
        }
        return [.. lines];
    }

    public ValueTask DisposeAsync() => _running.DisposeAsync();
}

/// <summary>An answer, read once.</summary>
sealed record Answer(string Request, int Status, string ContentType, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonDocument.Parse(Bytes).RootElement;

    public JsonElement Data => Json.GetProperty("data");

    public string? Message => Json.TryGetProperty("message", out var message) ? message.GetString() : null;

    /// <summary>The one member of data that is not a count.</summary>
    public JsonElement Value => Data.EnumerateObject().Single(member => member.Name != "resultCount").Value;

    public JsonElement[] Items => [.. Value.EnumerateArray()];

    public int? Count => Data.TryGetProperty("resultCount", out var count) ? count.GetInt32() : null;

    public long Id => Value.GetProperty("id").GetInt64();

    public string[] Names => [.. Items.Select(item => item.GetProperty("name").GetString()!)];

    public string[] Members => [.. Value.EnumerateObject().Select(member => member.Name)];

    public Answer ShouldBe(int status)
    {
        Status.Should().Be(status, $"{Request} answered {Text}");
        ContentType.Should().BeOneOf("application/json", "application/pdf", "application/octet-stream", "text/plain", "text/csv");
        return this;
    }

    public void ShouldFail(int status, string message)
    {
        ShouldBe(status);
        Text.Should().Be($"{{\"status\":\"Failure\",\"message\":\"{message}\"}}", Request);
    }
}
