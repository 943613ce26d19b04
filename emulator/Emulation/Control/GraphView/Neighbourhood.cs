using Emulation.Http.Views;

namespace Emulation.Control.GraphView;

/// <summary>Nodes and links around one node.</summary>
sealed class Neighbourhood
{
    private readonly Dictionary<int, Member> _byKey = [];
    private readonly HashSet<(int From, int To, string Relation, string Label)> _linked = [];

    /// <summary>The centre first, then by distance.</summary>
    public List<Member> Members { get; } = [];

    public List<MemberLink> Links { get; } = [];

    /// <summary>The lists of which some nodes are not shown.</summary>
    public List<OmittedList> Omitted { get; } = [];

    /// <summary>False when not everything could be read that might be linked.</summary>
    public bool IsComplete { get; set; } = true;

    public Member Centre => Members[0];

    public Member? Find(int key) => _byKey.GetValueOrDefault(key);

    public Member Add(ViewedNode node, Member? parent)
    {
        var member = new Member(node, parent);
        Members.Add(member);
        _byKey.Add(node.Node.Key, member);
        return member;
    }

    /// <summary>Links a member to another of a list; a link that is there already is not made twice.</summary>
    public void Link(Member member, LinkedList list, string label, Member other)
    {
        var (from, to) = list.Direction == LinkDirection.From ? (other, member) : (member, other);
        var directed = list.Direction != LinkDirection.None;
        if (!directed && from.Key > to.Key) (from, to) = (to, from);
        if (from == to || !_linked.Add((from.Key, to.Key, list.Relation, label))) return;
        Links.Add(new(from, to, list.Relation, label, directed));
    }
}

/// <summary>A node of a neighbourhood.</summary>
sealed class Member(ViewedNode viewed, Member? parent)
{
    public ViewedNode Viewed => viewed;

    /// <summary>The member through which it was found; null for the centre.</summary>
    public Member? Parent => parent;

    /// <summary>The distance from the centre.</summary>
    public int Level { get; } = parent is null ? 0 : parent.Level + 1;

    public int Key => viewed.Node.Key;

    /// <summary>How many nodes its lists have.</summary>
    public int Neighbours { get; set; }

    /// <summary>How many of them are not shown.</summary>
    public int Omitted { get; set; }
}

/// <summary>A link between two members.</summary>
sealed record MemberLink(Member From, Member To, string Relation, string Label, bool IsDirected)
{
    public bool IsCrossApi => From.Viewed.Api != To.Viewed.Api;
}

/// <summary>A list of linked nodes that is not shown whole.</summary>
sealed record OmittedList(Member Of, string Api, LinkedList List, int Total, int Shown);
