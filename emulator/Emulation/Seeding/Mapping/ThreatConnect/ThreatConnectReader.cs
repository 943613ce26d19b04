using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Format;
using Emulation.Seeding.Reading;

namespace Emulation.Seeding.Mapping.ThreatConnect;

/// <summary>Turns ThreatConnect's rows into nodes and links; what rows refer to is found here.</summary>
sealed class ThreatConnectReader(DatasetFile file, GraphBuilder graph, bool idsAreUnique = true)
{
    private readonly long _start = (file.Start ?? DateTimeOffset.UnixEpoch).ToUnixTimeSeconds();

    public DatasetFile File => file;

    public GraphBuilder Graph => graph;

    public bool Complete => file.Complete;

    public IdCounters Ids { get; } = new(graph, file.Complete, idsAreUnique);

    public Accounts Accounts { get; } = new();

    public Instance Instance { get; set; } = Instance.Plain;

    public TagsAndLabels TagsAndLabels { get; } = new(graph);

    public Dictionary<long, Group> Groups { get; } = [];

    public Dictionary<long, Indicator> Indicators { get; } = [];

    public Dictionary<long, WorkflowTask> Tasks { get; } = [];

    public Dictionary<long, (Victim Victim, List<VictimAsset> Assets)> Victims { get; } = [];

    public Dictionary<long, (Victim Victim, VictimAsset Asset)> VictimAssets { get; } = [];

    /// <exception cref="RowError">A row contradicts the format or another row.</exception>
    public static void Add(DatasetFile file, GraphBuilder graph) => new ThreatConnectReader(file, graph).AddAll();

    public long SecondsOrStart(DateTimeOffset? moment) => moment?.ToUnixTimeSeconds() ?? _start;

    public IndicatorType TypeOf(string spelling, RowPlace at) => Instance.IndicatorTypes.Find(spelling)
        ?? throw Bounds.Unknown(at, "the type", spelling, Instance.IndicatorTypes.All.Select(known => known.Name));

    private void AddAll()
    {
        OwnerMapping.Add(this);
        UserMapping.Add(this);
        graph.Add(Instance = InstanceMapping.ToNode(file));
        NoteIds();
        SecurityLabelMapping.Add(this);
        TagMapping.Add(this);
        GroupMapping.Add(this);
        IndicatorMapping.Add(this);
        TaskMapping.Add(this);
        VictimMapping.Add(this);
        DeletedIndicatorMapping.Add(this);
        new LinkReader(this).AddAll();
        CustomMetricMapping.Add(this);
        BatchJobMapping.Add(this);
        BulkReportMapping.Add(this);
    }

    // Ids that are given come before those that are counted, wherever they are in the file. One run over the rows of a kind: they are
    // read from the text each time.
    private void NoteIds()
    {
        foreach (var row in file.Groups)
        {
            NoteItem(Group.NodeKind, row);
            Ids.Note(AdversaryAsset.NodeKind, row.Assets.Select(asset => asset.Id));
        }
        foreach (var row in file.Indicators)
        {
            NoteItem(Indicator.NodeKind, row);
            Ids.Note(FileOccurrence.NodeKind, row.FileOccurrences.Select(part => part.Id));
            Ids.Note(Observation.NodeKind, row.Observations.Select(part => part.Id));
            Ids.Note(FalsePositive.NodeKind, row.FalsePositives.Select(part => part.Id));
            Ids.Note(DnsResolution.NodeKind, row.DnsResolutions.Select(part => part.Id));
        }
        foreach (var row in file.Tasks) NoteItem(WorkflowTask.NodeKind, row);
        foreach (var row in file.Victims)
        {
            NoteItem(Victim.NodeKind, row);
            Ids.Note(VictimAsset.NodeKind, row.Assets.Select(asset => asset.Id));
        }
        Ids.Note(DeletedIndicator.NodeKind, file.DeletedIndicators.Select(row => row.Id));
    }

    private void NoteItem(Kind kind, ItemRow row)
    {
        Ids.Note(kind, [row.Id]);
        Ids.Note(ItemAttribute.NodeKind, row.Attributes.Select(attribute => attribute.Id));
    }
}
