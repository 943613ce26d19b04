using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Mapping.ThreatConnect;

/// <summary>The tags and security labels that were read, by owner and name without letter case.</summary>
sealed class TagsAndLabels(GraphBuilder graph)
{
    private readonly Dictionary<(int Owner, string Name), Tag> _tags = [];
    private readonly Dictionary<(int Owner, string Name), SecurityLabel> _labels = [];

    public bool TryAdd(Tag tag) => _tags.TryAdd((tag.Owner, Fold.Case(tag.Name)), tag);

    public bool TryAdd(SecurityLabel label) => _labels.TryAdd((label.Owner, Fold.Case(label.Name)), label);

    /// <summary>The tag of an item, which is made if it was not listed.</summary>
    public Tag Tag(int owner, string name, RowPlace at)
    {
        if (name.Length is 0 or > Graphs.ThreatConnect.Tag.LongestName)
            throw at.Error($"has a tag of {name.Length} characters; a tag has 1 to {Graphs.ThreatConnect.Tag.LongestName}");
        if (!_tags.TryGetValue((owner, Fold.Case(name)), out var tag))
            _tags.Add((owner, Fold.Case(name)), tag = graph.Add(new Tag { Owner = owner, Name = name }));
        return tag;
    }

    public SecurityLabel Label(int owner, string name, RowPlace at) => _labels.GetValueOrDefault((owner, Fold.Case(name)))
        ?? throw at.Error($"has the security label \"{name}\", which its owner does not have; list it under securityLabels");
}
