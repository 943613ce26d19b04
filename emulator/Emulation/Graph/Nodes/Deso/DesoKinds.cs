namespace Emulation.Graphs.Deso;

/// <summary>Associations name users and posts by key and hash, which need not exist; so there are indexes and no links.</summary>
static class DesoKinds
{
    public static IReadOnlyList<Kind> All { get; } =
    [
        Chain.NodeKind,
        Profile.NodeKind,
        Post.NodeKind,
        UserAssociation.NodeKind,
        PostAssociation.NodeKind,
        DerivedKey.NodeKind,
        Submitted.NodeKind,
    ];
}
