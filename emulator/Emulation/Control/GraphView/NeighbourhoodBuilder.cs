using Emulation.Graphs;
using Emulation.Http.Views;

namespace Emulation.Control.GraphView;

/// <summary>
/// Collects the neighbourhood of a node, level by level. Where there are more nodes than may be shown, the kinds take turns, and within a
/// kind its lists (types and relations), so that a few nodes of each are shown.
/// </summary>
sealed class NeighbourhoodBuilder
{
    // Of the centre more is read than of the others.
    private const int MostOfCentre = 100_000;
    private const int MostOfOthers = 500;

    // Of each list so many items are compared with the members, to find links between members.
    private const int MostCompared = 100;
    private const int MostPulled = 2000;

    private readonly Neighbourhood _result = new();
    private readonly NeighbourLists _lists;
    private readonly ProseSearch _prose;
    private readonly ViewSet _views;
    private readonly GraphQuery _query;

    private NeighbourhoodBuilder(Graph graph, ViewSet views, GraphQuery query)
    {
        (_views, _query) = (views, query);
        (_lists, _prose) = (new NeighbourLists(graph, views, query), new ProseSearch(graph, views));
    }

    public static Neighbourhood Of(Graph graph, ViewSet views, ViewedNode centre, GraphQuery query)
    {
        var builder = new NeighbourhoodBuilder(graph, views, query);
        builder.Collect(centre);
        return builder._result;
    }

    private void Collect(ViewedNode centre)
    {
        List<Member> frontier = [_result.Add(centre, null)];
        for (var level = 1; level <= _query.Depth && frontier.Count > 0; level++)
        {
            var left = _query.Limit - _result.Members.Count;
            // Every level but the last leaves more than half of the places to those after it.
            var budget = level == _query.Depth ? left : (left * 2 / 5) + 1;
            var first = _result.Members.Count;
            var lists = Open(frontier, _prose.Mentioning(frontier.Select(member => member.Viewed)));
            TakeTurns(lists, Math.Min(budget, left));
            foreach (var list in lists) Close(list);
            frontier = _result.Members[first..];
        }
        // What was found last has not been opened: its links to members are still missing.
        foreach (var list in Open(frontier, null)) Close(list);
        _result.IsComplete &= _prose.IsComplete;
    }

    private List<OpenList> Open(List<Member> members, Dictionary<int, List<Node>>? mentioning)
    {
        var lists = new List<OpenList>();
        foreach (var member in members)
        {
            var most = member.Level == 0 ? MostOfCentre : MostOfOthers;
            var texts = mentioning?.GetValueOrDefault(member.Key);
            foreach (var list in _lists.Of(member.Viewed, most, texts))
            {
                if (list.IsPartial && member.Level == 0) _result.IsComplete = false;
                lists.Add(new OpenList(member, list));
            }
        }
        return lists;
    }

    private void TakeTurns(List<OpenList> lists, int budget)
    {
        var kinds = lists.GroupBy(list => list.List.Kind).Select(kind => new Queue<OpenList>(Interleaved(kind))).ToList();
        while (budget > 0 && kinds.Count > 0)
        {
            for (var i = 0; i < kinds.Count && budget > 0;)
            {
                if (AddOne(kinds[i]))
                {
                    budget--;
                    i++;
                }
                else kinds.RemoveAt(i);
            }
        }
    }

    /// <summary>The first list of each member, then the second of each, and so on.</summary>
    private static IEnumerable<OpenList> Interleaved(IEnumerable<OpenList> lists) =>
        lists.GroupBy(list => list.Of).SelectMany(of => of.Select((list, turn) => (list, turn)))
            .OrderBy(entry => entry.turn).Select(entry => entry.list);

    /// <summary>Adds the next node of the first list that has a new one; false when no list has.</summary>
    private bool AddOne(Queue<OpenList> lists)
    {
        while (lists.TryDequeue(out var list))
        {
            while (list.Pulled < MostPulled && list.Next(out var item))
            {
                if (list.List.Target(item) is not { } node || _views.Of(node) is not { } viewed) continue;
                var known = _result.Find(node.Key);
                Link(list, item, known ?? _result.Add(viewed, list.Of));
                if (known is not null) continue;
                lists.Enqueue(list);
                return true;
            }
        }
        return false;
    }

    /// <summary>Links the member to other members in the rest of the list, and notes what is not shown.</summary>
    private void Close(OpenList list)
    {
        for (var compared = 0; compared < MostCompared && list.Next(out var item); compared++)
            if (list.List.Target(item) is { } node && _result.Find(node.Key) is { } known) Link(list, item, known);
        list.Dispose();
        var total = list.List.Nodes.Count;
        list.Of.Neighbours += total;
        list.Of.Omitted += total - list.Shown;
        if (total > list.Shown && list.Of.Level < _query.Depth)
            _result.Omitted.Add(new(list.Of, _views.ApiOf(list.List.Kind), list.List, total, list.Shown));
    }

    private void Link(OpenList list, Node item, Member other)
    {
        list.Shown++;
        _result.Link(list.Of, list.List, list.List.LabelOf?.Invoke(item) ?? list.List.Relation, other);
    }

    /// <summary>A list that is read item by item.</summary>
    private sealed class OpenList(Member of, LinkedList list) : IDisposable
    {
        private readonly IEnumerator<Node> _items = list.Nodes.All().GetEnumerator();

        public Member Of => of;

        public LinkedList List => list;

        public int Pulled { get; private set; }

        /// <summary>How many items lead to members.</summary>
        public int Shown { get; set; }

        public bool Next(out Node item)
        {
            var found = _items.MoveNext();
            item = found ? _items.Current : null!;
            if (found) Pulled++;
            return found;
        }

        public void Dispose() => _items.Dispose();
    }
}
