using System.Text.Json;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Bodies;

/// <summary>Attributes, tags and labels: alone, in lists, and inside the items that carry them.</summary>
static class PartJson
{
    public static void Attribute(Utf8JsonWriter json, ItemAttribute attribute, bool additional)
    {
        json.WriteStartObject();
        json.WriteNumber(Names.Id, attribute.Id);
        json.WriteString(Names.Type, attribute.Type);
        Pen.Date(json, Names.DateAdded, attribute.Added);
        Pen.Date(json, Names.LastModified, attribute.Modified);
        json.WriteBoolean(Names.Displayed, attribute.Displayed);
        json.WriteString(Names.Value, attribute.Value);
        Pen.Text(json, Names.Source, attribute.Source);
        if (additional) Pen.Text(json, Names.Xid, attribute.Xid);
        json.WriteEndObject();
    }

    public static void Tag(Utf8JsonWriter json, Pen pen, Tag tag, bool detailed)
    {
        json.WriteStartObject();
        json.WriteString(Names.Name, tag.Name);
        if (detailed) Pen.Text(json, Names.Description, tag.Description);
        pen.Link("/auth/tags/tag.xhtml?tag=").Form(tag.Name).Plain("&owner=").Form(pen.OwnerOf(tag.Owner).Name).EndLink(json);
        json.WriteEndObject();
    }

    public static void Label(Utf8JsonWriter json, SecurityLabel label)
    {
        json.WriteStartObject();
        json.WriteString(Names.Name, label.Name);
        Pen.Text(json, Names.Description, label.Description);
        Pen.Date(json, Names.DateAdded, label.Added);
        Pen.Text(json, Names.Color, label.Color);
        json.WriteEndObject();
    }

    /// <summary>The arrays inside an item that the request asked for.</summary>
    public static void Included(Utf8JsonWriter json, Pen pen, Node item, Relation tags, Relation labels)
    {
        var includes = pen.Includes;
        if (includes.Attributes)
        {
            json.WriteStartArray(Names.Attribute);
            foreach (var node in Parts.AttributesOf(pen.Graph, item).All()) Attribute(json, (ItemAttribute)node, includes.Additional);
            json.WriteEndArray();
        }
        if (includes.Tags)
        {
            json.WriteStartArray(Names.Tag);
            foreach (var tag in Parts.TagsOf(pen.Graph, item, tags.To)) Tag(json, pen, tag, detailed: true);
            json.WriteEndArray();
        }
        if (includes.Labels)
        {
            json.WriteStartArray(Names.SecurityLabel);
            foreach (var label in Parts.LabelsOf(pen.Graph, item, labels.To)) Label(json, label);
            json.WriteEndArray();
        }
    }
}

/// <summary>What an item carries, in served order.</summary>
static class Parts
{
    public static NodeList AttributesOf(Graph graph, Node item) =>
        graph.Between(ItemAttribute.OfItem, NewestKey.First(item.Key), NewestKey.Last(item.Key));

    public static IEnumerable<Tag> TagsOf(Graph graph, Node item, End end) =>
        graph.Linked(item, end).All().Cast<Tag>().OrderBy(tag => tag.Name, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<SecurityLabel> LabelsOf(Graph graph, Node item, End end) =>
        graph.Linked(item, end).All().Cast<SecurityLabel>().OrderBy(label => label.Name, StringComparer.OrdinalIgnoreCase);
}
