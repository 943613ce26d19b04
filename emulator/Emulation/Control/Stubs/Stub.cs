using System.Text.Json;
using Emulation.Control.Stubs.Matching;
using Emulation.Http;

namespace Emulation.Control.Stubs;

/// <summary>A stub mapping: a request pattern and the response to matching requests.</summary>
sealed record Stub
{
    public const int DefaultPriority = 5;

    public Guid Id { get; init; }

    /// <summary>Increases with each added stub; of two matching stubs with equal priority, the later one answers.</summary>
    public long Order { get; init; }

    public string? Name { get; init; }

    /// <summary>The stub is kept when the mappings are reset.</summary>
    public bool? Persistent { get; init; }

    /// <summary>Stubs with a smaller number take precedence.</summary>
    public int? Priority { get; init; }

    public string? Scenario { get; init; }

    /// <summary>The state of the scenario in which the stub answers; null: any state.</summary>
    public string? RequiredState { get; init; }

    /// <summary>The state of the scenario after the stub answered.</summary>
    public string? NewState { get; init; }

    public JsonElement? Metadata { get; init; }

    public RequestPattern Request { get; init; } = RequestPattern.Everything;

    public StubResponse Response { get; init; } = StubResponse.Default;

    public int Rank => Priority ?? DefaultPriority;

    /// <summary>The order in which stubs are matched: smaller priority first, then the one that was added later.</summary>
    public static IComparer<Stub> Precedence { get; } = Comparer<Stub>.Create((one, other) =>
        one.Rank != other.Rank ? one.Rank.CompareTo(other.Rank) : other.Order.CompareTo(one.Order));

    /// <summary>Writes the stub in WireMock's format and order of members.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        if (Name is not null) json.WriteString("name", Name);
        json.WritePropertyName("request");
        Request.Write(json);
        json.WritePropertyName("response");
        Response.Write(json);
        json.WriteString("uuid", Id);
        if (Persistent is { } persistent) json.WriteBoolean("persistent", persistent);
        if (Priority is { } priority) json.WriteNumber("priority", priority);
        if (Scenario is not null) json.WriteString("scenarioName", Scenario);
        if (RequiredState is not null) json.WriteString("requiredScenarioState", RequiredState);
        if (NewState is not null) json.WriteString("newScenarioState", NewState);
        if (Metadata is { } metadata)
        {
            json.WritePropertyName("metadata");
            metadata.WriteTo(json);
        }
        json.WriteEndObject();
    }
}
