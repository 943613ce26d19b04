using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Limits;

/// <summary>So many requests a window.</summary>
/// <param name="Name">Unique in its world.</param>
/// <param name="Api">The API it is for; null: each of them, by itself.</param>
/// <param name="PerCredential">Whoever calls has a window of its own; otherwise all of an API share one.</param>
/// <param name="Requests">How many are let through.</param>
/// <param name="Window">How long a window is; it begins with the first request in it, on the world's clock.</param>
/// <param name="Status">What the rest is refused with; null: as the vendor documents it.</param>
sealed record Limit(string Name, string? Api, bool PerCredential, long Requests, TimeSpan Window, int? Status)
{
    public bool IsFor(Call call) => Api is null || string.Equals(Api, call.Api.Name, StringComparison.Ordinal);

    /// <summary>The window a request counts in. Whoever is nobody counts with all others of the API.</summary>
    public WindowKey KeyOf(Call call, int place)
    {
        if (!PerCredential || ReferenceEquals(call.Caller, Caller.Anyone)) return new(place, call.Api.Name, "", 0);
        return call.Caller.Node is { } node ? new(place, call.Api.Name, node.Kind.Name, node.Key) : new(place, call.Api.Name, call.Caller.Name, 0);
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

/// <summary>Whose window it is: of which limit, in which API, and of which credential there.</summary>
readonly record struct WindowKey(int Limit, string Api, string Kind, int Credential);

/// <summary>When a window began, and how many requests it has let through.</summary>
readonly record struct Window(DateTimeOffset Began, long Requests);
