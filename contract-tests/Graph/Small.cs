using Emulation.Graphs;

namespace Emulation.Tests.Graphs;

/// <summary>A small schema: items with a name and a date, links between them, and marks that items carry.</summary>
sealed record Item(int Scope, long Id, string Name, long At, int Type = 1) : Node
{
    public override Kind Kind => Small.Items;

    public override int LinkType => Type;

    public override long LinkOrder => -At;

    public override long LinkTie => Id;
}

sealed record Mark(long Id, params string[] Names) : Node
{
    public override Kind Kind => Small.Marks;

    public override long LinkTie => Id;
}

/// <summary>The definitions that the tests share.</summary>
static class Small
{
    public static Index<Item, IdKey> ById { get; } = new(item => new IdKey(0, item.Id));

    public static Index<Item, NewestKey> Newest { get; } = new(item => new NewestKey(item.Scope, item.At, item.Id));

    public static Index<Item,
        TextKey> ByName { get; } = new(item => new TextKey(item.Scope, item.Name, item.Id), item => item.Name.Length > 0);

    public static MultiIndex<Mark, TextKey> ByAnyName { get; } = new((mark, keys) =>
    {
        foreach (var name in mark.Names) keys.Add(new TextKey(0, name));
    });

    public static Kind Items { get; } = new(1, "item", ById, Newest, ByName);

    public static Kind Marks { get; } = new(2, "mark", ByAnyName);

    public static Relation Peers { get; } = new(1, "peers", Lists.Both);

    public static Relation Carries { get; } = new(2, "carries", Lists.All, Lists.Typed);

    public static Schema Schema { get; } = new([Items, Marks], [Peers, Carries]);

    public static Graph Empty => Graph.Empty(Schema);

    public static IEnumerable<string> Names(NodeList list) => list.All().Cast<Item>().Select(item => item.Name);
}
