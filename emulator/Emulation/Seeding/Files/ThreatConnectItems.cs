using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Files;

/// <summary>The items of a dataset with what belongs to each alone: attributes, tags, labels, assets.</summary>
sealed partial class ThreatConnectItems(DatasetFile file, GraphBuilder graph, ThreatConnectOwners owners, Instance instance)
{
    private readonly Dictionary<(int Owner, string Name), Tag> _tags = [];
    private readonly Dictionary<(int Owner, string Name), SecurityLabel> _labels = [];
    private readonly HashSet<(string, long)> _partIds = [];
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _xids = new(StringComparer.Ordinal);
    private readonly ContentParts _contents = new(file);
    private readonly long _start = (file.Start ?? DateTimeOffset.UnixEpoch).ToUnixTimeSeconds();

    public ThreatConnectOwners Owners => owners;

    public Dictionary<long, Group> Groups { get; } = [];

    public Dictionary<long, Indicator> Indicators { get; } = [];

    public Dictionary<long, WorkflowTask> Tasks { get; } = [];

    public Dictionary<long, (Victim Victim, List<VictimAsset> Assets)> Victims { get; } = [];

    public Dictionary<long, (Victim Victim, VictimAsset Asset)> VictimAssets { get; } = [];

    public void AddAll()
    {
        NoteIds();
        for (var i = 0; i < file.SecurityLabels.Count; i++) AddLabel(file.SecurityLabels[i], i);
        if (!file.Complete) AddLabelsOfSystem();
        for (var i = 0; i < file.Tags.Count; i++) AddTag(file.Tags[i], i);
        for (var i = 0; i < file.Groups.Count; i++) AddGroup(file.Groups[i], i);
        for (var i = 0; i < file.Indicators.Count; i++) AddIndicator(file.Indicators[i], i);
        for (var i = 0; i < file.Tasks.Count; i++) AddTask(file.Tasks[i], i);
        for (var i = 0; i < file.Victims.Count; i++) AddVictim(file.Victims[i], i);
        for (var i = 0; i < file.DeletedIndicators.Count; i++) AddDeleted(file.DeletedIndicators[i], i);
        _contents.Close(Groups);
    }

    private void AddLabelsOfSystem()
    {
        foreach (var owner in owners.All)
            foreach (var label in SecurityLabel.OfSystem(owner.Id))
                if (!_labels.ContainsKey((owner.Id, Fold.Case(label.Name)))) _labels.Add((owner.Id, Fold.Case(label.Name)), graph.Add(label));
    }

    public long Seconds(DateTimeOffset? at) => at?.ToUnixTimeSeconds() ?? _start;

    public static long? Moment(DateTimeOffset? at) => at?.ToUnixTimeSeconds();

    /// <summary>An id of its own for a part, or the next one.</summary>
    public long PartId(Kind kind, long? id, string array, int position)
    {
        var own = id ?? graph.TakeId(kind);
        if (own < 1 || !_partIds.Add((kind.Name, own))) throw new RowError(array, position, $"has a {kind.Name} with the id {own}; an id is 1 or more and stands once");
        IdLimit.Check(kind, own, file.Complete, array, position);
        return own;
    }

    // Ids that are given stand before those that are counted, wherever they are in the file.
    private void NoteIds()
    {
        Note(Group.NodeKind, file.Groups.Select(row => row.Id));
        Note(Indicator.NodeKind, file.Indicators.Select(row => row.Id));
        Note(WorkflowTask.NodeKind, file.Tasks.Select(row => row.Id));
        Note(Victim.NodeKind, file.Victims.Select(row => row.Id));
        Note(VictimAsset.NodeKind, file.Victims.SelectMany(row => row.Assets).Select(row => row.Id));
        Note(AdversaryAsset.NodeKind, file.Groups.SelectMany(row => row.Assets).Select(row => row.Id));
        Note(FileOccurrence.NodeKind, file.Indicators.SelectMany(row => row.FileOccurrences).Select(row => row.Id));
        Note(Observation.NodeKind, file.Indicators.SelectMany(row => row.Observations).Select(row => row.Id));
        Note(FalsePositive.NodeKind, file.Indicators.SelectMany(row => row.FalsePositives).Select(row => row.Id));
        Note(DnsResolution.NodeKind, file.Indicators.SelectMany(row => row.DnsResolutions).Select(row => row.Id));
        Note(DeletedIndicator.NodeKind, file.DeletedIndicators.Select(row => row.Id));
        IEnumerable<ItemRow> items = [.. file.Groups, .. file.Indicators, .. file.Tasks, .. file.Victims];
        Note(ItemAttribute.NodeKind, items.SelectMany(row => row.Attributes).Select(row => row.Id));
    }

    private void Note(Kind kind, IEnumerable<long?> ids)
    {
        foreach (var id in ids) if (id is { } given && IdLimit.Allows(kind, given, file.Complete)) graph.NoteId(kind, given);
    }

