using System.Text.Json;
using Emulation.Control.Journals;
using Emulation.Graphs;
using Emulation.Http;
using Emulation.Http.Views;

namespace Emulation.Control.GraphView;

/// <summary>How a node is named and shown in JSON.</summary>
static class NodeReference
{
    public static string KeyOf(ViewedNode node, NodeFacts facts) => $"{node.Api.Name}/{node.Kind.Name}/{facts.Id}";

    /// <param name="json">Gets the members.</param>
    /// <param name="node">The node.</param>
    /// <param name="facts">What it is called.</param>
    /// <param name="graph">The graph that it is in.</param>
    /// <param name="origin">Scheme, authority and prefix of the world, for the curl command.</param>
    public static void Write(Utf8JsonWriter json, ViewedNode node, NodeFacts facts, Graph graph, string origin)
    {
        var lines = LabelText.Lines(facts.Name);
        json.WriteString("key", KeyOf(node, facts));
        json.WriteString("api", node.Api.Name);
        json.WriteString("kind", node.Kind.Name);
        json.WriteString("id", facts.Id);
        json.WriteString("type", facts.Type);
        json.WriteString("label", LabelText.Joined(facts.Name, lines));
        json.WriteStartArray("lines");
        foreach (var line in lines) json.WriteStringValue(line);
        json.WriteEndArray();
        json.WriteString("title", LabelText.Title(facts.Name));
        json.WriteString("shape", Shapes.NameOf(node.Kind.Shape));
        json.WriteString("class", node.Class);
        var request = node.View.RequestFor(graph, node.Node);
        WriteRequest(json, request);
        json.WriteString("curl", request is null ? null : Curl(request, node.View.Headers(graph, node.Node), origin));
    }

    private static void WriteRequest(Utf8JsonWriter json, NodeRequest? request)
    {
        if (request is null)
        {
            json.WriteNull("request");
            return;
        }
        json.WriteStartObject("request");
        json.WriteString("method", request.Method);
        json.WriteString("target", request.Target);
        json.WriteString("body", request.Body);
        json.WriteEndObject();
    }

    private static string Curl(NodeRequest request, IReadOnlyList<KeyValuePair<string, string>> headers, string origin)
    {
        var command = $"curl -s {Shell.Word(origin + request.Target)}";
        command += string.Concat(headers.Select(header => $" -H {Shell.Word($"{header.Key}: {header.Value}")}"));
        return request.Body is null ? command : $"{command} -H 'Content-Type: application/json' -d {Shell.Word(request.Body)}";
    }
}
