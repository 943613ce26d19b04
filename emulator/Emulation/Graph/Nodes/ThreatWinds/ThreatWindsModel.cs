namespace Emulation.Graphs.ThreatWinds;

/// <summary>Everything that ThreatWinds keeps in a graph.</summary>
public static class ThreatWindsModel
{
    public static IReadOnlyList<Kind> Kinds { get; } =
    [
        Entity.Is, StoredRelation.Is, EntityReport.Is, RelationReport.Is, Comment.Is,
        User.Is, Email.Is, Session.Is, KeyPair.Is, VerificationCode.Is, Scan.Is,
    ];

    public static IReadOnlyList<Relation> Relations { get; } = [StoredRelation.Related];
}
