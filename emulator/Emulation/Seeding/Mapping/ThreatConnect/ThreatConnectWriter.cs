using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Mapping.ThreatConnect;

/// <summary>What ThreatConnect's rows need to know about the rest of the graph.</summary>
sealed class ThreatConnectWriter(Graph graph)
{
    private readonly Dictionary<IndicatorType, string> _spellings = [];
    private readonly LinkWriter _links = new(graph);

    public Instance Instance { get; } = Instance.Of(graph);

    public string OwnerName(int id) => graph.Find<Owner, IdKey>(Owner.ById, new IdKey(0, id))!.Name;

    public string UserName(int id) => graph.Find<User, IdKey>(User.ById, new IdKey(0, id))!.UserName;

    public long IndicatorId(int key) => ((Indicator)graph[key]).Id;

    public ItemLinks LinksOf(Node item, long id) => _links.Of(item, id);

    public IEnumerable<ItemAttribute> AttributesOf(Node item) => Newest<ItemAttribute>(ItemAttribute.OfItem, item);

    public string[] LabelsOf(ItemAttribute attribute) =>
        [.. graph.Linked(attribute, ThreatConnectRelations.LabelAttribute.To).All().Cast<SecurityLabel>().Select(label => label.Name)
            .Order(StringComparer.Ordinal)];

    public IEnumerable<AdversaryAsset> AssetsOf(Group adversary) => ById<AdversaryAsset>(AdversaryAsset.OfAdversary, adversary);

    public IEnumerable<VictimAsset> AssetsOf(Victim victim) => ById<VictimAsset>(VictimAsset.OfVictim, victim);

    public IEnumerable<Observation> ObservationsOf(Indicator item) => Newest<Observation>(Observation.OfIndicator, item);

    public IEnumerable<FalsePositive> FalsePositivesOf(Indicator item) => Newest<FalsePositive>(FalsePositive.OfIndicator, item);

    public IEnumerable<FileOccurrence> FileOccurrencesOf(Indicator item) => ById<FileOccurrence>(FileOccurrence.OfFile, item);

    public IEnumerable<DnsResolution> DnsResolutionsOf(Indicator item) => Newest<DnsResolution>(DnsResolution.OfHost, item);

    public IEnumerable<MetricPoint> ValuesOf(CustomMetric metric) =>
        graph.Between(MetricPoint.OfMetric, new TextKey(metric.Key, "", long.MinValue), new TextKey(metric.Key + 1, "", long.MinValue))
            .All().Cast<MetricPoint>();

    /// <summary>The first spelling by which the instance finds this type and no other.</summary>
    public string Spelling(IndicatorType type)
    {
        if (_spellings.TryGetValue(type, out var known)) return known;
        string[] spellings = [type.Name, type.Branch, type.Entity];
        return _spellings[type] = Array.Find(spellings, spelling => Instance.IndicatorTypes.Find(spelling) == type)
            ?? throw new InvalidOperationException($"The type {type.Name} cannot be found by any of its spellings.");
    }

    private IEnumerable<TNode> Newest<TNode>(Index<NewestKey> index, Node of) where TNode : Node =>
        graph.Between(index, NewestKey.First(of.Key), NewestKey.Last(of.Key)).All().Cast<TNode>();

    private IEnumerable<TNode> ById<TNode>(Index<IdKey> index, Node of) where TNode : Node =>
        graph.Between(index, new IdKey(of.Key, long.MinValue), new IdKey(of.Key, long.MaxValue)).All().Cast<TNode>();
}
