using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Creates, updates and deletes indicators. A value is unique in an owner: creating it again updates it.</summary>
static class IndicatorWrites
{
    public static Change Create(Call call, ThreatConnectContext context)
    {
        if (!ItemKinds.Indicators.Type(call, call["type"]).Is(out var found, out var error)) return Writes.Refuse(call, error);
        if (!Scope.Of(call).Is(out var owner, out error)) return Writes.Refuse(call, error);
        if (!Fields.Read(call).Is(out var body, out error)) return Writes.Refuse(call, error);
        var (type, now) = ((IndicatorType)found, call.Now.ToUnixTimeSeconds());
        if (!IndicatorFields.Values(body, type).Is(out var parts, out error)) return Writes.Refuse(call, error);
        if (IndicatorConflicts.Existing(call.Graph, owner.Id, type, parts, null, out var existing) is { } collision)
            return Writes.Refuse(call, collision);
        var graph = call.Graph;
        var item = existing is { } old
            ? IndicatorFields.Apply(body, IndicatorFields.AddHashes(old, parts)) with { Modified = now }
            : IndicatorFields.Apply(body, New(ref graph, owner, type, parts, now));
        var extras = Extras.Read(body, call);
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        if (existing is null && IsExcluded(call.Graph, item))
            return Writes.Refuse(call, Envelope.Fail(403, Texts.Excluded, $"{item.Summary} is among the dataset's exclusions"));

        graph = existing is null ? graph.Add(item) : graph.Replace(existing, item);
        (graph, item) = extras.Add(graph, item);
        return Writes.Save(
            call, owner.Id, graph, Items.Show(call, context, existing is null ? 201 : 200, ItemKinds.Indicators, item, graph));
    }

    /// <summary>
    /// The value cannot change, though clients send it. Only rating and confidence change lastModified (indicators/retrieve.rst).
    /// </summary>
    public static Change Update(Call call, ThreatConnectContext context)
    {
        if (!ItemKinds.Indicators.Find(call).Is(out var node, out var error)) return Writes.Refuse(call, error);
        if (!Fields.Read(call).Is(out var body, out error)) return Writes.Refuse(call, error);
        var old = (Indicator)node;
        var item = IndicatorFields.Apply(body, old);
        if (old.Type == IndicatorType.File && old.Type.Values.Any(field => !string.IsNullOrEmpty(body.Text(field.Key))))
        {
            if (!IndicatorFields.Values(body, old.Type).Is(out var parts, out error)) return Writes.Refuse(call, error);
            if (IndicatorConflicts.Existing(call.Graph, old.Owner, old.Type, parts, old, out _) is { } collision)
                return Writes.Refuse(call, collision);
            item = IndicatorFields.AddHashes(item, parts);
        }
        var extras = Extras.Read(body, call);
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);

        if (item.Rating != old.Rating || item.Confidence != old.Confidence) item = item with { Modified = call.Now.ToUnixTimeSeconds() };
        var graph = call.Graph.Replace(old, item);
        (graph, item) = extras.Add(graph, item);
        return Writes.Save(call, item.Owner, graph, Items.Show(call, context, 200, ItemKinds.Indicators, item, graph));
    }

    /// <summary>Deletes an indicator and adds it to the list of deleted indicators.</summary>
    public static Change Delete(Call call)
    {
        if (!ItemKinds.Indicators.Find(call).Is(out var node, out var error)) return Writes.Refuse(call, error);
        var item = (Indicator)node;
        var graph = Retention.RecordDeletion(Deletions.Without(call.Graph, item), item, call.Now.ToUnixTimeSeconds());
        return Writes.Save(call, item.Owner, graph, Envelope.Done);
    }

    private static Indicator New(ref Graph graph, Owner owner, IndicatorType type, string?[] parts, long now)
    {
        graph = graph.TakeId(Indicator.NodeKind, out var id);
        return new Indicator
        {
            Id = id,
            Owner = owner.Id,
            Type = type,
            Value1 = parts[0],
            Value2 = parts[1],
            Value3 = parts[2],
            Added = now,
            Modified = now,
        };
    }

    private static bool IsExcluded(Graph graph, Indicator item)
    {
        var excluded = Instance.Of(graph).Exclusions;
        if (excluded.Count == 0) return false;
        return excluded.Contains(item.Summary)
            || (item.Type == IndicatorType.File && new[] { item.Value1, item.Value2, item.Value3 }.OfType<string>().Any(excluded.Contains));
    }

    /// <summary>The parts of a body that are not members of the indicator: a false-positive report, a description, a source.</summary>
    private sealed record Extras(Call Call, bool FalsePositive, string? Description, string? Source)
    {
        public static Extras Read(Fields body, Call call) =>
            new(call, body.Flag("falsePositive") == true, body.Text("description"), body.Text("source"));

        public (Graph Graph, Indicator Item) Add(Graph graph, Indicator item)
        {
            if (FalsePositive) (graph, item) = SightingHandlers.ReportFalsePositive(Call, graph, item);
            if (!string.IsNullOrEmpty(Description) && Description != item.Description)
                graph = DisplayedAttribute.Set(graph, item, AttributeType.DescriptionName, Description, Call.Now.ToUnixTimeSeconds());
            if (!string.IsNullOrEmpty(Source) && Source != item.Source)
                graph = DisplayedAttribute.Set(graph, Latest(graph, item), AttributeType.SourceName, Source, Call.Now.ToUnixTimeSeconds());
            return (graph, Latest(graph, item));
        }

        private static Indicator Latest(Graph graph, Indicator item) => (Indicator)graph[item.Key];
    }
}