    private long ItemId<TItem>(Kind kind, long? id, Dictionary<long, TItem> taken, string array, int position)
    {
        var own = id ?? graph.TakeId(kind);
        if (own < 1 || taken.ContainsKey(own)) throw new RowError(array, position, $"has the id {own}; an id is 1 or more and stands once among {array}");
        IdLimit.Check(kind, own, file.Complete, array, position);
        return own;
    }

    private void AddLabel(SecurityLabelRow row, int position)
    {
        if (row.Name.Length == 0) throw new RowError("securityLabels", position, "has no name");
        if (row.Color is { } color && (color.Length != 6 || !color.All(char.IsAsciiHexDigit))) throw new RowError("securityLabels", position, $"has the color \"{color}\"; a color is six hexadecimal digits");
        var owner = owners.Find(row.Owner, "securityLabels", position);
        var system = file.Complete ? null : SecurityLabel.OfSystem(owner.Id).FirstOrDefault(label => string.Equals(label.Name, row.Name, StringComparison.OrdinalIgnoreCase));
        var label = new SecurityLabel
        {
            Owner = owner.Id,
            Name = row.Name,
            Description = row.Description ?? system?.Description,
            Color = row.Color ?? system?.Color,
            Added = row.DateAdded is null && system is not null ? system.Added : Seconds(row.DateAdded),
            System = row.System ?? system is not null,
        };
        if (!_labels.TryAdd((owner.Id, Fold.Case(row.Name)), label)) throw new RowError("securityLabels", position, $"has the name of another label of its owner, \"{row.Name}\"");
        graph.Add(label);
    }

    private void AddTag(TagRow row, int position)
    {
        var owner = owners.Find(row.Owner, "tags", position);
        if (row.Name.Length is 0 or > Tag.LongestName) throw new RowError("tags", position, $"has a name of {row.Name.Length} characters; a tag has 1 to {Tag.LongestName}");
        var tag = new Tag { Owner = owner.Id, Name = row.Name, Description = row.Description };
        if (!_tags.TryAdd((owner.Id, Fold.Case(row.Name)), tag)) throw new RowError("tags", position, $"has the name of another tag of its owner, \"{row.Name}\"");
        graph.Add(tag);
    }

    /// <summary>Attributes, tags and labels of an item that was added.</summary>
    private void AddParts(Node item, int owner, ItemRow row, Relation tags, Relation labels, string array, int position)
    {
        foreach (var attribute in row.Attributes) AddAttribute(item, owner, attribute, Seconds(row.DateAdded), array, position);
        foreach (var name in row.Tags.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (name.Length is 0 or > Tag.LongestName) throw new RowError(array, position, $"has a tag of {name.Length} characters; a tag has 1 to {Tag.LongestName}");
            if (!_tags.TryGetValue((owner, Fold.Case(name)), out var tag)) _tags.Add((owner, Fold.Case(name)), tag = graph.Add(new Tag { Owner = owner, Name = name }));
            graph.Link(tag, tags, item);
        }
        foreach (var name in row.SecurityLabels.Distinct(StringComparer.OrdinalIgnoreCase)) graph.Link(Label(owner, name, array, position), labels, item);
    }

    private void AddAttribute(Node item, int owner, AttributeRow row, long added, string array, int position)
    {
        if (instance.AttributeTypes.Find(row.Type) is not { } type)
            throw new RowError(array, position, $"has an attribute of the unknown type \"{row.Type}\"; there are {string.Join(", ", instance.AttributeTypes.All.Select(known => known.Name))}");
        if (row.Value.Length == 0 || !type.Accepts(row.Value)) throw new RowError(array, position, $"has a {type.Name} attribute whose value is empty, too long or not allowed");
        var node = graph.Add(new ItemAttribute
        {
            Id = PartId(ItemAttribute.NodeKind, row.Id, array, position),
            Item = item.Key,
            Type = type.Name,
            Value = row.Value,
            Source = row.Source,
            Displayed = row.Displayed && (type.CanBeDisplayed || file.Complete),
            Added = Moment(row.DateAdded) ?? added,
            Modified = Moment(row.LastModified ?? row.DateAdded) ?? added,
            Xid = row.Xid,
        });
        foreach (var name in row.SecurityLabels.Distinct(StringComparer.OrdinalIgnoreCase)) graph.Link(Label(owner, name, array, position), ThreatConnectRelations.LabelAttribute, node);
    }

    private SecurityLabel Label(int owner, string name, string array, int position) => _labels.GetValueOrDefault((owner, Fold.Case(name)))
        ?? throw new RowError(array, position, $"has the security label \"{name}\", which its owner does not have; list it under securityLabels");

    private string? Displayed(ItemRow row, string type) => file.Complete ? null
        : row.Attributes.LastOrDefault(attribute => attribute.Displayed && string.Equals(attribute.Type, type, StringComparison.OrdinalIgnoreCase))?.Value;
}
