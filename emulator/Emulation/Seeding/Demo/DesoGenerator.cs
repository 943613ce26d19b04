using Emulation.Graphs;
using Emulation.Graphs.Deso;

namespace Emulation.Seeding.Demo;

/// <summary>
/// DeSo's part: profiles, posts and associations. It can be made in parallel with the other parts, and is added after them.
/// </summary>
sealed class DesoGenerator
{
    private readonly Node[][] _nodes;

    public DesoGenerator(Plan plan, uint tip)
    {
        var counts = plan.Counts;
        if (counts.Profiles + counts.Posts + counts.UserAssociations + counts.PostAssociations == 0)
        {
            _nodes = [];
            return;
        }
        var keys = new Keys(plan);
        var posts = new Posts(plan, keys, tip);
        var associations = new Associations(plan, keys, posts, tip);
        _nodes =
        [
            Plan.Make(counts.Profiles, new Profiles(plan, keys).At),
            Plan.Make(counts.Posts, posts.At),
            Plan.Make(counts.UserAssociations, associations.User),
            Plan.Make(counts.PostAssociations, associations.Post),
        ];
    }

    public static uint TipOf(GraphBuilder graph) => graph.Added.OfType<Chain>().FirstOrDefault()?.Height ?? 0;

    public void AddTo(GraphBuilder graph)
    {
        foreach (var nodes in _nodes)
            foreach (var node in nodes) graph.Add(node);
    }
}
