using Emulation.Apis.ThreatConnect.Requests.Batch;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Handlers.Batch;

/// <summary>Writes the pending items of a job: first changes and removals, one by one, then all new nodes through a builder.</summary>
sealed class BatchWriter
{
    private readonly int _owner;
    private readonly long _now;
    private readonly PendingItems _pending;
    private readonly IReadOnlyList<BatchLink> _links;
    private readonly BatchParts _parts;
    private readonly Dictionary<string, Tag> _tags = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SecurityLabel> _labels = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(int Relation, int From, int To)> _linked = [];
    private readonly List<(PendingItem Primary, Node Other, Relation Relation)> _inherited = [];
    private Graph _graph;

    public BatchWriter(Graph graph, int owner, long now, PendingItems pending, IReadOnlyList<BatchLink> links, BatchParts parts)
    {
        _graph = graph;
        (_owner, _now, _pending, _links, _parts) = (owner, now, pending, links, parts);
    }

    public Graph Write()
    {
        foreach (var pendingItem in _pending.All.Where(pendingItem => pendingItem.Absorbed.Count > 0)) Inherit(pendingItem, pendingItem);
        foreach (var pendingItem in _pending.All.Where(pendingItem => pendingItem is { Deleted: true, Old: not null }))
            Remove(pendingItem.Old!);
        foreach (var pendingItem in _pending.All.Where(pendingItem => pendingItem is { Deleted: false, Old: not null }))
            Change(pendingItem);
        var builder = new GraphBuilder(_graph);
        foreach (var label in _parts.NewLabels) _labels.Add(label.Name, builder.Add(label with { Added = _now }));
        foreach (var pendingItem in _pending.All.Where(pendingItem => !pendingItem.Deleted)) Add(builder, pendingItem);
        foreach (var (from, relation, to) in _links)
            if (!from.Deleted && !to.Deleted) Link(builder, from.Now, relation, to.Now);
        foreach (var (primary, other, relation) in _inherited)
            if (_graph.Find(other.Key) is { } now) Link(builder, now, relation, primary.Now);
        return builder.Build();
    }

    /// <summary>Moves the parts of merged files to the remaining file, which may duplicate attributes, as documented.</summary>
    private void Inherit(PendingItem primary, PendingItem from)
    {
        foreach (var other in from.Absorbed)
        {
            Inherit(primary, other);
            primary.Attributes.AddRange(other.Attributes);
            primary.Tags.UnionWith(other.Tags);
            primary.Labels.UnionWith(other.Labels);
            primary.Occurrences.AddRange(other.Occurrences);
            if (other.Old is not { } old) continue;
            if (!primary.DropsAttributes)
                primary.Attributes.AddRange(ItemParts.AttributesOf(_graph, old).All().Cast<ItemAttribute>()
                    .Select(one => new AttributeInput(one.Type, one.Value, false, one.Source, [])));
            if (!primary.DropsTags) primary.Tags.UnionWith(ItemParts.TagsOf(_graph, old, TagIndicator.To).Select(tag => tag.Name));
            if (!primary.DropsLabels)
                primary.Labels.UnionWith(ItemParts.LabelsOf(_graph, old, LabelIndicator.To).Select(label => label.Name));
            _inherited.AddRange(_graph.Linked(old, GroupIndicator.To).All().Select(group => (primary, group, GroupIndicator)));
        }
    }

    private void Remove(Node node)
    {
        _graph = Deletions.Without(_graph, node);
        if (node is not Indicator item) return;
        _graph = Retention.RecordDeletion(_graph, item, _now);
    }

