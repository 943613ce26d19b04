using Emulation.Graphs;
using Emulation.Http;
using Emulation.Tests.Graphs;

namespace Emulation.Tests.Http;

public class NodeBytesTests
{
    private readonly NodeBytes _kept = new();
    private readonly Item _node = new(1, 1, "a", 1) { Key = 7 };

    [Test]
    public void A_node_is_kept_when_it_is_missed_for_the_second_time()
    {
        Keep(_node, times: 1);
        Found(_node).Should().BeNull();

        Keep(_node, times: 1);

        Found(_node).Should().Equal(1, 2, 3);
    }

    [Test]
    public void A_changed_node_under_the_same_key_is_not_the_node_that_was_kept()
    {
        Keep(_node);

        Found(_node with { }).Should().BeNull();
    }

    [Test]
    public void Bytes_are_of_one_form_and_of_one_node_beside()
    {
        var owner = new Item(2, 2, "owner", 2) { Key = 8 };
        Keep(_node, owner, form: 1);

        Found(_node, owner, form: 1).Should().NotBeNull();
        Found(_node, owner, form: 2).Should().BeNull();
        Found(_node, owner with { }, form: 1).Should().BeNull();
        Found(_node, null, form: 1).Should().BeNull();
    }

    [Test]
    public void What_is_long_is_not_kept()
    {
        for (var i = 0; i < 3; i++) _kept.Offer(_node, null, 0, new byte[NodeBytes.Longest + 1]);

        Found(_node).Should().BeNull();
    }

    [Test]
    public void No_more_is_kept_than_there_are_entries_and_each_is_what_was_offered()
    {
        var nodes = Enumerable.Range(1, NodeBytes.Entries * 2).Select(key => new Item(key, 1, "a", 1) { Key = key }).ToArray();
        foreach (var node in nodes)
            for (var i = 0; i < 2; i++) _kept.Offer(node, null, 0, BitConverter.GetBytes(node.Key));

        var found = nodes.Where(node => Found(node) is not null).ToArray();

        found.Length.Should().BeInRange(NodeBytes.Entries / 2, NodeBytes.Entries);
        found.Should().AllSatisfy(node => Found(node).Should().Equal(BitConverter.GetBytes(node.Key)));
    }

    private void Keep(Node node, Node? beside = null, int form = 0, int times = 2)
    {
        for (var i = 0; i < times; i++) _kept.Offer(node, beside, form, [1, 2, 3]);
    }

    private byte[]? Found(Node node, Node? beside = null, int form = 0) => _kept.Find(node, beside, form, out var bytes) ? bytes.ToArray() : null;
}
