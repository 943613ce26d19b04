using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Graphs.ThreatConnect;
using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding.Format;
using Emulation.Seeding.Mapping.Deso;
using Emulation.Seeding.Mapping.ThreatConnect;
using Emulation.Seeding.Mapping.ThreatWinds;
using Account = Emulation.Graphs.ThreatWinds.User;
using User = Emulation.Graphs.ThreatConnect.User;

namespace Emulation.Seeding.Records;

/// <summary>The codecs of all kinds. A row may refer to nodes of kinds before its own.</summary>
sealed class NodeCodecs
{
    private readonly NodeCodec[] _byKind = new NodeCodec[Model.Schema.KindSlots];
    private readonly Dictionary<string, NodeCodec> _byName = new(StringComparer.Ordinal);
    private readonly RowTypes _types;

    public NodeCodecs()
    {
        _types = new RowTypes(DatasetJson.ForWriting(), DatasetJson.ForReading().Options);
        All = [.. Accounts(), .. Deso(), .. ThreatConnect(), .. Sightings(), .. Platform(), .. ThreatWinds(), .. Sessions()];
        foreach (var codec in All)
        {
            _byKind[codec.Kind.Number] = codec;
            _byName.Add(codec.Kind.Name, codec);
        }
    }

    public IReadOnlyList<NodeCodec> All { get; }

    public NodeCodec Of(Node node) => _byKind[node.Kind.Number];

    /// <summary>Null: this version has no such kind.</summary>
    public NodeCodec? Find(string kind) => _byName.GetValueOrDefault(kind);

    private IEnumerable<NodeCodec> Accounts()
    {
        yield return Of<Origin, DatasetFile>(Origin.NodeKind,
            (node, write) => new DatasetFile { Format = 1, Name = node.Name, Start = node.Start, Complete = true },
            (row, _, read) => new Origin { Name = row.Name, Start = row.Start ?? DateTimeOffset.UnixEpoch });
        yield return Of<Owner, OwnerRow>(Owner.NodeKind, (node, _) => OwnerMapping.ToRow(node),
            (row, _, read) => OwnerMapping.ToNode(read.ThreatConnect, row, read.At));
        yield return Of<User, UserRow>(User.NodeKind, (node, write) => UserMapping.ToRow(node, write.ThreatConnect),
            (row, _, read) => UserMapping.ToNode(read.ThreatConnect, row, read.At));
        yield return Of<Instance, DatasetFile>(Instance.NodeKind, (node, write) => InstanceMapping.ToRow(node, write.ThreatConnect),
            (row, _, _) => InstanceMapping.ToNode(row));
        yield return Of<Account, ThreatWindsUserRow>(
            Account.NodeKind, (node, _) => AccountMapping.OwnRow(node) with { Number = node.Number },
            (row, _, read) => AccountMapping.ToNode(row, Number(row.Number, read), Id(row.Id, Account.NodeKind, row.Number)));
    }

    private IEnumerable<NodeCodec> Deso()
    {
        yield return Of<Chain, ChainRow>(Chain.NodeKind, (node, _) => ChainMapping.ToRow(node),
            (row, _, read) => ChainMapping.ToNode(row, read.At));
        yield return Of<Profile, ProfileRow>(Profile.NodeKind, (node, _) => ProfileMapping.ToRow(node),
            (row, _, read) => ProfileMapping.ToNode(row, read.Deso.Key(read.At, "publicKey", row.PublicKey), read.At));
        yield return Of<Post, PostRow>(Post.NodeKind, (node, _) => PostMapping.ToRow(node),
            (row, _, read) => PostMapping.ToNode(read.Deso, row, read.At));
        yield return Of<UserAssociation, AssociationRow>(UserAssociation.NodeKind, (node, _) => AssociationMapping.ToRow(node),
            (row, _, read) => AssociationMapping.ToUserAssociation(read.Deso, row, read.At));
        yield return Of<PostAssociation, AssociationRow>(PostAssociation.NodeKind, (node, _) => AssociationMapping.ToRow(node),
            (row, _, read) => AssociationMapping.ToPostAssociation(read.Deso, row, read.At));
        yield return Of<DerivedKey, DerivedKeyRow>(DerivedKey.NodeKind, (node, _) => DerivedKeyMapping.ToRow(node),
            (row, _, read) => DerivedKeyMapping.ToNode(read.Deso, row, read.At));
        yield return Of<Submitted, TransactionRow>(Submitted.NodeKind, (node, _) => TransactionMapping.ToRow(node),
            (row, _, read) => TransactionMapping.ToNode(read.Deso, row, read.At));
    }

