using System.Text.Json;
using Emulation.Graphs;
using Emulation.Http.Views;

namespace Emulation.Control.GraphView;

/// <summary>Writes a neighbourhood with its positions.</summary>
static class GraphJson
{
    public static void Write(Utf8JsonWriter json, Drawing drawing, string world, GraphQuery query, string origin)
    {
        var (neighbourhood, placed) = (drawing.Neighbourhood, drawing.Placed);
        json.WriteString("center", drawing.KeyOf(neighbourhood.Centre));
        json.WriteString("world", world);
        json.WriteNumber("graphVersion", drawing.Graph.Version);
        json.WriteNumber("depth", query.Depth);
        json.WriteNumber("limit", query.Limit);
        json.WriteStartObject("bounds");
        WriteBox(json, drawing.Bounds);
        json.WriteEndObject();
        json.WriteStartArray("nodes");
        foreach (var one in placed) WriteNode(json, one, drawing.Graph, origin);
        json.WriteEndArray();
        json.WriteStartArray("links");
        foreach (var link in neighbourhood.Links) WriteLink(json, link, drawing);
        json.WriteEndArray();
        WriteOmitted(json, drawing);
        json.WriteBoolean("complete", neighbourhood.IsComplete);
        json.WriteStartArray("kinds");
        foreach (var kind in drawing.Kinds) WriteKind(json, kind.Api, kind.Kind, kind.Count);
        json.WriteEndArray();
    }

    public static void WriteKind(Utf8JsonWriter json, string api, ViewKind kind, int count)
    {
        json.WriteStartObject();
        json.WriteString("api", api);
        json.WriteString("kind", kind.Name);
        json.WriteString("title", kind.Title);
        json.WriteString("shape", Shapes.NameOf(kind.Shape));
        json.WriteString("path", Shapes.PathOf(kind.Shape));
        json.WriteString("class", $"{api}-{kind.Name}");
        json.WriteNumber("count", count);
        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, PlacedMember one, Graph graph, string origin)
    {
        json.WriteStartObject();
        NodeReference.Write(json, one.Member.Viewed, one.Facts, graph, origin);
        json.WriteNumber("x", (int)one.X);
        json.WriteNumber("y", (int)one.Y);
        json.WriteNumber("level", one.Member.Level);
        json.WriteStartObject("labelBox");
        WriteBox(json, new Box(one.LabelLeft, one.LabelTop, one.Width, one.LabelHeight));
        json.WriteEndObject();
        json.WriteNumber("neighbours", one.Member.Neighbours);
        json.WriteNumber("omitted", one.Member.Omitted);
        json.WriteEndObject();
    }

    private static void WriteLink(Utf8JsonWriter json, MemberLink link, Drawing drawing)
    {
        json.WriteStartObject();
        json.WriteString("from", drawing.KeyOf(link.From));
        json.WriteString("to", drawing.KeyOf(link.To));
        json.WriteString("relation", link.Relation);
        json.WriteString("label", LabelText.Title(link.Label));
        json.WriteBoolean("directed", link.IsDirected);
        json.WriteBoolean("crossApi", link.IsCrossApi);
        json.WriteEndObject();
    }

    private static void WriteOmitted(Utf8JsonWriter json, Drawing drawing)
    {
        var omitted = drawing.Neighbourhood.Omitted;
        json.WriteStartObject("omitted");
        json.WriteNumber("total", omitted.Sum(list => list.Total - list.Shown));
        json.WriteStartArray("lists");
        foreach (var list in omitted)
        {
            json.WriteStartObject();
            json.WriteString("node", drawing.KeyOf(list.Of));
            json.WriteString("relation", list.List.Relation);
            json.WriteString("api", list.Api);
            json.WriteString("kind", list.List.Kind.Name);
            json.WriteString("type", list.List.Type);
            json.WriteNumber("total", list.Total);
            json.WriteNumber("shown", list.Shown);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteBox(Utf8JsonWriter json, Box box)
    {
        json.WriteNumber("x", box.X);
        json.WriteNumber("y", box.Y);
        json.WriteNumber("width", box.Width);
        json.WriteNumber("height", box.Height);
    }
}
