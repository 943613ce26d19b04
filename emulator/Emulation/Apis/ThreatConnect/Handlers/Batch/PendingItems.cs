using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Handlers.Batch;

/// <summary>The items that a job has met: what an earlier line of the file made is found by a later one.</summary>
sealed class PendingItems(Graph graph, int owner)
{
    private readonly Dictionary<(IndicatorType Type, string Value), PendingItem> _byValue = [];
    private readonly Dictionary<string, PendingItem> _byXid = new(StringComparer.Ordinal);
    private readonly Dictionary<int, PendingItem> _byKey = [];
    private readonly List<PendingItem> _all = [];

    /// <summary>In the order in which they were met.</summary>
    public IReadOnlyList<PendingItem> All => _all;

    public PendingItem? Find(IndicatorType type, string?[] parts)
    {
        if (_byValue.TryGetValue((type, Joined(parts)), out var met)) return Alive(met);
        return IndicatorLookup.OfParts(graph, owner, type, parts) is { } known ? Alive(Of(known)) : null;
    }

    /// <summary>The file that has a hash now; one that the graph knows may have got another.</summary>
    public PendingItem? FindHash(string hash)
    {
        if (_byValue.TryGetValue((IndicatorType.File, hash), out var met) && Alive(met) is { } alive && Has(alive, hash)) return alive;
        if (IndicatorLookup.OfHash(graph, owner, hash) is not { } known) return null;
        return Alive(Of(known)) is { } draft && Has(draft, hash) ? draft : null;
    }

    public PendingItem? FindGroup(string xid)
    {
        if (_byXid.TryGetValue(xid, out var met)) return Alive(met);
        return Group.FindByXid(graph, xid) is { } group && group.Owner == owner ? Alive(Of(group)) : null;
    }

    /// <summary>A node of the graph as a draft, the same each time.</summary>
    public PendingItem Of(Node node)
    {
        if (_byKey.TryGetValue(node.Key, out var draft)) return draft;
        draft = new PendingItem(node, node);
        _byKey.Add(node.Key, draft);
        _all.Add(draft);
        return draft;
    }

    public PendingItem New(Indicator item)
    {
        var draft = new PendingItem(null, item);
        _all.Add(draft);
        Note(draft);
        return draft;
    }

    public PendingItem New(Group group)
    {
        var draft = new PendingItem(null, group);
        _all.Add(draft);
        _byXid[group.Xid!] = draft;
        return draft;
    }

    /// <summary>After an indicator got its values.</summary>
    public void Note(PendingItem draft)
    {
        var item = draft.Indicator;
        if (item.Type != IndicatorType.File)
        {
            _byValue[(item.Type, Joined([item.Value1, item.Value2, item.Value3]))] = draft;
            return;
        }
        if (item.Value1 is { } md5) _byValue[(item.Type, md5)] = draft;
        if (item.Value2 is { } sha1) _byValue[(item.Type, sha1)] = draft;
        if (item.Value3 is { } sha256) _byValue[(item.Type, sha256)] = draft;
    }

    private static PendingItem? Alive(PendingItem draft) => draft.Deleted ? null : draft;

    private static bool Has(PendingItem draft, string hash) => draft.Indicator is var file && (file.Value1 == hash || file.Value2 == hash || file.Value3 == hash);

    private static string Joined(string?[] parts) => parts[1] is null ? parts[0]! : string.Join(IndicatorType.Separator, parts.Where(part => part is not null));
}
