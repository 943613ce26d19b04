using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Emulation.Graphs.ThreatConnect;

/// <summary>A group of any of the sixteen types; its details hold what only some types have.</summary>
sealed record Group : Node
{
    public static Index<Group, IdKey> ById { get; } = new(item => new IdKey(0, item.Id));

    public static Index<Group, NewestKey> Newest { get; } = new(item => new NewestKey(item.Owner, item.Added, item.Id));

    public static Index<Group, NewestKey> NewestOfType { get; } =
        new(item => new NewestKey(Scope(item.Owner, item.Type), item.Added, item.Id));

    public static Index<Group, TextKey> ByName { get; } =
        new(item => TextKey.IgnoringCase(Scope(item.Owner, item.Type), item.Name, item.Id));

    /// <summary>Only those that were given one; see <see cref="ShownXid"/>.</summary>
    public static Index<Group, TextKey> ByXid { get; } = new(item => new TextKey(0, item.Xid!), item => item.Xid is not null);

    public static Kind NodeKind { get; } = new(4, "group", ById, Newest, NewestOfType, ByName, ByXid);

    public override Kind Kind => NodeKind;

    public override int LinkType => Type.Number;

    public override long LinkOrder => -Added;

    public override long LinkTie => Id;

    public required long Id { get; init; }

    public required int Owner { get; init; }

    public required GroupType Type { get; init; }

    public required string Name { get; init; }

    public required long Added { get; init; }

    public required long Modified { get; init; }

    public string? CreatedBy { get; init; }

    /// <summary>The id that the group has in the system that it comes from; unique.</summary>
    public string? Xid { get; init; }

    public GroupDetails? Details { get; init; }

    /// <summary>The given xid, or the one that follows from the id.</summary>
    public string ShownXid => Xid ?? XidOf(Id);

    public static long Scope(int owner, GroupType type) => ((long)owner * 1024) + type.Number;

    public static string XidOf(long id)
    {
        Span<byte> input = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(input, id);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input, hash);
        return $"{Uuid.FromHash(hash)}:{id}";
    }

    /// <summary>By xid, given or following from the id; null when there is none.</summary>
    public static Group? FindByXid(Graph graph, string xid)
    {
        if (graph.Find<Group, TextKey>(ByXid, new TextKey(0, xid)) is { } given) return given;
        var colon = xid.LastIndexOf(':');
        if (colon < 0 || !long.TryParse(xid.AsSpan(colon + 1), out var id)) return null;
        return graph.Find<Group, IdKey>(ById, new IdKey(0, id)) is { Xid: null } group && XidOf(id) == xid ? group : null;
    }
}
