using Emulation.Graphs;
using Emulation.Http.Json;
using Emulation.Tests.Graphs;

namespace Emulation.Tests.Http.Json;

class NodeCacheTests
{
    private readonly NodeCache _cache = new();
    private readonly Item _node = new(1, 1, "a", 1) { Key = 7 };

    [Test]
    public void A_node_is_cached_when_it_is_missed_for_the_second_time()
    {
        Cache(_node, times: 1);
        Found(_node).Should().BeNull();

        Cache(_node, times: 1);

        Found(_node).Should().Equal(1, 2, 3);
    }

    [Test]
    public void A_changed_node_under_the_same_key_is_not_the_node_that_was_cached()
    {
        Cache(_node);

        Found(_node with { }).Should().BeNull();
    }

    [Test]
    public void Bytes_belong_to_one_form_and_to_one_other_node()
    {
        var owner = new Item(2, 2, "owner", 2) { Key = 8 };
        Cache(_node, owner, form: 1);

        Found(_node, owner, form: 1).Should().NotBeNull();
        Found(_node, owner, form: 2).Should().BeNull();
        Found(_node, owner with { }, form: 1).Should().BeNull();
        Found(_node, null, form: 1).Should().BeNull();
    }

    [Test]
    public void Long_items_are_not_cached()
    {
        for (var i = 0; i < 3; i++) _cache.Offer(new(_node, null, 0), new byte[NodeCache.Longest + 1]);

        Found(_node).Should().BeNull();
    }

    [Test]
    public void No_more_is_cached_than_there_are_entries_and_each_is_what_was_offered()
    {
        var nodes = Enumerable.Range(1, NodeCache.Entries * 2).Select(key => new Item(key, 1, "a", 1) { Key = key }).ToArray();
        foreach (var node in nodes)
            for (var i = 0; i < 2; i++) _cache.Offer(new(node, null, 0), BitConverter.GetBytes(node.Key));

        var found = nodes.Where(node => Found(node) is not null).ToArray();

        found.Length.Should().BeInRange(NodeCache.Entries / 2, NodeCache.Entries);
        found.Should().AllSatisfy(node => Found(node).Should().Equal(BitConverter.GetBytes(node.Key)));
    }

    private void Cache(Node node, Node? other = null, int form = 0, int times = 2)
    {
        for (var i = 0; i < times; i++) _cache.Offer(new(node, other, form), [1, 2, 3]);
    }

    private byte[]? Found(Node node, Node? other = null, int form = 0) =>
        _cache.Find(new(node, other, form), out var bytes) ? bytes.ToArray() : null;
}
