using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Handlers.Batch;

/// <summary>The items of a job so far: a later entry of the file finds what an earlier one created.</summary>
sealed class PendingItems(Graph graph, int owner)
{
    private readonly Dictionary<(IndicatorType Type, string Value), PendingItem> _byValue = [];
    private readonly Dictionary<string, PendingItem> _byXid = new(StringComparer.Ordinal);
    private readonly Dictionary<int, PendingItem> _byKey = [];
    private readonly List<PendingItem> _all = [];

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<PendingItem> All => _all;

    public PendingItem? Find(IndicatorType type, string?[] parts)
    {
        if (_byValue.TryGetValue((type, JoinParts(parts)), out var met)) return UnlessDeleted(met);
        return IndicatorLookup.OfParts(graph, owner, type, parts) is { } known ? UnlessDeleted(Of(known)) : null;
    }

    /// <summary>The file that has a hash now; the job may have changed the hashes of a file in the graph.</summary>
    public PendingItem? FindHash(string hash)
    {
        if (_byValue.TryGetValue((IndicatorType.File, hash), out var met) && UnlessDeleted(met) is { } alive && Has(alive, hash))
            return alive;
        if (IndicatorLookup.OfHash(graph, owner, hash) is not { } known) return null;
        return UnlessDeleted(Of(known)) is { } pendingItem && Has(pendingItem, hash) ? pendingItem : null;
    }

    public PendingItem? FindGroup(string xid)
    {
        if (_byXid.TryGetValue(xid, out var met)) return UnlessDeleted(met);
        return Group.FindByXid(graph, xid) is { } group && group.Owner == owner ? UnlessDeleted(Of(group)) : null;
    }

    /// <summary>The one pending item of a node.</summary>
    public PendingItem Of(Node node)
    {
        if (_byKey.TryGetValue(node.Key, out var pendingItem)) return pendingItem;
        pendingItem = new PendingItem(node, node);
        _byKey.Add(node.Key, pendingItem);
        _all.Add(pendingItem);
        return pendingItem;
    }

    public PendingItem New(Indicator item)
    {
        var pendingItem = new PendingItem(null, item);
        _all.Add(pendingItem);
        UpdateIndex(pendingItem);
        return pendingItem;
    }

    public PendingItem New(Group group)
    {
        var pendingItem = new PendingItem(null, group);
        _all.Add(pendingItem);
        _byXid[group.Xid!] = pendingItem;
        return pendingItem;
    }

    /// <summary>Indexes an indicator after its values were set.</summary>
    public void UpdateIndex(PendingItem pendingItem)
    {
        var item = pendingItem.Indicator;
        if (item.Type != IndicatorType.File)
        {
            _byValue[(item.Type, JoinParts([item.Value1, item.Value2, item.Value3]))] = pendingItem;
            return;
        }
        if (item.Value1 is { } md5) _byValue[(item.Type, md5)] = pendingItem;
        if (item.Value2 is { } sha1) _byValue[(item.Type, sha1)] = pendingItem;
        if (item.Value3 is { } sha256) _byValue[(item.Type, sha256)] = pendingItem;
    }

    private static PendingItem? UnlessDeleted(PendingItem pendingItem) => pendingItem.Deleted ? null : pendingItem;

    private static bool Has(PendingItem pendingItem, string hash) =>
        pendingItem.Indicator is var file && (file.Value1 == hash || file.Value2 == hash || file.Value3 == hash);

    private static string JoinParts(string?[] parts) =>
        parts[1] is null ? parts[0]! : string.Join(IndicatorType.Separator, parts.Where(part => part is not null));
}
