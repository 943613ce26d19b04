using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Stubs;

/// <summary>Default delays for responses of stubs that do not specify their own.</summary>
sealed record StubSettings
{
    public TimeSpan? FixedDelay { get; init; }

    public DelayDistribution? DelayDistribution { get; init; }

    /// <summary>The settings as they were sent; null: the defaults.</summary>
    public JsonElement? Source { get; private init; }

    public static StubSettings Read(JsonElement source, Defects defects)
    {
        var body = new Members(source, "", defects);
        var settings = new StubSettings
        {
            FixedDelay = ResponseReader.Milliseconds(body, "fixedDelay"),
            DelayDistribution = DelayDistribution.Read(body),
            Source = source,
        };
        if (body.Flag("proxyPassThrough") == true) body.Wrong("proxyPassThrough", "must be false; nothing is proxied here");
        if (body.Has("extended")) body.Wrong("extended", "is of WireMock's dialect, but this emulator does not support it");
        body.Close();
        return settings;
    }

    public void Write(Utf8JsonWriter json)
    {
        if (FixedDelay is { } delay) json.WriteNumber("fixedDelay", (long)delay.TotalMilliseconds);
        if (DelayDistribution is not null)
        {
            json.WritePropertyName("delayDistribution");
            Source!.Value.GetProperty("delayDistribution").WriteTo(json);
        }
        json.WriteBoolean("proxyPassThrough", false);
    }
}
