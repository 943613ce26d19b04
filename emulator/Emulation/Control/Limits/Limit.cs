using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Limits;

/// <summary>A rate limit: a number of requests per time window.</summary>
/// <param name="Name">Unique in its world.</param>
/// <param name="Api">The API it applies to; null: every API, each counted separately.</param>
/// <param name="PerCredential">Each credential has its own window; otherwise all callers of an API share one.</param>
/// <param name="Requests">How many requests are allowed in a window.</param>
/// <param name="Window">The length of a window, which begins with its first request, on the world's clock.</param>
/// <param name="Status">The status of refused requests; null: the one that the vendor documents.</param>
sealed record Limit(string Name, string? Api, bool PerCredential, long Requests, TimeSpan Window, int? Status)
{
    public bool IsFor(Call call) => Api is null || string.Equals(Api, call.Api.Name, StringComparison.Ordinal);

    /// <summary>The window in which a request is counted. Anonymous callers share the window of the API.</summary>
    public WindowKey KeyOf(Call call, int limitIndex)
    {
        if (!PerCredential || ReferenceEquals(call.Caller, Caller.Anyone)) return new(limitIndex, call.Api.Name, "", 0);
        return call.Caller.Node is { } node
            ? new(limitIndex, call.Api.Name, node.Kind.Name, node.Key)
            : new(limitIndex, call.Api.Name, call.Caller.Name, 0);
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", Name);
        if (Api is not null) json.WriteString("api", Api);
        json.WriteString("per", PerCredential ? "credential" : "api");
        json.WriteNumber("requests", Requests);
        json.WriteString("window", Durations.Text(Window));
        if (Status is { } status) json.WriteNumber("status", status);
        json.WriteEndObject();
    }
}

/// <summary>Identifies a window: its limit, its API and its credential.</summary>
readonly record struct WindowKey(int Limit, string Api, string Kind, int Credential);

/// <summary>The start of a window and how many requests it has allowed.</summary>
readonly record struct Window(DateTimeOffset Began, long Requests);
