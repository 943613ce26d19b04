using Emulation.Graphs;

namespace Emulation.Tests.Graphs;

/// <summary>A station; its team orders it into a group, its time within the group.</summary>
sealed record Station(string Name, string Team, long At) : Node
{
    public override Kind Kind => Hubs.Stations;
}

/// <summary>What a track between two stations knows.</summary>
sealed record Track(int From, int To, string Owner) : Node
{
    public override Kind Kind => Hubs.Tracks;
}

/// <summary>A schema whose relation orders the links of stations with more than three of them.</summary>
static class Hubs
{
    public const int MostLinks = 3;

    public static Kind Stations { get; } = new(1, "station");

    public static Kind Tracks { get; } = new(2, "track");

    public static Relation Leads { get; } = new(1, "leads", Lists.All, Lists.All) { Hubs = new NewestFirst() };

    public static Schema Schema { get; } = new([Stations, Tracks], [Leads]);

    /// <summary>The entries that every hub must have, found by reading all links.</summary>
    public static IEnumerable<(HubKey Key, int Value)> Expected(Graph graph) =>
        graph.LinkEntries.GroupBy(entry => entry.Key.Node).Where(IsHub).SelectMany(links =>
            links.GroupBy(link => link.Value.Node).Where(pair => pair.Key != links.Key).Select(pair => (Entry(graph, links.Key, pair), pair.Key)))
            .OrderBy(entry => entry.Item1);

    public static IEnumerable<int> Linked(Graph graph, int key) =>
        graph.LinkEntries.Where(entry => entry.Key.Node == key && entry.Value.Node != key).Select(entry => entry.Value.Node).Distinct();

    private static bool IsHub(IEnumerable<(LinkKey, LinkEnd)> links) => links.Count() > MostLinks;

    private static HubKey Entry(Graph graph, int hub, IEnumerable<(LinkKey Key, LinkEnd Value)> pair)
    {
        var other = (Station)graph[pair.First().Value.Node];
        if (IsHub(graph.LinkEntries.Where(entry => entry.Key.Node == other.Key))) return new HubKey(hub, "", other.Key, "");
        var owners = pair.OrderBy(link => link.Key.List).Select(link => ((Track)graph[link.Value.Via]).Owner);
        return new HubKey(hub, $"{other.Team}/{string.Concat(owners)}", -other.At, other.Name);
    }

    private sealed class NewestFirst() : HubOrder(MostLinks)
    {
        public override bool IsEnd(Node node) => node is Station;

        public override (Node From, Node To)? EndsOf(Graph graph, Node via) =>
            via is Track track && graph.Find(track.From) is { } from && graph.Find(track.To) is { } to ? (from, to) : null;

        public override HubPlace PlaceOf(Node other, Node? outgoing, Node? incoming)
        {
            var station = (Station)other;
            return new HubPlace($"{station.Team}/{(outgoing as Track)?.Owner}{(incoming as Track)?.Owner}", -station.At, station.Name);
        }
    }
}
