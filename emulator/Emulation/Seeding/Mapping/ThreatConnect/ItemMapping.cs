using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatConnect;

/// <summary>What groups, indicators, tasks and victims have in common: attributes, tags and security labels.</summary>
static class ItemMapping
{
    /// <summary>Attributes, tags and labels of an item that was added.</summary>
    public static void AddParts(ThreatConnectReader read, Node item, int owner, ItemRow row, Relation tags, Relation labels, RowPlace at)
    {
        foreach (var attribute in row.Attributes) AddAttribute(read, item, owner, attribute, read.SecondsOrStart(row.DateAdded), at);
        foreach (var name in row.Tags.Distinct(StringComparer.OrdinalIgnoreCase))
            read.Graph.Link(read.TagsAndLabels.Tag(owner, name, at), tags, item);
        foreach (var name in row.SecurityLabels.Distinct(StringComparer.OrdinalIgnoreCase))
            read.Graph.Link(read.TagsAndLabels.Label(owner, name, at), labels, item);
    }

    /// <summary>The value of the displayed attribute of a type, which is the item's own where its row does not say otherwise.</summary>
    public static string? Displayed(ThreatConnectReader read, ItemRow row, string type) => read.Complete ? null
        : row.Attributes.LastOrDefault(attribute => attribute.Displayed
            && string.Equals(attribute.Type, type, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>The members that all rows of items have.</summary>
    public static TRow WithParts<TRow>(TRow row, Node item, ItemLinks links, ThreatConnectWriter write) where TRow : ItemRow
    {
        row.Attributes = [.. write.AttributesOf(item).Select(attribute => ToRow(attribute, write))];
        (row.Tags, row.SecurityLabels) = (links.Tags, links.Labels);
        (row.Groups, row.Indicators, row.Tasks) = (links.Groups, links.Indicators, links.Tasks);
        (row.Victims, row.VictimAssets) = (links.Victims, links.VictimAssets);
        return row;
    }

    private static AttributeRow ToRow(ItemAttribute attribute, ThreatConnectWriter write) =>
        OwnRow(attribute) with { SecurityLabels = write.LabelsOf(attribute) };

    /// <summary>The attribute's own fields, without its labels.</summary>
    public static AttributeRow OwnRow(ItemAttribute attribute) => new()
    {
        Id = attribute.Id,
        Type = attribute.Type,
        Value = attribute.Value,
        Source = attribute.Source,
        Displayed = attribute.Displayed,
        DateAdded = Moments.Of(attribute.Added),
        LastModified = Moments.Unless(attribute.Modified, attribute.Added),
        Xid = attribute.Xid,
    };

    private static void AddAttribute(ThreatConnectReader read, Node item, int owner, AttributeRow row, long itemAdded, RowPlace at)
    {
        var node = read.Graph.Add(ToNode(read, row, item.Key, itemAdded, at));
        foreach (var name in row.SecurityLabels.Distinct(StringComparer.OrdinalIgnoreCase))
            read.Graph.Link(read.TagsAndLabels.Label(owner, name, at), ThreatConnectRelations.LabelAttribute, node);
    }

    public static ItemAttribute ToNode(ThreatConnectReader read, AttributeRow row, int item, long itemAdded, RowPlace at)
    {
        var types = read.Instance.AttributeTypes;
        if (types.Find(row.Type) is not { } type)
            throw Bounds.Unknown(at, "an attribute of the type", row.Type, types.All.Select(known => known.Name));
        if (row.Value.Length == 0 || !type.Accepts(row.Value))
            throw at.Error($"has a {type.Name} attribute whose value is empty, too long or not allowed");
        return new ItemAttribute
        {
            Id = read.Ids.Take(ItemAttribute.NodeKind, row.Id, at),
            Item = item,
            Type = type.Name,
            Value = row.Value,
            Source = row.Source,
            Displayed = row.Displayed && (type.CanBeDisplayed || read.Complete),
            Added = Moments.Seconds(row.DateAdded) ?? itemAdded,
            Modified = Moments.Seconds(row.LastModified ?? row.DateAdded) ?? itemAdded,
            Xid = row.Xid,
        };
    }
}
