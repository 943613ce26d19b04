using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Requests.Batch;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Handlers.Batch;

/// <summary>Runs one job. Items are processed in the order of the file; the graph changes once, at the end.</summary>
sealed class BatchRun
{
    private readonly Graph _graph;
    private readonly BatchTerms _terms;
    private readonly User _user;
    private readonly long _now;
    private readonly Instance _instance;
    private readonly PendingItems _pending;
    private readonly FileMerging _files;
    private readonly BatchParts _parts;
    private readonly BatchLinks _links;
    private readonly List<BatchError> _errors = [];

    private BatchRun(Graph graph, BatchTerms terms, User user, long now)
    {
        (_graph, _terms, _user, _now) = (graph, terms, user, now);
        _instance = Instance.Of(graph);
        _pending = new PendingItems(graph, terms.Owner);
        _files = new FileMerging(_pending, terms, hashes => _pending.New(Blank(IndicatorType.File, hashes)));
        _parts = new BatchParts(graph, terms, _instance.AttributeTypes);
        _links = new BatchLinks(graph, terms.Owner, _pending, _instance);
    }

    public static (Graph Graph, BatchOutcome Outcome) Run(Graph graph, BatchTerms terms, User user, long now, BatchFile input, int limit)
    {
        if (input.Refusal is { } refusal) return (graph, new BatchOutcome { OtherFailures = 1, Errors = [refusal] });
        if (input.Indicators > limit)
        {
            var error = BatchErrors.Limit(input.Indicators, limit);
            return (graph, new BatchOutcome { OtherFailures = 1, Unprocessed = input.Items.Count, Errors = [error] });
        }
        var run = new BatchRun(graph, terms, user, now);
        var outcome = run.Take(input);
        return (new BatchWriter(graph, terms.Owner, now, run._pending, run._links.Found, run._parts).Write(), outcome);
    }

    private BatchOutcome Take(BatchFile input)
    {
        int indicators = 0, indicatorsFailed = 0, groups = 0, groupsFailed = 0, left = input.Items.Count;
        foreach (var item in input.Items)
        {
            left--;
            var error = item.Failure ?? Take(item);
            if (item.IsIndicator && error is null) indicators++;
            else if (item.IsIndicator) indicatorsFailed++;
            else if (error is null) groups++;
            else groupsFailed++;
            if (error is null) continue;
            _errors.Add(error);
            if (_terms.HaltOnError) break;
        }
        var halted = _terms.HaltOnError && _errors.Count > 0;
        var links = _terms.IsDelete ? LinkCounts.None : Link(halted ? [] : input.Associations, quiet: halted);
        return new BatchOutcome
        {
            IndicatorsDone = indicators,
            IndicatorsFailed = indicatorsFailed,
            GroupsDone = groups,
            GroupsFailed = groupsFailed,
            OtherFailures = links.Failed,
            AssociationsDone = links.AssociationsDone,
            AssociationsFailed = links.AssociationsFailed,
            Unprocessed = left,
            Errors = _errors,
        };
    }

    /// <param name="associations">The associations of the file; those inside of items were collected with the items.</param>
    /// <param name="quiet">The job has stopped, so errors are ignored: the referenced items may be in the unread part.</param>
    private LinkCounts Link(IReadOnlyList<AssociationInput> associations, bool quiet)
    {
        var (errors, done, failed) = _links.Resolve(associations, stopAtFirst: _terms.HaltOnError && !quiet);
        if (quiet) return LinkCounts.None;
        _errors.AddRange(errors);
        return new LinkCounts(errors.Count, done, failed);
    }

    /// <param name="Failed">The number of links that could not be created.</param>
    /// <param name="AssociationsDone">The number of created associations from the file's association list.</param>
    /// <param name="AssociationsFailed">The number of those that could not be created.</param>
    private readonly record struct LinkCounts(int Failed, int AssociationsDone, int AssociationsFailed)
    {
        public static LinkCounts None => default;
    }

    private BatchError? Take(BatchItem item) => item switch
    {
        IndicatorItem indicator => Take(indicator),
        GroupItem group => Take(group),
        _ => throw new InvalidOperationException($"A batch file holds no {item.GetType().Name}."),
    };

