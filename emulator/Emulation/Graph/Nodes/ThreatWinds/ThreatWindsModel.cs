namespace Emulation.Graphs.ThreatWinds;

/// <summary>Everything that ThreatWinds keeps in a graph.</summary>
static class ThreatWindsModel
{
    public static IReadOnlyList<Kind> Kinds { get; } =
    [
        Entity.NodeKind, StoredRelation.NodeKind, EntityReport.NodeKind, RelationReport.NodeKind, Comment.NodeKind,
        User.NodeKind, Email.NodeKind, Session.NodeKind, KeyPair.NodeKind, VerificationCode.NodeKind, Scan.NodeKind,
    ];

    public static IReadOnlyList<Relation> Relations { get; } = [StoredRelation.Related];
}
