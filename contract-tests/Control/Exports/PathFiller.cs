using System.Globalization;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Graphs.ThreatConnect;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;
using Emulation.Tests.Seeding;
using Association = Emulation.Graphs.Deso.Association;
using User = Emulation.Graphs.ThreatConnect.User;

namespace Emulation.Tests.Control.Exports;

/// <summary>Fills a route's parameters with what a graph holds, by chance: the parts of a path that go together name one item.</summary>
sealed class PathFiller(Graph graph, Random chance)
{
    // Mostly what is the caller's own: links between owners are refused.
    private readonly int _own = chance.Next(4) > 0 ? graph.Nodes<User>().First().Organization : 0;
    private readonly Entity[] _entities = [.. graph.Nodes<Entity>()];
    private readonly User[] _users = [.. graph.Nodes<User>()];
    private Node? _first;
    private Group? _group;
    private Indicator? _indicator;
    private VictimAsset? _asset;

    public Indicator[] Indicators => [.. graph.Nodes<Indicator>().Where(item => IsNear(item.Owner))];

    private Group[] Groups => [.. graph.Nodes<Group>().Where(item => IsNear(item.Owner))];

    private WorkflowTask[] Tasks => [.. graph.Nodes<WorkflowTask>().Where(item => IsNear(item.Owner))];

    private Victim[] Victims => [.. graph.Nodes<Victim>().Where(item => IsNear(item.Owner))];

    private VictimAsset[] Assets => [.. graph.Nodes<VictimAsset>().Where(asset => IsNear(((Victim)graph[asset.Victim]).Owner))];

    private Tag[] Tags => [.. graph.Nodes<Tag>().Where(item => IsNear(item.Owner))];

    private SecurityLabel[] Labels => [.. graph.Nodes<SecurityLabel>().Where(item => IsNear(item.Owner))];

    /// <summary>Null where the graph has nothing to name.</summary>
    public string? Fill(string path)
    {
        (_first, _group, _indicator, _asset) = (null, null, null, null);
        var segments = path.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            if (!segments[i].StartsWith('{')) continue;
            if (Value(segments[i][1..^1], i > 0 ? segments[i - 1] : "", path) is not { } value) return null;
            segments[i] = Uri.EscapeDataString(value);
        }
        var target = string.Join('/', segments);
        return _indicator is { } item && graph.Find<Owner, IdKey>(Owner.ById, new IdKey(0, item.Owner)) is { } owner
            && path.StartsWith("/v2/", StringComparison.Ordinal)
            ? $"{target}?owner={Uri.EscapeDataString(owner.Name)}"
            : target;
    }

    public TItem? One<TItem>(IReadOnlyList<TItem> items) where TItem : class => items.Count == 0 ? null : items[chance.Next(items.Count)];

    private string? Value(string name, string before, string path) => name switch
    {
        "type" when before == "groups" => (_group = Remember(One(Groups)))?.Type.Branch,
        "type" when before == "indicators" => (_indicator = Remember(One(Indicators)))?.Type.Branch,
        "id" when before == "adversaries" => Of(GroupType.Adversary),
        "id" when before == "documents" => Of(GroupType.Document),
        "id" when before == "reports" => Of(GroupType.Report),
        "id" when before == "signatures" => Of(GroupType.Signature),
        "id" when before == "tasks" => Text(Remember(One(Tasks))?.Id),
        "id" when before == "victims" => Text(Remember(One(Victims))?.Id),
        "id" when before == "owners" => Text(One([.. graph.Nodes<Owner>()])?.Id),
        "id" when before == "batch" => Text(One([.. graph.Nodes<BatchJob>()])?.Id),
        "id" when path.StartsWith("/api/auth", StringComparison.Ordinal) => One(
            [.. graph.Nodes<Emulation.Graphs.ThreatWinds.User>()])?.Id.ToString(),
        "id" when path.StartsWith("/api/", StringComparison.Ordinal) => One(_entities)?.Id,
        "id" or "associatedGroupId" or "groupId" => Text(_group?.Id),
        "indicator" when before == "files" => Valued(One([.. Indicators.Where(item => item.Type == IndicatorType.File)])),
        "indicator" when before == "hosts" => Valued(One([.. Indicators.Where(item => item.Type == IndicatorType.Host)])),
        "indicator" when before == "addresses" => Valued(One([.. Indicators.Where(item => item.Type == IndicatorType.Address)])),
        "indicator" or "associatedIndicator" or "targetId" => _indicator?.Summary,
        "associatedGroupType" or "groupType" => (_group = One(Groups))?.Type.Branch,
        "associatedIndicatorType" or "indicatorType" or "targetType" => (_indicator = One(Indicators))?.Type.Branch,
        "associationType" => One([.. AssociationTypes.BuiltIn.All.Where(type => !type.FileAction)])?.Branch,
        "fileAction" => One([.. AssociationTypes.BuiltIn.All.Where(type => type.FileAction)])?.Branch,
        "tagName" => One(Tags)?.Name,
        "securityLabelName" => One(Labels)?.Name,
        "victimAssetType" => (_asset = One(Assets))?.Type.Branch,
        "assetId" when path.Contains("adversaryAssets", StringComparison.Ordinal) => Text(
            One([.. graph.Nodes<AdversaryAsset>().Where(asset => asset.Adversary == _first?.Key)])?.Id),
        "assetId" => Text(_asset?.Id),
        "victimId" or "associatedVictimId" => Text(One(Victims)?.Id),
        "taskId" when path.StartsWith("/api/", StringComparison.Ordinal) => One([.. graph.Nodes<Scan>()])?.Id.ToString(),
        "taskId" or "associatedTaskId" => Text(One(Tasks)?.Id),
        "assigneeId" or "escalateeId" or "userName" => One(_users)?.UserName,
        "attributeId" => Text(One([.. graph.Nodes<ItemAttribute>().Where(attribute => attribute.Item == _first?.Key)])?.Id),
        "fileOccurrenceId" => Text(One([.. graph.Nodes<FileOccurrence>().Where(one => one.File == _first?.Key)])?.Id),
        "attributeTypeName" => One(AttributeTypes.BuiltIn.All)?.Name,
        "metricId" => Text(One([.. graph.Nodes<CustomMetric>()])?.Id),
        "format" => "json",
        "associationID" => One([.. graph.Nodes<Association>()]) is { } association ? Convert.ToHexStringLower(association.Id) : null,
        "ownerPublicKeyBase58Check" => One([.. graph.Nodes<DerivedKey>()])?.Owner.Text(Network.Testnet),
        "derivedPublicKeyBase58Check" => One([.. graph.Nodes<DerivedKey>()])?.Derived.Text(Network.Testnet),
        "entityID" or "relatedEntityID" => One(_entities)?.Id,
        "name" => One([.. graph.Nodes<Emulation.Graphs.ThreatWinds.User>()])?.Alias,
        _ => null,
    };

    private bool IsNear(int owner) => _own == 0 || owner == _own;

    private string? Of(GroupType type) => Text((_group = Remember(One([.. Groups.Where(group => group.Type == type)])))?.Id);

    private string? Valued(Indicator? item) => (_indicator = Remember(item))?.Summary;

    private TNode? Remember<TNode>(TNode? node) where TNode : Node
    {
        _first = node;
        return node;
    }

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