    private void Change(PendingItem pendingItem)
    {
        var old = pendingItem.Old!;
        var (tags, labels) = RelationsOf(old);
        if (pendingItem.DropsAttributes || pendingItem.DropsTypes.Count + pendingItem.Attributes.Count + pendingItem.Displayed.Count > 0)
            _graph = DisplayedAttributes.Settle(_graph, pendingItem,
                ItemParts.AttributesOf(_graph, old).All().Cast<ItemAttribute>().ToArray(), _now);
        if (pendingItem.DropsTags)
        {
            foreach (var tag in _graph.Linked(old, tags.To).All().Cast<Tag>().Where(tag => !pendingItem.Tags.Contains(tag.Name)).ToArray())
                _graph = _graph.Unlink(tag, tags, old);
        }
        if (pendingItem.DropsLabels)
        {
            foreach (var label in _graph.Linked(old, labels.To).All().Cast<SecurityLabel>()
                .Where(label => !pendingItem.Labels.Contains(label.Name)).ToArray())
                _graph = _graph.Unlink(label, labels, old);
        }
        if (!ReferenceEquals(pendingItem.Now, old)) _graph = _graph.Replace(old, pendingItem.Now);
    }

    private void Add(GraphBuilder builder, PendingItem pendingItem)
    {
        if (pendingItem.Old is null)
        {
            DisplayedAttributes.Settle(_graph, pendingItem, [], _now);
            pendingItem.Now = pendingItem.Now switch
            {
                Indicator item => builder.Add(item with { Id = builder.TakeId(Indicator.NodeKind) }),
                Group group => builder.Add(group with { Id = builder.TakeId(Group.NodeKind) }),
                var other => throw new InvalidOperationException($"A job makes no {other.Kind.Name}."),
            };
        }
        var (tags, labels) = RelationsOf(pendingItem.Now);
        foreach (var attribute in pendingItem.Attributes) Add(builder, pendingItem.Now, attribute);
        foreach (var tag in pendingItem.Tags) Link(builder, TagOf(builder, tag), tags, pendingItem.Now);
        foreach (var label in pendingItem.Labels) Link(builder, LabelOf(label), labels, pendingItem.Now);
        foreach (var (name, path, date) in pendingItem.Occurrences)
        {
            var id = builder.TakeId(FileOccurrence.NodeKind);
            builder.Add(new FileOccurrence { Id = id, File = pendingItem.Now.Key, FileName = name, Path = path, Date = date });
        }
    }

    private void Add(GraphBuilder builder, Node item, AttributeInput given)
    {
        var attribute = builder.Add(new ItemAttribute
        {
            Id = builder.TakeId(ItemAttribute.NodeKind),
            Item = item.Key,
            Type = given.Type,
            Value = given.Value,
            Source = given.Source,
            Displayed = given.Displayed,
            Added = _now,
            Modified = _now,
        });
        foreach (var label in given.Labels) Link(builder, LabelOf(label.Name), LabelAttribute, attribute);
    }

    private Tag TagOf(GraphBuilder builder, string name)
    {
        if (_tags.TryGetValue(name, out var tag)) return tag;
        tag = Tag.Find(_graph, _owner, name) ?? builder.Add(new Tag { Owner = _owner, Name = name });
        _tags.Add(name, tag);
        return tag;
    }

    private SecurityLabel LabelOf(string name)
    {
        if (_labels.TryGetValue(name, out var label)) return label;
        label = SecurityLabel.Find(_graph, _owner, name)
            ?? throw new InvalidOperationException($"The label {name} was accepted and is not there.");
        _labels.Add(name, label);
        return label;
    }

    /// <summary>A builder takes each link once.</summary>
    private void Link(GraphBuilder builder, Node from, Relation relation, Node to)
    {
        var (one, other) = relation.Symmetric && from.Key > to.Key ? (to.Key, from.Key) : (from.Key, to.Key);
        if (!_linked.Add((relation.Number, one, other))) return;
        if (_graph.Find(from.Key) is not null && _graph.Find(to.Key) is not null && _graph.IsLinked(from, relation.From, to)) return;
        builder.Link(from, relation, to);
    }

    private static (Relation Tags, Relation Labels) RelationsOf(Node item) =>
        item is Indicator ? (TagIndicator, LabelIndicator) : (TagGroup, LabelGroup);
}
