using System.Globalization;
using System.Runtime.InteropServices;
using Emulation.Graphs;

namespace Emulation.Control.GraphView;

/// <summary>How a node or link of one graph is related to another graph.</summary>
enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>How many nodes or links only the second graph has, only the first, or both in different states.</summary>
sealed class ChangeCounts
{
    private readonly int[] _counts = new int[3];

    public int this[ChangeKind kind] => _counts[(int)kind];

    public int Total => _counts.Sum();

    public void Add(ChangeKind kind) => _counts[(int)kind]++;
}

/// <summary>What differs in one kind of nodes.</summary>
sealed class KindChanges(Kind kind)
{
    public Kind Kind => kind;

    public ChangeCounts Counts { get; } = new();

    /// <summary>The first nodes of each sort, in the state of the second graph where both have it.</summary>
    public List<(ChangeKind Change, Node Node)> First { get; } = [];
}

/// <summary>
/// What differs between two graphs, by kind and relation. Where the graphs share structure (forks, snapshots), the time is proportional to
/// the difference; otherwise it ends after a fixed number of differences.
/// </summary>
sealed class GraphComparison
{
    public const int MostDifferences = 250_000;

    private readonly SortedDictionary<int, KindChanges> _kinds = [];
    private readonly SortedDictionary<int, (Relation Relation, ChangeCounts Counts)> _relations = [];
    private readonly int _limit;

    private GraphComparison(int limit) => _limit = limit;

    public IEnumerable<KindChanges> Kinds => _kinds.Values;

    public IEnumerable<(Relation Relation, ChangeCounts Counts)> Relations => _relations.Values;

    /// <summary>False when the graphs differ in more than what was read.</summary>
    public bool IsComplete { get; private set; } = true;

    public bool IsEmpty => _kinds.Count == 0 && _relations.Count == 0;

    public int TotalOf(ChangeKind kind) => _kinds.Values.Sum(changes => changes.Counts[kind]);

    /// <param name="one">The first graph: what only it has counts as removed.</param>
    /// <param name="other">The second graph: what only it has counts as added.</param>
    /// <param name="views">How the APIs name nodes.</param>
    /// <param name="limit">How many nodes of each kind and sort are listed.</param>
    public static GraphComparison Of(Graph one, Graph other, ViewSet views, int limit)
    {
        var comparison = new GraphComparison(limit);
        comparison.CompareNodes(one, other, views);
        if (comparison.IsComplete) comparison.CompareLinks(one, other);
        return comparison;
    }

    private void CompareNodes(Graph one, Graph other, ViewSet views)
    {
        var pairs = new Dictionary<(int Kind, string Id), (Node? Old, Node? Now)>();
        var read = 0;
        foreach (var (_, old, now) in Graph.NodeDifferences(one, other))
        {
            if (++read > MostDifferences)
            {
                IsComplete = false;
                break;
            }
            if (old is not null) Slot(pairs, IdOf(views, one, old)).Old = old;
            if (now is not null) Slot(pairs, IdOf(views, other, now)).Now = now;
        }
        foreach (var (old, now) in pairs.Values) Compare(old, now);
    }

    /// <summary>The ids that APIs show identify a node in both graphs: the graphs' own keys need not be the same.</summary>
    private static (int Kind, string Id) IdOf(ViewSet views, Graph graph, Node node) => (
        node.Kind.Number,
        views.ViewOf(node) is { } view ? view.Describe(graph, node).Id : node.Key.ToString(CultureInfo.InvariantCulture));

    private static ref (Node? Old, Node? Now) Slot(Dictionary<(int, string), (Node? Old, Node? Now)> pairs, (int, string) id) =>
        ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, id, out _);

    private void Compare(Node? old, Node? now)
    {
        if (old is null) Add(ChangeKind.Added, now!);
        else if (now is null) Add(ChangeKind.Removed, old);
        // A node that was changed and changed back is another object with the same content.
        else if (!(old with { Key = now.Key }).Equals(now)) Add(ChangeKind.Changed, now);
    }

    private void Add(ChangeKind change, Node node)
    {
        if (!_kinds.TryGetValue(node.Kind.Number, out var changes)) _kinds[node.Kind.Number] = changes = new KindChanges(node.Kind);
        changes.Counts.Add(change);
        if (changes.Counts[change] <= _limit) changes.First.Add((change, node));
    }

    // Links are compared by the graphs' own keys, which forks of one world share.
    private void CompareLinks(Graph one, Graph other)
    {
        foreach (var (link, was, isThere) in Graph.LinkDifferences(one, other))
        {
            var number = link.Relation.Number;
            if (!_relations.TryGetValue(number, out var changes)) _relations[number] = changes = (link.Relation, new ChangeCounts());
            changes.Counts.Add(was && isThere ? ChangeKind.Changed : was ? ChangeKind.Removed : ChangeKind.Added);
        }
    }
}
