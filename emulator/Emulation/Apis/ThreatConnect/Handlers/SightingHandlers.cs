using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Observations of indicators, and reports of false positives.</summary>
static class SightingHandlers
{
    private const long Day = 86_400;

    public static Reply Observations(Call call)
    {
        if (!ItemKinds.Indicators.Type(call, call["type"]).Is(out _, out var error)) return error;
        if (!Listing.Read(call, []).Is(out var listing, out error)) return error;
        if (!ItemKinds.Indicators.Find(call).Is(out var item, out error)) return error;
        var nodes = call.Graph.Between(Observation.OfIndicator, NewestKey.First(item.Key), NewestKey.Last(item.Key));
        return listing.Page("observation", nodes, (ref json, node) =>
        {
            json.StartObject();
            json.Number("count"u8, ((Observation)node).Count);
            json.Date("dateObserved"u8, ((Observation)node).At);
            json.EndObject();
        });
    }

    /// <summary>Adds to the observation of the same user on the same day.</summary>
    public static Change Observe(Call call)
    {
        if (!ItemKinds.Indicators.Find(call).Is(out var node, out var error)) return Writes.Refuse(call, error);
        if (!Fields.Read(call).Is(out var body, out error)) return Writes.Refuse(call, error);
        var at = body.Date("dateObserved") ?? call.Now.ToUnixTimeSeconds();
        var count = body.Whole("count", 1, int.MaxValue / 2);
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        if (count is null) return Writes.Refuse(call, Envelope.Fail(400, Texts.Malformed, "\"count\" is missing"));

        var (item, me) = ((Indicator)node, Scope.CurrentUser(call));
        var graph = call.Graph;
        var day = DayOf(at);
        var earlier = graph.Between(Observation.OfIndicator, new NewestKey(item.Key, day + Day - 1, long.MinValue),
            new NewestKey(item.Key, day - 1, long.MinValue))
            .All().Cast<Observation>().FirstOrDefault(one => one.User == me.Id);
        if (earlier is not null)
        {
            if (earlier.Count + count > int.MaxValue / 2)
                return Writes.Refuse(call, Envelope.Fail(400, Texts.Malformed, "\"count\" is too large"));
            graph = graph.Replace(earlier, earlier with { Count = earlier.Count + (int)count, At = Math.Max(earlier.At, at) });
        }
        else
        {
            graph = graph.TakeId(Observation.NodeKind, out var id);
            graph = graph.Add(new Observation { Id = id, Indicator = item.Key, User = me.Id, Count = (int)count, At = at });
            graph = Retention.DropReports(graph, Observation.OfIndicator, item, one => one.At);
        }
        var before = item.Sightings ?? Sightings.None;
        var total = (int)Math.Min(int.MaxValue, before.Observed + (long)count);
        graph = graph.Replace(item,
            item with { Sightings = before with { Observed = total, LastObserved = Math.Max(before.LastObserved, at) } });
        return Writes.Save(call, item.Owner, graph, Envelope.Done);
    }

    /// <summary>The counts over all users and owners and in the caller's organization.</summary>
    public static Reply ObservationCount(Call call)
    {
        if (!ItemKinds.Indicators.Find(call).Is(out var node, out var error)) return error;
        var item = (Indicator)node;
        var everywhere = SameValue(call.Graph, item).Select(one => one.Sightings ?? Sightings.None).ToArray();
        var organization = Scope.CurrentUser(call).Organization;
        var yours = SameValue(call.Graph, item)
            .SelectMany(one => call.Graph.Between(Observation.OfIndicator, NewestKey.First(one.Key), NewestKey.Last(one.Key)).All())
            .Cast<Observation>()
            .Where(one => call.Graph.Find<User, IdKey>(User.ById, new IdKey(0, one.User))?.Organization == organization)
            .ToArray();
        return Envelope.One(200, "observationCount", (ref json) =>
        {
            json.StartObject();
            json.Number("count"u8, everywhere.Sum(one => (long)one.Observed));
            if (everywhere.Any(one => one.Observed > 0)) json.Date("lastObserved"u8, everywhere.Max(one => one.LastObserved));
            json.Number("yourCount"u8, yours.Sum(one => (long)one.Count));
            if (yours.Length > 0) json.Date("yourLastObserved"u8, yours.Max(one => one.At));
            json.EndObject();
        });
    }

    public static Reply FalsePositives(Call call) =>
        ItemKinds.Indicators.Find(call).Is(out var item, out var error) ? Count(200, (Indicator)item) : error;

    /// <summary>The status is 200 even for a new report, because a current client accepts only that and no page states a status.</summary>
    public static Change ReportFalsePositive(Call call)
    {
        if (!ItemKinds.Indicators.Find(call).Is(out var item, out var error)) return Writes.Refuse(call, error);
        var (graph, now) = ReportFalsePositive(call, call.Graph, (Indicator)item);
        return Writes.Save(call, now.Owner, graph, Count(200, now));
    }

    /// <summary>One report per user, indicator and day counts; further reports change nothing.</summary>
    public static (Graph Graph, Indicator Item) ReportFalsePositive(Call call, Graph graph, Indicator item)
    {
        var (me, at) = (Scope.CurrentUser(call), call.Now.ToUnixTimeSeconds());
        var day = DayOf(at);
        var today = graph.Between(FalsePositive.OfIndicator, new NewestKey(item.Key, day + Day - 1, long.MinValue),
            new NewestKey(item.Key, day - 1, long.MinValue));
        if (today.All().Cast<FalsePositive>().Any(one => one.User == me.Id)) return (graph, item);
        var next = graph.TakeId(FalsePositive.NodeKind, out var id);
        next = next.Add(new FalsePositive { Id = id, Indicator = item.Key, User = me.Id, At = at });
        next = Retention.DropReports(next, FalsePositive.OfIndicator, item, one => one.At);
        var before = item.Sightings ?? Sightings.None;
        var last = Math.Max(before.LastFalsePositive, at);
        var now = item with { Sightings = before with { FalsePositives = before.FalsePositives + 1, LastFalsePositive = last } };
        return (next.Replace(item, now), now);
    }

    private static Reply Count(int status, Indicator item) => Envelope.One(status, "falsePositive", (ref json) =>
    {
        var sightings = item.Sightings ?? Sightings.None;
        json.StartObject();
        json.Number("count"u8, sightings.FalsePositives);
        if (sightings.FalsePositives > 0) json.Date("lastReported"u8, sightings.LastFalsePositive);
        json.EndObject();
    });

    private static IEnumerable<Indicator> SameValue(Graph graph, Indicator item) => graph.All(Owner.ById).All().Cast<Owner>()
        .Select(owner => item.Type == IndicatorType.File
            ? IndicatorLookup.OfHash(graph, owner.Id, item.Value1 ?? item.Value2 ?? item.Value3!)
            : IndicatorLookup.OfParts(graph, owner.Id, item.Type, [item.Value1, item.Value2, item.Value3]))
        .OfType<Indicator>();

    private static long DayOf(long at) => at - (((at % Day) + Day) % Day);
}