    private IEnumerable<NodeCodec> ThreatConnect()
    {
        yield return Of<Tag, TagRow>(Tag.NodeKind, (node, write) => TagMapping.ToRow(node, write.ThreatConnect),
            (row, _, read) => TagMapping.ToNode(read.ThreatConnect, row, read.At));
        yield return Of<SecurityLabel, SecurityLabelRow>(SecurityLabel.NodeKind,
            (node, write) => SecurityLabelMapping.ToRow(node, write.ThreatConnect),
            (row, _, read) => SecurityLabelMapping.ToNode(read.ThreatConnect, row, read.At));
        yield return Of<Group, GroupRow>(Group.NodeKind, (node, write) => GroupMapping.OwnRow(node, write.ThreatConnect, withFile: true),
            (row, _, read) => GroupMapping.ToNode(read.ThreatConnect, row, null, read.At));
        yield return Of<AdversaryAsset, AssetRow>(AdversaryAsset.NodeKind, (node, _) => GroupMapping.ToRow(node),
            (row, parents, read) => GroupMapping.ToNode(read.ThreatConnect, row, parents.Of, read.At), node => node.Adversary);
        yield return Of<Indicator, IndicatorRow>(Indicator.NodeKind, (node, write) => IndicatorMapping.OwnRow(node, write.ThreatConnect),
            (row, _, read) => IndicatorMapping.ToNode(read.ThreatConnect, row, read.At));
        yield return Of<WorkflowTask, TaskRow>(WorkflowTask.NodeKind, (node, write) => TaskMapping.OwnRow(node, write.ThreatConnect),
            (row, _, read) => TaskMapping.ToNode(read.ThreatConnect, row, read.At));
        yield return Of<Victim, VictimRow>(Victim.NodeKind, (node, write) => VictimMapping.OwnRow(node, write.ThreatConnect),
            (row, _, read) => VictimMapping.ToNode(read.ThreatConnect, row, read.At));
        yield return Of<VictimAsset, AssetRow>(VictimAsset.NodeKind, (node, _) => VictimMapping.ToRow(node),
            (row, parents, read) => VictimMapping.ToNode(read.ThreatConnect, row, parents.Of, read.At), node => node.Victim);
        yield return Of<ItemAttribute, AttributeRow>(ItemAttribute.NodeKind, (node, _) => ItemMapping.OwnRow(node),
            (row, parents, read) => ItemMapping.ToNode(read.ThreatConnect, row, parents.Of, 0, read.At), node => node.Item);
    }

    private IEnumerable<NodeCodec> Sightings()
    {
        yield return Of<FileOccurrence, FileOccurrenceRow>(FileOccurrence.NodeKind, (node, _) => SightingMapping.ToRow(node),
            (row, parents, read) => SightingMapping.ToNode(read.ThreatConnect, row, parents.Of, read.At), node => node.File);
        yield return Of<Observation, ObservationRow>(Observation.NodeKind,
            (node, write) => SightingMapping.ToRow(node, write.ThreatConnect),
            (row, parents, read) => SightingMapping.ToNode(read.ThreatConnect, row, parents.Of, read.At), node => node.Indicator);
        yield return Of<FalsePositive, FalsePositiveRow>(FalsePositive.NodeKind,
            (node, write) => SightingMapping.ToRow(node, write.ThreatConnect),
            (row, parents, read) => SightingMapping.ToNode(read.ThreatConnect, row, parents.Of, read.At), node => node.Indicator);
        yield return new NodeCodec<DnsResolution, ResolutionRow>(DnsResolution.NodeKind, _types,
            (node, write) => SightingMapping.ToRow(node, write.ThreatConnect),
            (row, parents, read) => SightingMapping.ToNode(read.ThreatConnect, row, parents.Of, parents.With, read.At))
        {
            Parents = (node, _) => new Parents(node.Host, node.Address),
        };
    }

    private IEnumerable<NodeCodec> Platform()
    {
        yield return Of<DeletedIndicator, DeletedIndicatorRow>(DeletedIndicator.NodeKind,
            (node, write) => DeletedIndicatorMapping.ToRow(node, write.ThreatConnect),
            (row, _, read) => DeletedIndicatorMapping.ToNode(read.ThreatConnect, row, read.At));
        yield return Of<CustomMetric, CustomMetricRow>(CustomMetric.NodeKind,
            (node, write) => CustomMetricMapping.OwnRow(node, write.ThreatConnect),
            (row, _, read) => CustomMetricMapping.ToNode(read.ThreatConnect, row, read.At));
        yield return Of<MetricPoint, MetricValueRow>(MetricPoint.NodeKind, (node, _) => CustomMetricMapping.ToRow(node),
            (row, parents, _) => CustomMetricMapping.ToNode(row, parents.Of), node => node.Metric);
        yield return Of<BatchJob, BatchJobRow>(BatchJob.NodeKind, (node, write) => BatchJobMapping.ToRow(node, write.ThreatConnect),
            (row, _, read) => BatchJobMapping.ToNode(read.ThreatConnect, row, read.At));
        yield return Of<BulkReport, BulkReportRow>(BulkReport.NodeKind, (node, write) => BulkReportMapping.ToRow(node, write.ThreatConnect),
            (row, _, read) => BulkReportMapping.ToNode(read.ThreatConnect, row, read.At));
    }

