using System.Text.Json;
using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Apis.ThreatWinds.Responses;
using Emulation.Apis.ThreatWinds.Search;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Handlers;

/// <summary>The surroundings of an entity as nodes and edges (document 002).</summary>
static class EntityGraph
{
    private const int DefaultLimit = 10;
    private const int MaxRelated = 1000;
    private const int DefaultLevels = 1;
    private const int MaxLevels = 10;

    public static Reply Show(Call call, ThreatWindsContext context)
    {
        var id = call["id"];
        if (string.IsNullOrWhiteSpace(id)) return Envelope.Refuse(call, 400, Texts.ValueEmpty);
        if (ReadNumber(call.Query, "limit", DefaultLimit, MaxRelated, out var limit) is { } badLimit)
            return Envelope.Refuse(call, 400, badLimit);
        // The JavaScript SDK and the vendor's quick start call the parameter depth.
        var levelsName = call.Query["levels"] is { Length: > 0 } ? "levels" : "depth";
        if (ReadNumber(call.Query, levelsName, DefaultLevels, MaxLevels, out var levels) is { } badLevels)
            return Envelope.Refuse(call, 400, badLevels);

        var groups = Callers.GroupsOf(call);
        if (Entity.Of(call.Graph, id) is not { } root || !Callers.CanSee(groups, root.VisibleBy))
            return Unknown(call, context.Options.GraphNotFound);
        var walk = new GraphWalk(call.Graph, groups, limit);
        walk.From(root, levels);
        return Envelope.Ok(200, json => Write(json, walk.Nodes, walk.Edges));
    }

    private static Reply Unknown(Call call, NotFoundStyle style) =>
        style == NotFoundStyle.Empty ? Envelope.Ok(200, json => Write(json, [], [])) : Envelope.Missing(call, style, Texts.RecordNotFound);

    private static string? ReadNumber(Query query, string name, int fallback, int max, out int value)
    {
        var fault = Paging.Number(query, name, fallback, out var number);
        value = (int)Math.Clamp(number, 0, int.MaxValue);
        if (fault is not null) return fault;
        return number < 1 || number > max ? Texts.Invalid(name, number.ToString()) : null;
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<Entity> nodes, IEnumerable<Edge> edges)
    {
        json.WriteStartObject();
        json.WriteStartArray("nodes");
        foreach (var node in nodes) EntityJson.Full(json, node);
        json.WriteEndArray();
        json.WriteStartArray("relations");
        foreach (var edge in edges)
        {
            json.WriteStartObject();
            json.WriteString("source", edge.Source.Id);
            json.WriteString("target", edge.Target.Id);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
