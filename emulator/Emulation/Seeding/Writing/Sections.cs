using System.Text.Json;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Graphs.ThreatConnect;
using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding.Mapping.Deso;
using Emulation.Seeding.Mapping.ThreatConnect;
using Emulation.Seeding.Mapping.ThreatWinds;
using Account = Emulation.Graphs.ThreatWinds.User;
using User = Emulation.Graphs.ThreatConnect.User;

namespace Emulation.Seeding.Writing;

/// <summary>The arrays of a graph's dataset, in the order in which they are written.</summary>
sealed class Sections(Graph graph, JsonSerializerOptions options)
{
    public IEnumerable<Section> All() => [.. ThreatConnect(new ThreatConnectWriter(graph)), .. Deso(), .. ThreatWinds()];

    private IEnumerable<Section> ThreatConnect(ThreatConnectWriter write)
    {
        yield return Of("credentials.threatConnect", Users(accounts: true), user => UserMapping.ToRow(user, write));
        yield return Of("credentials.threatWinds", All<Account, IdKey>(Account.ByNumber),
            account => AccountMapping.ToRow(account, new ThreatWindsWriter(graph)));
        yield return Of("members", Users(accounts: false), user => UserMapping.ToRow(user, write));
        yield return Of("verificationCodes", VerificationCode.Pending(graph), AccountMapping.ToRow);
        yield return Of("owners", All<Owner, IdKey>(Owner.ById), OwnerMapping.ToRow);
        yield return Of("indicatorTypes", InstanceMapping.OwnIndicatorTypes(write.Instance), InstanceMapping.ToRow);
        yield return Of("associationTypes", InstanceMapping.OwnAssociationTypes(write.Instance),
            type => InstanceMapping.ToRow(type, write));
        yield return Of("attributeTypes", InstanceMapping.OwnAttributeTypes(write.Instance), InstanceMapping.ToRow);
        yield return Of("tags", All<Tag, TextKey>(Tag.ByName), tag => TagMapping.ToRow(tag, write));
        yield return Of("securityLabels", All<SecurityLabel, TextKey>(SecurityLabel.ByName),
            label => SecurityLabelMapping.ToRow(label, write));
        yield return Of("victims", All<Victim, IdKey>(Victim.ById), victim => VictimMapping.ToRow(victim, write));
        yield return Of("groups", All<Group, IdKey>(Group.ById), group => GroupMapping.ToRow(group, write));
        yield return Of("contents", All<Group, IdKey>(Group.ById).SelectMany(FileContents.PartsOf), part => part);
        yield return Of("indicators", All<Indicator, IdKey>(Indicator.ById), indicator => IndicatorMapping.ToRow(indicator, write));
        yield return Of("tasks", All<WorkflowTask, IdKey>(WorkflowTask.ById), task => TaskMapping.ToRow(task, write));
        yield return Of("deletedIndicators", InOrder<DeletedIndicator>(DeletedIndicator.NodeKind),
            item => DeletedIndicatorMapping.ToRow(item, write));
        yield return Of("customMetrics", All<CustomMetric, IdKey>(CustomMetric.ByOwner),
            metric => CustomMetricMapping.ToRow(metric, write));
        yield return Of("batchJobs", All<BatchJob, IdKey>(BatchJob.ById), job => BatchJobMapping.ToRow(job, write));
        yield return Of("bulkReports", All<BulkReport, IdKey>(BulkReport.ByOwner), report => BulkReportMapping.ToRow(report, write));
    }

    private IEnumerable<Section> Deso()
    {
        yield return Of("profiles", InOrder<Profile>(Profile.NodeKind), ProfileMapping.ToRow);
        yield return Of("posts", InOrder<Post>(Post.NodeKind), PostMapping.ToRow);
        yield return Of("userAssociations", InOrder<UserAssociation>(UserAssociation.NodeKind), AssociationMapping.ToRow);
        yield return Of("postAssociations", InOrder<PostAssociation>(PostAssociation.NodeKind), AssociationMapping.ToRow);
        yield return Of("derivedKeys", InOrder<DerivedKey>(DerivedKey.NodeKind), DerivedKeyMapping.ToRow);
        yield return Of("transactions", InOrder<Submitted>(Submitted.NodeKind), TransactionMapping.ToRow);
    }

    private IEnumerable<Section> ThreatWinds()
    {
        yield return Numbered("entities", InOrder<Entity>(Entity.NodeKind), EntityMapping.ToRow);
        yield return Numbered("entityRelations", InOrder<StoredRelation>(StoredRelation.NodeKind), RelationMapping.ToRow);
        yield return Numbered("entityReports", ByNumber<EntityReport>(EntityReport.NodeKind, report => report.Number),
            EntityReportMapping.ToRow);
        yield return Numbered("entityRelationReports", ByNumber<RelationReport>(RelationReport.NodeKind, report => report.Number),
            RelationReportMapping.ToRow);
        yield return Numbered("entityComments", ByNumber<Comment>(Comment.NodeKind, comment => comment.Number), CommentMapping.ToRow);
        yield return Of("scans", All<Scan, TextKey>(Scan.ByTarget), ScanMapping.ToRow);
    }

    private Section Of<TItem, TRow>(string name, IEnumerable<TItem> items, Func<TItem, TRow> toRow) =>
        Section.Of(name, items, toRow, options);

    // Each array counts its numbers anew.
    private Section Numbered<TItem, TRow>(string name, IEnumerable<TItem> items, Func<TItem, ThreatWindsWriter, TRow> toRow)
    {
        var write = new ThreatWindsWriter(graph);
        return Of(name, items, item => toRow(item, write));
    }

    private IEnumerable<TNode> All<TNode, TKey>(Index<TKey> index) where TNode : Node where TKey : struct, IComparable<TKey> =>
        graph.All(index).All().Cast<TNode>();

    private IEnumerable<TNode> InOrder<TNode>(Kind kind) where TNode : Node => Section.InOrder<TNode>(graph, kind);

    private IEnumerable<TNode> ByNumber<TNode>(Kind kind, Func<TNode, long> number) where TNode
        : Node => Section.Numbered(graph, kind, number);

    private IEnumerable<User> Users(bool accounts) =>
        All<User, IdKey>(User.ById).Where(user => (user.AccessId is not null || user.Tokens.Count > 0) == accounts);
}