    private BatchError? Take(IndicatorItem item)
    {
        var isFile = item.Type == IndicatorType.File;
        if (_terms.IsDelete)
        {
            var found = isFile ? item.Parts.OfType<string>().Select(_pending.FindHash) : [_pending.Find(item.Type, item.Parts)];
            foreach (var pendingItem in found) pendingItem?.Deleted = true;
            return null;
        }
        if (IsExcluded(item)) return BatchErrors.Item(true, item.Source, Texts.Excluded);
        var targets = isFile
            ? _files.Resolve(item.Parts)
            : [_pending.Find(item.Type, item.Parts) ?? _pending.New(Blank(item.Type, item.Parts))];
        BatchError? loss = null;
        foreach (var target in targets)
        {
            target.Now = Update(target.Indicator, item, target.Old is null);
            loss = _parts.Add(target, item);
            if (isFile) target.Occurrences.AddRange(item.Occurrences);
            _links.Collect(target, item);
        }
        return loss;
    }

    private BatchError? Take(GroupItem item)
    {
        var pendingItem = _pending.FindGroup(item.Xid!);
        if (pendingItem is null && Group.FindByXid(_graph, item.Xid!) is { } elsewhere && elsewhere.Owner != _terms.Owner)
            return BatchErrors.Item(false, item.Source, $"{item.Type.Name} {item.Source} has the xid of a group of another owner.");
        if (pendingItem?.Now is Group known && known.Type != item.Type)
            return BatchErrors.Item(false, item.Source, $"{item.Type.Name} {item.Source} has the xid of a {known.Type.Name}.");
        if (_terms.IsDelete)
        {
            pendingItem?.Deleted = true;
            return null;
        }
        pendingItem ??= _pending.New(Blank(item));
        var before = (Group)pendingItem.Now;
        pendingItem.Now = before with { Name = item.Name, Details = item.Details(before.Details), Modified = item.Modified ?? _now };
        _links.Collect(pendingItem, item);
        return _parts.Add(pendingItem, item);
    }

    private Group Blank(GroupItem item) => new()
    {
        Id = 0,
        Owner = _terms.Owner,
        Type = item.Type,
        Name = item.Name,
        Added = item.Added ?? _now,
        Modified = _now,
        CreatedBy = _user.FullName,
        Xid = item.Xid,
    };

    private Indicator Blank(IndicatorType type, string?[] parts) => new()
    {
        Id = 0,
        Owner = _terms.Owner,
        Type = type,
        Value1 = parts[0],
        Value2 = parts[1],
        Value3 = parts[2],
        Added = _now,
        Modified = _now,
    };

    private Indicator Update(Indicator old, IndicatorItem item, bool isNew) => old with
    {
        Added = isNew ? item.Added ?? old.Added : old.Added,
        Modified = item.Modified ?? _now,
        Rating = item.Rating ?? old.Rating,
        Confidence = item.Confidence ?? old.Confidence,
        Size = item.Type == IndicatorType.File ? item.Size ?? old.Size : old.Size,
        Xid = item.Xid ?? old.Xid,
        Flags = Flags(old, item),
    };

    private static IndicatorFlags Flags(Indicator old, IndicatorItem item)
    {
        var flags = old.Flags;
        Set(IndicatorFlags.Active, item.Active);
        Set(IndicatorFlags.ActiveLocked, item.ActiveLocked);
        if (!item.Type.Custom) Set(IndicatorFlags.Private, item.Private);
        if (item.Type != IndicatorType.Host) return flags;
        Set(IndicatorFlags.DnsActive, item.DnsActive);
        Set(IndicatorFlags.WhoisActive, item.WhoisActive);
        return flags;

        void Set(IndicatorFlags flag, bool? on)
        {
            if (on is { } given) flags = given ? flags | flag : flags & ~flag;
        }
    }

    private bool IsExcluded(IndicatorItem item)
    {
        var excluded = _instance.Exclusions;
        if (excluded.Count == 0) return false;
        return item.Parts.OfType<string>().Any(excluded.Contains)
            || excluded.Contains(string.Join(IndicatorType.Separator, item.Parts.OfType<string>()));
    }
}
