using System.Text;
using Emulation.Graphs;
using Emulation.Http;

namespace Emulation.Control.GraphView;

/// <summary>The routes that show a world's graph: kinds, search, one node, and a neighbourhood as positions or picture.</summary>
static class GraphRows
{
    private const string SvgType = "image/svg+xml";

    // A picture that is opened by itself uses its own style and nothing else.
    private const string PicturePolicy = "default-src 'none'; style-src 'unsafe-inline'";

    public static IReadOnlyList<Route> All(IReadOnlyList<IApi> apis, Worlds worlds)
    {
        var views = new ViewSet(apis);
        return
        [
            Row("/graph",        "graph.get",    (call, world, graph) => Show(call, views, world, graph)),
            Row("/graph/kinds",  "graph.kinds",  (_, _, graph) => Kinds(views, graph)),
            Row("/graph/search", "graph.search", (call, world, graph) => Search(call, views, world, graph)),
            Row("/graph/node",   "graph.node",   (call, world, graph) => Node(call, views, world, graph)),
        ];

        Route Row(string path, string name, Func<ControlCall, World, Graph, Reply> show) =>
            ControlRow.Query("GET", path, name, call => In(call, worlds, show));
    }

    private static Reply In(ControlCall call, Worlds worlds, Func<ControlCall, World, Graph, Reply> show)
    {
        if (!worlds.Ready) return ControlReplies.Seeding;
        return NamedWorld.Of(call, worlds, out var refusal) is { } world ? show(call, world, world.Store.Current) : refusal;
    }

    private static Reply Show(ControlCall call, ViewSet views, World world, Graph graph)
    {
        if (GraphQuery.OfPicture(call, views, out var refusal) is not { } query) return refusal;
        if (Centre(views, graph, query, out refusal) is not { } centre) return refusal;
        var drawing = new Drawing(graph, views, NeighbourhoodBuilder.Of(graph, views, centre, query));
        var reply = query.IsPicture
            ? new Reply(200) { ContentType = SvgType, Bytes = Encoding.UTF8.GetBytes(Picture.Of(drawing, query.HasLegend)) }
                .With("Content-Security-Policy", PicturePolicy)
            : ControlReplies.Object(200, json => GraphJson.Write(json, drawing, world.Name, query, OriginOf(call, world)));
        return reply.With("Vary", "Accept");
    }

    private static Reply Search(ControlCall call, ViewSet views, World world, Graph graph)
    {
        if (GraphQuery.OfSearch(call, views, out var refusal) is not { } query) return refusal;
        if (query.Text is null) return Missing("q");
        var search = ValueSearch.Of(graph, views, query);
        return ControlReplies.Object(200, json =>
        {
            json.WriteString("q", query.Text);
            json.WriteBoolean("complete", search.IsComplete);
            json.WriteNumber("total", search.Found.Count);
            json.WriteStartArray("results");
            foreach (var (node, by) in search.Found)
            {
                json.WriteStartObject();
                NodeReference.Write(json, node, node.View.Describe(graph, node.Node), graph, OriginOf(call, world));
                json.WriteString("match", by.ToString().ToLowerInvariant());
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private static Reply Node(ControlCall call, ViewSet views, World world, Graph graph)
    {
        if (GraphQuery.OfNode(call, views, out var refusal) is not { } query) return refusal;
        if (Centre(views, graph, query, out refusal) is not { } node) return refusal;
        var request = node.View.RequestFor(graph, node.Node);
        var answer = request is null ? null : NodeAnswer.Of(call, world, graph, node, request);
        return ControlReplies.Object(200, json =>
        {
            NodeReference.Write(json, node, node.View.Describe(graph, node.Node), graph, OriginOf(call, world));
            if (answer is null)
            {
                json.WriteNull("answer");
                return;
            }
            json.WriteStartObject("answer");
            NodeAnswer.Write(json, answer);
            json.WriteEndObject();
        });
    }

    private static Reply Kinds(ViewSet views, Graph graph) => ControlReplies.Object(200, json =>
    {
        json.WriteStartArray("kinds");
        foreach (var (api, view) in views.All)
            foreach (var kind in view.Kinds) GraphJson.WriteKind(json, api.Name, kind, graph.Count(kind.Graph));
        json.WriteEndArray();
        json.WriteStartObject("colors");
        foreach (var (api, _) in views.All)
        {
            var (light, dark) = Palette.Of(views, api.Name);
            json.WriteStartObject(api.Name);
            json.WriteString("light", light);
            json.WriteString("dark", dark);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    });

    /// <summary>The node that a request names by id, or by a text.</summary>
    private static ViewedNode? Centre(ViewSet views, Graph graph, GraphQuery query, out Reply refusal)
    {
        refusal = ControlReplies.NotFound("node", query.Id ?? query.Text ?? "");
        if (query.Id is { } id)
        {
            if (query.Text is not null) refusal = Problem.Reply(400, GraphQuery.Title, "\"id\" and \"q\" both name a node; give one.");
            else if (query.Api is null) refusal = Missing("api");
            else return views.WithId(graph, query.Api, query.Kind, id).FirstOrDefault();
            return null;
        }
        if (query.Text is not null) return ValueSearch.Of(graph, views, query.First()).Found.Select(found => found.Node).FirstOrDefault();
        refusal = Missing("id");
        return null;
    }

    private static Reply Missing(string name) => Problem.Reply(400, GraphQuery.Title, $"The parameter \"{name}\" is missing.");

    /// <summary>What a target of the world follows in a URL.</summary>
    private static string OriginOf(ControlCall call, World world) =>
        world.Name == Worlds.Default ? call.Origin : $"{call.Origin}/worlds/{world.Name}";
}
