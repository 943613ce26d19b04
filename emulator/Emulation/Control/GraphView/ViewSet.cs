using Emulation.Graphs;
using Emulation.Http;
using Emulation.Http.Views;

namespace Emulation.Control.GraphView;

/// <summary>A node with the API that shows it.</summary>
sealed record ViewedNode(IApi Api, IGraphView View, ViewKind Kind, Node Node)
{
    /// <summary>The class of its kind in a picture.</summary>
    public string Class => $"{Api.Name}-{Kind.Name}";
}

/// <summary>The views of all APIs.</summary>
sealed class ViewSet
{
    private readonly (IApi Api, IGraphView View, ViewKind Kind)?[] _byKind;
    private readonly IGraphView?[] _views;

    public ViewSet(IReadOnlyList<IApi> apis)
    {
        All = [.. apis.Where(api => api.View is not null).Select(api => (api, api.View!))];
        _byKind = new (IApi, IGraphView, ViewKind)?[Numbers.DefaultIfEmpty().Max() + 1];
        foreach (var (api, view) in All)
            foreach (var kind in view.Kinds) _byKind[kind.Graph.Number] = (api, view, kind);
        _views = [.. _byKind.Select(of => of?.View)];
    }

    public IReadOnlyList<(IApi Api, IGraphView View)> All { get; }

    private IEnumerable<int> Numbers => All.SelectMany(of => of.View.Kinds).Select(kind => kind.Graph.Number);

    public string ApiOf(ViewKind kind) => _byKind[kind.Graph.Number]!.Value.Api.Name;

    public IGraphView? ViewOf(Node node) => node.Kind.Number is var number && number < _views.Length ? _views[number] : null;

    /// <summary>Null when no API shows nodes of this kind.</summary>
    public ViewedNode? Of(Node node) =>
        Find(node) is { } of ? new ViewedNode(of.Api, of.View, of.Kind, node) : null;

    private (IApi Api, IGraphView View, ViewKind Kind)? Find(Node node) =>
        node.Kind.Number is var number && number < _byKind.Length ? _byKind[number] : null;

    /// <summary>The nodes with an id, in the order of the kinds.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="api">The API; null: any.</param>
    /// <param name="kind">The kind; null: any.</param>
    /// <param name="id">The id.</param>
    public IEnumerable<ViewedNode> WithId(Graph graph, string? api, string? kind, string id) =>
        from of in All
        where api is null || api == of.Api.Name
        from one in of.View.Kinds
        where kind is null || kind == one.Name
        let node = of.View.Find(graph, one.Name, id)
        where node is not null
        select new ViewedNode(of.Api, of.View, one, node);

    /// <summary>The nodes of all APIs with a value, each once.</summary>
    public IEnumerable<ViewedNode> WithValue(Graph graph, string value) =>
        All.SelectMany(of => of.View.WithValue(graph, value)).DistinctBy(node => node.Key).Select(Of).OfType<ViewedNode>();
}
