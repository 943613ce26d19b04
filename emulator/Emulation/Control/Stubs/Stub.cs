using System.Text.Json;
using Emulation.Control.Stubs.Matching;
using Emulation.Http;

namespace Emulation.Control.Stubs;

/// <summary>One mapping: a request that it is for, and what is answered.</summary>
sealed record Stub
{
    public const int UsualPriority = 5;

    public Guid Id { get; init; }

    /// <summary>The greater, the later it was added; of two that match alike the later one answers.</summary>
    public long Order { get; init; }

    public string? Name { get; init; }

    /// <summary>It stays when the mappings are reset.</summary>
    public bool? Persistent { get; init; }

    /// <summary>The smaller, the sooner it is asked.</summary>
    public int? Priority { get; init; }

    public string? Scenario { get; init; }

    /// <summary>The state in which it answers; null: in each.</summary>
    public string? RequiredState { get; init; }

    /// <summary>The state that its scenario has afterwards.</summary>
    public string? NewState { get; init; }

    public JsonElement? Metadata { get; init; }

    public RequestPattern Request { get; init; } = RequestPattern.Everything;

    public StubResponse Response { get; init; } = StubResponse.Usual;

    public int Rank => Priority ?? UsualPriority;

    /// <summary>Who is asked first: the smaller priority, then the later one.</summary>
    public static IComparer<Stub> Precedence { get; } = Comparer<Stub>.Create((one, other) =>
        one.Rank != other.Rank ? one.Rank.CompareTo(other.Rank) : other.Order.CompareTo(one.Order));

    /// <summary>As WireMock writes it, its members in that order.</summary>
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
