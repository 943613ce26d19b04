using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Requests.Batch;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Handlers.Batch;

/// <summary>A link that a job creates.</summary>
readonly record struct BatchLink(PendingItem From, Relation Relation, PendingItem To);

/// <summary>
/// Resolves the associations of a file after all items are read, because an end may be anywhere in the file or in the owner.
/// </summary>
sealed class BatchLinks(Graph graph, int owner, PendingItems pending, Instance instance)
{
    // The field table of v2_batch_api.rst names two without a branch, which link an address or a host to any indicator.
    private static readonly string[] s_general = ["Host to Indicators", "Address to Indicators"];

    private readonly List<(PendingItem PendingItem, BatchItem Item)> _unresolved = [];
    private readonly List<BatchLink> _found = [];

    public IReadOnlyList<BatchLink> Found => _found;

    public void Collect(PendingItem pendingItem, IndicatorItem item)
    {
        if (item.GroupXids.Count + item.GroupIds.Count > 0) _unresolved.Add((pendingItem, item));
    }

    public void Collect(PendingItem pendingItem, GroupItem item)
    {
        if (item.GroupXids.Count + item.Indicators.Count > 0) _unresolved.Add((pendingItem, item));
    }

    /// <summary>Resolves all links; returns the errors and the numbers of created and refused associations.</summary>
    public (IReadOnlyList<BatchError> Errors, int Done, int Failed) Resolve(IReadOnlyList<AssociationInput> associations, bool stopAtFirst)
    {
        var errors = new List<BatchError>();
        foreach (var error in ErrorsOfItems())
        {
            errors.Add(error);
            if (stopAtFirst) return (errors, 0, 0);
        }
        var (done, failed) = (0, 0);
        foreach (var association in associations)
        {
            if (Associate(association) is not { } wrong)
            {
                done++;
                continue;
            }
            failed++;
            errors.Add(BatchErrors.Link($"association[{association.Position}]", $"association[{association.Position}]: {wrong}"));
            if (stopAtFirst) break;
        }
        return (errors, done, failed);
    }

    private IEnumerable<BatchError> ErrorsOfItems()
    {
        foreach (var (pendingItem, item) in _unresolved)
        {
            foreach (var xid in item.GroupXids)
                if (ToGroup(pendingItem, pending.FindGroup(xid)) is { } wrong)
                    yield return BatchErrors.Link(item.Source, $"{item.Source}: {wrong} ({BatchItemReader.Shortened(xid)})");
            foreach (var id in (item as IndicatorItem)?.GroupIds ?? [])
                if (ToGroup(pendingItem, GroupOf(id)) is { } wrong)
                    yield return BatchErrors.Link(item.Source, $"{item.Source}: {wrong} ({id})");
            foreach (var (type, summary) in (item as GroupItem)?.Indicators ?? [])
                if (ToGroup(IndicatorOf(type, summary), pendingItem) is { } wrong)
                    yield return BatchErrors.Link(item.Source, $"{item.Source}: {wrong} ({BatchItemReader.Shortened(summary)})");
        }
    }

    private string? ToGroup(PendingItem? item, PendingItem? group)
    {
        if (item is null || group is null || item.Deleted || group.Deleted) return Texts.NotFound;
        if (item == group) return Texts.InvalidAssociation;
        _found.Add(item.Now is Group ? new BatchLink(item, GroupGroup, group) : new BatchLink(group, GroupIndicator, item));
        return null;
    }

    private string? Associate(AssociationInput input)
    {
        if (Find(input.One) is not { } one || Find(input.Other) is not { } other) return Texts.NotFound;
        if (one == other) return Texts.InvalidAssociation;
        if (one.Now is Group) return ToGroup(other, one);
        return other.Now is Group ? ToGroup(one, other) : Join(one, other, input.Type);
    }

    private string? Join(PendingItem one, PendingItem other, string? name)
    {
        if (name is null) return $"{Texts.InvalidAssociation}, two indicators need an associationType";
        var relation = IndicatorIndicator;
        if (!s_general.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            var type = instance.AssociationTypes.All.FirstOrDefault(type => Same(type.Name, name) || Same(type.Branch, name));
            if (type is null) return $"{Texts.InvalidAssociation}, {BatchItemReader.Shortened(name)} is no associationType";
            if (!type.Joins(one.Indicator.Type, other.Indicator.Type))
                return Texts.CannotAssociate(one.Indicator.Type.Name, other.Indicator.Type.Name);
            relation = type.Relation;
        }
        _found.Add(new BatchLink(one, relation, other));
        _found.Add(new BatchLink(one, IndicatorJoined, other));
        return null;
    }

    /// <summary>An id takes precedence over a reference; without an indicator type the end is a group.</summary>
    private PendingItem? Find(EndInput end)
    {
        var isIndicator = end.Type is { } type && instance.IndicatorTypes.Find(type) is not null;
        if (end.Id is { } id) return isIndicator ? IndicatorOf(id) : GroupOf(id);
        if (end.Ref is not { } reference) return null;
        return isIndicator ? IndicatorOf(end.Type!, reference) : pending.FindGroup(reference);
    }

    private PendingItem? GroupOf(long id) =>
        graph.Find<Group, IdKey>(Group.ById, new IdKey(0, id)) is { } group && group.Owner == owner
            ? UnlessDeleted(pending.Of(group))
            : null;

    private PendingItem? IndicatorOf(long id) =>
        graph.Find<Indicator, IdKey>(Indicator.ById, new IdKey(0, id)) is { } item && item.Owner == owner
            ? UnlessDeleted(pending.Of(item))
            : null;

    private PendingItem? IndicatorOf(string typeName, string summary)
    {
        if (instance.IndicatorTypes.Find(typeName) is not { } type) return null;
        if (type == IndicatorType.File)
            return summary.Split(" :").Select(hash => hash.Trim(' ', ':').ToUpperInvariant()).Where(hash => hash.Length > 0)
                .Select(pending.FindHash).FirstOrDefault(pendingItem => pendingItem is not null);
        if (IndicatorValues.Split(type, summary) is { } parts && pending.Find(type, parts) is { } met) return met;
        return IndicatorLookup.Find(graph, owner, type, summary) is { } known ? UnlessDeleted(pending.Of(known)) : null;
    }

    private static PendingItem? UnlessDeleted(PendingItem pendingItem) => pendingItem.Deleted ? null : pendingItem;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