    private IEnumerable<NodeCodec> ThreatWinds()
    {
        yield return Of<Entity, EntityRow>(Entity.NodeKind, (node, write) => EntityMapping.ToRow(node, write.ThreatWinds),
            (row, _, read) => EntityMapping.ToNode(read.ThreatWinds, row, read.At));
        yield return Of<StoredRelation, EntityRelationRow>(StoredRelation.NodeKind,
            (node, write) => RelationMapping.ToRow(node, write.ThreatWinds),
            (row, _, read) => RelationMapping.ToNode(row, read.Entity(row.EntityId), read.Entity(row.RelatedEntityId), read.At));
        yield return Of<EntityReport, EntityReportRow>(EntityReport.NodeKind,
            (node, write) => EntityReportMapping.ToRow(node, write.ThreatWinds),
            (row, _, read) => EntityReportMapping.ToNode(
                read.ThreatWinds, row, read.Entity(row.EntityId), Number(row.Number, read), read.At));
        yield return Of<RelationReport, EntityRelationReportRow>(RelationReport.NodeKind,
            (node, write) => RelationReportMapping.ToRow(node, write.ThreatWinds),
            (row, _, read) => RelationReportMapping.ToNode(
                read.ThreatWinds, row, read.Relation(row.EntityId, row.RelatedEntityId), Number(row.Number, read), read.At));
        yield return Of<Comment, EntityCommentRow>(Comment.NodeKind, (node, write) => CommentMapping.ToRow(node, write.ThreatWinds),
            (row, _, read) => CommentMapping.ToNode(read.ThreatWinds, row, Number(row.Number, read), [], read.At));
        yield return Of<Scan, ScanRow>(Scan.NodeKind, (node, _) => ScanMapping.ToRow(node),
            (row, _, read) => ScanMapping.ToNode(row, row.Id ?? default, read.At));
    }

    private IEnumerable<NodeCodec> Sessions()
    {
        yield return Owned<Email, EmailRow>(Email.NodeKind, (node, _) => AccountMapping.ToRow(node),
            (row, parents, read) => AccountMapping.ToNode(
                row, Number(row.Number, read), Id(row.Id, Email.NodeKind, row.Number), read.Account(parents.Of)),
            node => node.UserId);
        yield return Owned<Session, ThreatWindsSessionRow>(Session.NodeKind, (node, _) => AccountMapping.ToRow(node),
            (row, parents, read) => AccountMapping.ToNode(
                row, Number(row.Number, read), Id(row.Id, Session.NodeKind, row.Number), read.Account(parents.Of)),
            node => node.UserId);
        yield return Owned<KeyPair, ThreatWindsKeyPairRow>(KeyPair.NodeKind, (node, _) => AccountMapping.ToRow(node),
            (row, parents, read) => AccountMapping.ToNode(
                row, Number(row.Number, read), Id(row.Id, KeyPair.NodeKind, row.Number), read.Account(parents.Of)),
            node => node.UserId);
        yield return Of<VerificationCode, VerificationCodeRow>(VerificationCode.NodeKind, (node, _) => AccountMapping.ToRow(node),
            (row, _, read) => AccountMapping.ToNode(
                row, Number(row.Number, read), Id(row.Id, VerificationCode.NodeKind, row.Number), read.At));
    }

    private static long Number(long? given, RecordReaders read) => given ?? throw read.At.Error("has no number");

    private static Guid Id(Guid? given, Kind kind, long? number) => given ?? Ids.OfRecord(kind, number ?? 0);

    private NodeCodec<TNode, TRow> Of<TNode, TRow>(
        Kind kind, Func<TNode, RecordWriters, TRow> toRow, Func<TRow, Parents, RecordReaders, TNode> toNode, Func<TNode, int>? parent = null)
        where TNode : Node =>
        new(kind, _types, toRow, toNode) { Parents = parent is null ? null : (node, _) => new Parents(parent(node)) };

    private NodeCodec<TNode, TRow> Owned<TNode, TRow>(
        Kind kind, Func<TNode, RecordWriters, TRow> toRow, Func<TRow, Parents, RecordReaders, TNode> toNode, Func<TNode, Guid> account)
        where TNode : Node =>
        new(kind, _types, toRow, toNode) { Parents = (node, write) => new Parents(write.KeyOf(account(node))) };
}
