namespace Emulation.Graphs.ThreatConnect;

static class ThreatConnectKinds
{
    public static IReadOnlyList<Kind> All { get; } =
    [
        Owner.NodeKind,
        User.NodeKind,
        Instance.NodeKind,
        Group.NodeKind,
        Indicator.NodeKind,
        WorkflowTask.NodeKind,
        Victim.NodeKind,
        VictimAsset.NodeKind,
        ItemAttribute.NodeKind,
        Tag.NodeKind,
        SecurityLabel.NodeKind,
        AdversaryAsset.NodeKind,
        Observation.NodeKind,
        FalsePositive.NodeKind,
        FileOccurrence.NodeKind,
        DnsResolution.NodeKind,
        DeletedIndicator.NodeKind,
        BatchJob.NodeKind,
        CustomMetric.NodeKind,
        MetricPoint.NodeKind,
        BulkReport.NodeKind,
    ];
}

/// <summary>
/// How ThreatConnect's nodes are linked. Where one end leads to indicators, its lists are by activity and type:
/// only active indicators are listed unless a request asks for others.
/// </summary>
static class ThreatConnectRelations
{
    private const Lists ToIndicators = Lists.Typed | Lists.Classed;
    private const Lists ToGroups = Lists.Both;
    private const Lists ToAssets = Lists.Both;

    /// <summary>How many ways of joining indicators an instance can have.</summary>
    private const int MostAssociationTypes = 34;

    public static Relation GroupGroup { get; } = new(1, "group-group", ToGroups);

    public static Relation GroupIndicator { get; } = new(2, "group-indicator", ToIndicators, ToGroups);

    public static Relation GroupTask { get; } = new(3, "group-task", Lists.All, ToGroups);

    /// <summary>Follows from the assets of the victim that are linked to the group; so do the other two of this shape.</summary>
    public static Relation GroupVictim { get; } = new(4, "group-victim", Lists.All, ToGroups);

    public static Relation GroupAsset { get; } = new(5, "group-victim asset", ToAssets, ToGroups);

    /// <summary>Linked as such, without saying how.</summary>
    public static Relation IndicatorIndicator { get; } = new(6, "indicator-indicator", Lists.All);

    /// <summary>Linked in any way: as such, by an association or by a file action.</summary>
    public static Relation IndicatorJoined { get; } = new(7, "indicator-joined indicator", ToIndicators);

    public static Relation IndicatorTask { get; } = new(8, "indicator-task", Lists.All, ToIndicators);

    public static Relation IndicatorVictim { get; } = new(9, "indicator-victim", Lists.All, ToIndicators);

    public static Relation IndicatorAsset { get; } = new(10, "indicator-victim asset", ToAssets, ToIndicators);

    public static Relation TaskTask { get; } = new(11, "task-task", Lists.All);

    public static Relation TaskVictim { get; } = new(12, "task-victim", Lists.All, Lists.All);

    public static Relation TaskAsset { get; } = new(13, "task-victim asset", ToAssets, Lists.All);

    public static Relation TaskAssignee { get; } = new(14, "task-assignee", Lists.All, Lists.All);

    public static Relation TaskEscalatee { get; } = new(15, "task-escalatee", Lists.All, Lists.All);

    public static Relation TagGroup { get; } = new(16, "tag-group", ToGroups, Lists.All);

    public static Relation TagIndicator { get; } = new(17, "tag-indicator", ToIndicators, Lists.All);

    public static Relation TagTask { get; } = new(18, "tag-task", Lists.All, Lists.All);

    public static Relation TagVictim { get; } = new(19, "tag-victim", Lists.All, Lists.All);

    public static Relation LabelGroup { get; } = new(20, "label-group", ToGroups, Lists.All);

    public static Relation LabelIndicator { get; } = new(21, "label-indicator", ToIndicators, Lists.All);

    public static Relation LabelTask { get; } = new(22, "label-task", Lists.All, Lists.All);

    public static Relation LabelVictim { get; } = new(23, "label-victim", Lists.All, Lists.All);

    public static Relation LabelAttribute { get; } = new(24, "label-attribute", Lists.All, Lists.All);

    /// <summary>One for each way of joining indicators, by <see cref="AssociationType.Slot"/>.</summary>
    public static IReadOnlyList<Relation> Associated { get; } =
        [.. Enumerable.Range(0, MostAssociationTypes).Select(slot => new Relation(30 + slot, $"association {slot}", ToIndicators))];

    public static IReadOnlyList<Relation> All { get; } =
    [
        GroupGroup, GroupIndicator, GroupTask, GroupVictim, GroupAsset,
        IndicatorIndicator, IndicatorJoined, IndicatorTask, IndicatorVictim, IndicatorAsset,
        TaskTask, TaskVictim, TaskAsset, TaskAssignee, TaskEscalatee,
        TagGroup, TagIndicator, TagTask, TagVictim,
        LabelGroup, LabelIndicator, LabelTask, LabelVictim, LabelAttribute,
        .. Associated,
    ];
}
