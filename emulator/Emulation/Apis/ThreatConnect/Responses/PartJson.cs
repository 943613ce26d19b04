using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Responses;

/// <summary>Writes attributes, tags and labels: single, in lists, and inside of items.</summary>
static class PartJson
{
    public static void WriteAttribute(ref JsonWriter json, ItemAttribute attribute, bool additional)
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

    public static void WriteTag(ref JsonWriter json, RenderContext context, Tag tag, bool detailed)
    {
        json.StartObject();
        json.Text("name"u8, tag.Name);
        if (detailed) json.OptionalText("description"u8, tag.Description);
        json.StartLink(context, "/auth/tags/tag.xhtml?tag="u8);
        json.FormPart(tag.Name);
        json.TextPart(context.LinkEndOf(tag.Owner));
        json.EndText();
        json.EndObject();
    }

    public static void WriteLabel(ref JsonWriter json, SecurityLabel label)
    {
        json.StartObject();
        json.Text("name"u8, label.Name);
        // Always present, because current clients read it unconditionally.
        json.Text("description"u8, label.Description ?? "");
        json.Date("dateAdded"u8, label.Added);
        json.OptionalText("color"u8, label.Color);
        json.EndObject();
    }

    /// <summary>The arrays inside of an item that the request includes.</summary>
    public static void WriteIncluded(ref JsonWriter json, RenderContext context, Node item, Relation tags, Relation labels)
    {
        var includes = context.Includes;
        if (includes.Attributes)
        {
            json.StartArray("attribute"u8);
            foreach (var node in ItemParts.AttributesOf(context.Graph, item).All())
                WriteAttribute(ref json, (ItemAttribute)node, includes.Additional);
            json.EndArray();
        }
        if (includes.Tags)
        {
            json.StartArray("tag"u8);
            foreach (var tag in ItemParts.TagsOf(context.Graph, item, tags.To)) WriteTag(ref json, context, tag, detailed: true);
            json.EndArray();
        }
        if (includes.Labels)
        {
            json.StartArray("securityLabel"u8);
            foreach (var label in ItemParts.LabelsOf(context.Graph, item, labels.To)) WriteLabel(ref json, label);
            json.EndArray();
        }
    }
}
