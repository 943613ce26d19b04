using System.Text.Json;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Bodies;

/// <summary>Attributes, tags and labels: alone, in lists, and inside the items that carry them.</summary>
static class PartJson
{
    public static void Attribute(ref JsonWriter json, ItemAttribute attribute, bool additional)
    {
        json.StartObject();
        json.Number("id"u8, attribute.Id);
        json.Text("type"u8, attribute.Type);
        json.Date("dateAdded"u8, attribute.Added);
        json.Date("lastModified"u8, attribute.Modified);
        json.Flag("displayed"u8, attribute.Displayed);
        json.Text("value"u8, attribute.Value);
        json.OptionalText("source"u8, attribute.Source);
        if (additional) json.OptionalText("xid"u8, attribute.Xid);
        json.EndObject();
    }

    public static void Tag(ref JsonWriter json, Pen pen, Tag tag, bool detailed)
    {
        json.StartObject();
        json.Text("name"u8, tag.Name);
        if (detailed) json.OptionalText("description"u8, tag.Description);
        pen.Link("/auth/tags/tag.xhtml?tag=").Form(tag.Name).Plain("&owner=").Form(pen.OwnerOf(tag.Owner).Name).EndLink(ref json);
        json.EndObject();
    }

    public static void Label(ref JsonWriter json, SecurityLabel label)
    {
        json.StartObject();
        json.Text("name"u8, label.Name);
        json.OptionalText("description"u8, label.Description);
        json.Date("dateAdded"u8, label.Added);
        json.OptionalText("color"u8, label.Color);
        json.EndObject();
    }

    /// <summary>The arrays inside an item that the request asked for.</summary>
    public static void Included(ref JsonWriter json, Pen pen, Node item, Relation tags, Relation labels)
    {
        var includes = pen.Includes;
        if (includes.Attributes)
        {
            json.StartArray("attribute"u8);
            foreach (var node in Parts.AttributesOf(pen.Graph, item).All()) Attribute(ref json, (ItemAttribute)node, includes.Additional);
            json.EndArray();
        }
        if (includes.Tags)
        {
            json.StartArray("tag"u8);
            foreach (var tag in Parts.TagsOf(pen.Graph, item, tags.To)) Tag(ref json, pen, tag, detailed: true);
            json.EndArray();
        }
        if (includes.Labels)
        {
            json.StartArray("securityLabel"u8);
            foreach (var label in Parts.LabelsOf(pen.Graph, item, labels.To)) Label(ref json, label);
            json.EndArray();
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
