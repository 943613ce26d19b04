using Emulation.Graphs.Deso;
using Emulation.Http.Views;

namespace Emulation.Apis.Deso.Views;

/// <summary>The kinds that DeSo shows. In a picture an association is a link, and a node only where it is the centre.</summary>
static class Kinds
{
    public static ViewKind Profile { get; } =
        new("profile", "Profile", Shape.Pentagon, Graphs.Deso.Profile.NodeKind) { MentionedBy = Mention.ByName };

    public static ViewKind Post { get; } = new("post", "Post", Shape.Square, Graphs.Deso.Post.NodeKind);

    public static ViewKind UserAssociation { get; } =
        new("user-association", "User association", Shape.Diamond, Graphs.Deso.UserAssociation.NodeKind);

    public static ViewKind PostAssociation { get; } =
        new("post-association", "Post association", Shape.Triangle, Graphs.Deso.PostAssociation.NodeKind);

    public static IReadOnlyList<ViewKind> All { get; } = [Profile, Post, UserAssociation, PostAssociation];
}
