using System.Globalization;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http.Views;

namespace Emulation.Apis.ThreatConnect.Views;

/// <summary>ThreatConnect's nodes and links in pictures and in the search.</summary>
sealed class GraphView : IGraphView
{
    private const string Base = "/api/v2";

    public IReadOnlyList<ViewKind> Kinds => Views.Kinds.All;

    public ViewKind? KindOf(Node node) => Views.Kinds.All.FirstOrDefault(kind => kind.Graph == node.Kind);

    public Node? Find(Graph graph, string kind, string id)
    {
        if (kind == Views.Kinds.Tag.Name) return Named(id, (owner, name) => Tag.Find(graph, owner, name));
        if (kind == Views.Kinds.Label.Name) return Named(id, (owner, name) => SecurityLabel.Find(graph, owner, name));
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var key = new IdKey(0, number);
        if (kind == Views.Kinds.Group.Name) return graph.Find<Group, IdKey>(Group.ById, key);
        if (kind == Views.Kinds.Indicator.Name) return graph.Find<Indicator, IdKey>(Indicator.ById, key);
        if (kind == Views.Kinds.Victim.Name) return graph.Find<Victim, IdKey>(Victim.ById, key);
        if (kind == Views.Kinds.Asset.Name) return graph.Find<VictimAsset, IdKey>(VictimAsset.ById, key);
        if (kind == Views.Kinds.Task.Name) return graph.Find<WorkflowTask, IdKey>(WorkflowTask.ById, key);
        if (kind == Views.Kinds.User.Name) return graph.Find<User, IdKey>(User.ById, key);
        return kind == Views.Kinds.Owner.Name ? graph.Find<Owner, IdKey>(Owner.ById, key) : null;
    }

    public NodeFacts Describe(Graph graph, Node node) => node switch
    {
        Group group => new(Text(group.Id), group.Type.Name, group.Name),
        Indicator item => new(Text(item.Id), item.Type.Name, item.Summary),
        Victim victim => new(Text(victim.Id), Views.Kinds.Victim.Title, victim.Name),
        VictimAsset asset => new(Text(asset.Id), asset.Type.Name, asset.Main),
        WorkflowTask task => new(Text(task.Id), Views.Kinds.Task.Title, task.Name),
        Tag tag => new($"{tag.Owner}:{tag.Name}", Views.Kinds.Tag.Title, tag.Name),
        SecurityLabel label => new($"{label.Owner}:{label.Name}", Views.Kinds.Label.Title, label.Name),
        User user => new(Text(user.Id), Views.Kinds.User.Title, user.FullName.Length > 0 ? user.FullName : user.UserName),
        Owner owner => new(Text(owner.Id), owner.Type.ToString(), owner.Name),
        _ => throw new InvalidOperationException($"A node of the kind {node.Kind.Name} is not shown."),
    };

    public NodeRequest? RequestFor(Graph graph, Node node) => node switch
    {
        Group group => Get($"groups/{group.Type.Branch}/{group.Id}"),
        Indicator item => Get($"indicators/{item.Type.Branch}/{Escape(ValueInPath(item))}?owner={OwnerName(graph, item.Owner)}"),
        Victim victim => Get($"victims/{victim.Id}"),
        VictimAsset asset when graph.Find(asset.Victim) is Victim of => Get($"victims/{of.Id}/victimAssets/{asset.Type.Branch}/{asset.Id}"),
        WorkflowTask task => Get($"tasks/{task.Id}"),
        Tag tag => Get($"tags/{Escape(tag.Name)}?owner={OwnerName(graph, tag.Owner)}"),
        SecurityLabel label => Get($"securityLabels/{Escape(label.Name)}?owner={OwnerName(graph, label.Owner)}"),
        Owner owner => Get($"owners/{owner.Id}"),
        _ => null,
    };

    public IReadOnlyList<KeyValuePair<string, string>> Headers(Graph graph, Node node)
    {
        var users = graph.All(User.ById).All().Cast<User>().Where(user => !user.Disabled && user.Tokens.Count > 0).ToArray();
        var seeing = users.FirstOrDefault(user => OwnerOf(graph, node) is not { } owner || user.MaySee(owner)) ?? users.FirstOrDefault();
        return seeing is null ? [] : [new("Authorization", $"TC-Token {seeing.Tokens[0].Text}")];
    }

    public IEnumerable<LinkedList> Links(Graph graph, Node node, int most) => Views.Links.Of(graph, node);

    public IEnumerable<string> ValuesOf(Node node) => Values.Of(node);

    public IEnumerable<Node> WithValue(Graph graph, string value) => Values.With(graph, value);

    public IEnumerable<Node> StartingWith(Graph graph, string text) => Values.StartingWith(graph, text);

    public SearchTexts TextsOf(Node node) => Values.TextsOf(node);

    public string? ProseOf(Node node) => null;

    public IEnumerable<Node> WithProse(Graph graph) => [];

    private static int? OwnerOf(Graph graph, Node node) => node switch
    {
        Group group => group.Owner,
        Indicator item => item.Owner,
        Victim victim => victim.Owner,
        VictimAsset asset => (graph.Find(asset.Victim) as Victim)?.Owner,
        WorkflowTask task => task.Owner,
        Tag tag => tag.Owner,
        SecurityLabel label => label.Owner,
        Owner owner => owner.Id,
        _ => null,
    };

    private static Node? Named(string id, Func<int, string, Node?> find)
    {
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !int.TryParse(id.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var owner)) return null;
        return find(owner, id[(colon + 1)..]);
    }

    private static NodeRequest Get(string path) => new("GET", $"{Base}/{path}");

    private static string ValueInPath(Indicator item) =>
        item.Type == IndicatorType.File ? item.Value1 ?? item.Value2 ?? item.Value3! : item.Summary;

    private static string OwnerName(Graph graph, int owner) =>
        Escape(graph.Find<Owner, IdKey>(Owner.ById, new IdKey(0, owner))?.Name ?? "");

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
