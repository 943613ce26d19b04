using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Stubs;

/// <summary>The response of a stub, ready to be sent.</summary>
sealed record StubResponse
{
    private static readonly string[] s_order =
    [
        "status", "statusMessage", "body", "jsonBody", "base64Body", "bodyFileName", "headers",
        "fixedDelayMilliseconds", "delayDistribution", "fault",
    ];

    /// <summary>Status 200 and nothing else.</summary>
    public static StubResponse Default { get; } = new() { Reply = new Reply(200) };

    public required Reply Reply { get; init; }

    /// <summary>With a connection fault there is no response.</summary>
    public ConnectionFault ConnectionFault { get; init; }

    /// <summary>Null: what the world's settings say.</summary>
    public TimeSpan? FixedDelay { get; init; }

    /// <summary>Null: what the world's settings say.</summary>
    public DelayDistribution? DelayDistribution { get; init; }

    /// <summary>The response as the tester sent it.</summary>
    public JsonElement? Source { get; init; }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("status", Reply.Status);
        foreach (var name in s_order.Skip(1))
        {
            if (Source is not { } given || !given.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) continue;
            json.WritePropertyName(name);
            if (name == "headers") WriteHeaders(json, value);
            else value.WriteTo(json);
        }
        json.WriteEndObject();
    }

    /// <summary>A header with one value is written as a string, even if it was sent as an array.</summary>
    private static void WriteHeaders(Utf8JsonWriter json, JsonElement headers)
    {
        json.WriteStartObject();
        foreach (var header in headers.EnumerateObject())
        {
            json.WritePropertyName(header.Name);
            if (header.Value.ValueKind == JsonValueKind.Array && header.Value.GetArrayLength() == 1) header.Value[0].WriteTo(json);
            else header.Value.WriteTo(json);
        }
        json.WriteEndObject();
    }
}
