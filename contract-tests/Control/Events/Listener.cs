using System.Text.Json;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Events;

/// <summary>One server-sent event.</summary>
sealed record Received(string? Id, string Type, JsonElement Data);

/// <summary>A client that listens to <c>/_emulator/events</c>.</summary>
sealed class Listener : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    private Listener(HttpResponseMessage response, Stream body) => (_response, _lines) = (response, new StreamReader(body));

    public HttpResponseMessage Response => _response;

    public static async Task<Listener> On(Running running, string query = "", string? last = null, string prefix = "")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"{prefix}/_emulator/events{query}");
        if (last is not null) request.Headers.Add("Last-Event-ID", last);
        var response = await running.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).WaitAsync(s_patience);
        return new Listener(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next event; null at the end of the stream.</summary>
    public async Task<Received?> Next()
    {
        string? id = null, type = null, data = null;
        while (await _lines.ReadLineAsync().WaitAsync(s_patience) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal)) id = line[4..];
            if (line.StartsWith("event: ", StringComparison.Ordinal)) type = line[7..];
            if (line.StartsWith("data: ", StringComparison.Ordinal)) data = line[6..];
            if (line.Length > 0 || type is null) continue;
            using var document = JsonDocument.Parse(data!);
            return new Received(id, type, document.RootElement.Clone());
        }
        return null;
    }

    /// <summary>The next event of a type; others are skipped.</summary>
    public async Task<Received> Next(string type)
    {
        while (await Next() is { } received)
            if (received.Type == type) return received;
        throw new InvalidOperationException($"The stream ended without an event {type}.");
    }

    public ValueTask DisposeAsync()
    {
        _lines.Dispose();
        _response.Dispose();
        return ValueTask.CompletedTask;
    }
}
