using System.Globalization;
using System.Text;
using System.Text.Json;
using Emulation.Control.Faults;
using Emulation.Control.Limits;
using Emulation.Control.Stubs;
using Emulation.Graphs;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Control.GraphView;

/// <summary>The route that compares two worlds: what differs in their data by kind, and which of their settings differ.</summary>
static class WorldComparison
{
    private const string Title = "Not a comparison";
    private const int DefaultLimit = 20;
    private const int MaxLimit = 1000;

    public static IReadOnlyList<Route> Rows(IReadOnlyList<IApi> apis, Worlds worlds)
    {
        var views = new ViewSet(apis);
        return [ControlRow.Query("GET", "/worlds/{name}/diff", "worlds.diff", call => Compare(call, views, worlds))];
    }

    private static Reply Compare(ControlCall call, ViewSet views, Worlds worlds)
    {
        if (!worlds.Ready) return ControlReplies.Seeding;
        foreach (var (name, _) in call.Query.Parameters)
            if (name is not ("with" or "limit"))
                return Problem.Reply(400, Title, $"The parameter \"{name}\" is not known; known are limit, with.");
        if (call.Query["with"] is not { } with) return Problem.Reply(400, Title, "The parameter \"with\" is missing; it names a world.");
        if (LimitOf(call.Query["limit"]) is not { } limit)
            return Problem.Reply(400, Title, $"\"limit\" must be a whole number from 0 to {MaxLimit}.");
        if (worlds.Find(call["name"]) is not { } one) return ControlReplies.NotFound("world", call["name"]);
        if (worlds.Find(with) is not { } other) return ControlReplies.NotFound("world", with);
        var (left, right) = (one.Store.Current, other.Store.Current);
        var comparison = GraphComparison.Of(left, right, views, limit);
        return ControlReplies.Object(200, json =>
        {
            json.WriteString("world", one.Name);
            json.WriteString("with", other.Name);
            Write(json, comparison, views, left, right);
            WriteSettings(json, one, other);
        });
    }

    private static int? LimitOf(string? text)
    {
        if (text is null) return DefaultLimit;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit <= MaxLimit ? limit : null;
    }

    private static void Write(Utf8JsonWriter json, GraphComparison comparison, ViewSet views, Graph left, Graph right)
    {
        json.WriteBoolean("equal", comparison.IsEmpty);
        json.WriteBoolean("complete", comparison.IsComplete);
        json.WriteStartObject("totals");
        json.WriteNumber("added", comparison.TotalOf(ChangeKind.Added));
        json.WriteNumber("removed", comparison.TotalOf(ChangeKind.Removed));
        json.WriteNumber("changed", comparison.TotalOf(ChangeKind.Changed));
        json.WriteEndObject();
        json.WriteStartArray("kinds");
        foreach (var changes in comparison.Kinds) WriteKind(json, changes, views, left, right);
        json.WriteEndArray();
        json.WriteStartArray("links");
        foreach (var (relation, counts) in comparison.Relations)
        {
            json.WriteStartObject();
            json.WriteString("relation", relation.Name);
            Write(json, counts);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteKind(Utf8JsonWriter json, KindChanges changes, ViewSet views, Graph left, Graph right)
    {
        var viewedItems = changes.First.Select(item => (item.Change, Viewed: views.Of(item.Node)));
        var shown = viewedItems.Where(item => item.Viewed is not null).ToArray();
        var kind = shown is [(_, { } viewed), ..] ? viewed : null;
        json.WriteStartObject();
        json.WriteString("kind", kind?.Kind.Name ?? changes.Kind.Name);
        json.WriteString("api", kind?.Api.Name);
        Write(json, changes.Counts);
        json.WriteStartArray("items");
        foreach (var (change, node) in shown) WriteItem(json, change, node!, change == ChangeKind.Removed ? left : right);
        json.WriteEndArray();
        json.WriteNumber("more", changes.Counts.Total - shown.Length);
        json.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter json, ChangeKind change, ViewedNode node, Graph graph)
    {
        var facts = node.View.Describe(graph, node.Node);
        json.WriteStartObject();
        json.WriteString("change", change.ToString().ToLowerInvariant());
        json.WriteString("key", NodeReference.KeyOf(node, facts));
        json.WriteString("id", facts.Id);
        json.WriteString("type", facts.Type);
        json.WriteString("label", LabelText.Title(facts.Name));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ChangeCounts counts)
    {
        json.WriteNumber("added", counts[ChangeKind.Added]);
        json.WriteNumber("removed", counts[ChangeKind.Removed]);
        json.WriteNumber("changed", counts[ChangeKind.Changed]);
    }

    /// <summary>Which settings differ; counters of rules are not compared.</summary>
    private static void WriteSettings(Utf8JsonWriter json, World one, World other)
    {
        json.WriteStartObject("settings");
        json.WriteBoolean("clock", one.Clock.Setting != other.Clock.Setting);
        json.WriteBoolean("faults", !RulesOf(one).SequenceEqual(RulesOf(other), StringComparer.Ordinal));
        json.WriteBoolean("limits", !LimitList.Of(one).Limits.SequenceEqual(LimitList.Of(other).Limits));
        json.WriteBoolean("stubs", !StubsOf(one).SequenceEqual(StubsOf(other)));
        json.WriteEndObject();
    }

    private static IEnumerable<Stub> StubsOf(World world) => ((WorldStubs)world.Stubs).Now.All;

    private static IEnumerable<string> RulesOf(World world) =>
        FaultList.Of(world).Rules.Select(counted => Encoding.UTF8.GetString(JsonBody.Bytes(counted.Rule.Write).Span));
}
