using Emulation.Graphs;
using Emulation.Graphs.Deso;

namespace Emulation.Seeding.Demo;

/// <summary>Adds DeSo's part: who they are, what they post, and what they think of it.</summary>
sealed class DesoStory(Plan plan, GraphBuilder graph)
{
    public void Add()
    {
        var counts = plan.Counts;
        if (counts.Profiles + counts.Posts + counts.UserAssociations + counts.PostAssociations == 0) return;
        var tip = graph.Added.OfType<Chain>().FirstOrDefault()?.Height ?? 0;
        var keys = new Keys(plan);
        var posts = new Posts(plan, keys, new Values(plan), tip);
        var associations = new Associations(plan, keys, posts, tip);
        AddAll(Plan.Make(counts.Profiles, new Profiles(plan, keys).At));
        AddAll(Plan.Make(counts.Posts, posts.At));
        AddAll(Plan.Make(counts.UserAssociations, associations.User));
        AddAll(Plan.Make(counts.PostAssociations, associations.Post));
    }

    private void AddAll(Node[] nodes)
    {
        foreach (var node in nodes) graph.Add(node);
    }
}
