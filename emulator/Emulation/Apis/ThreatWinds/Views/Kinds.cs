using Emulation.Graphs.ThreatWinds;
using Emulation.Http.Views;

namespace Emulation.Apis.ThreatWinds.Views;

/// <summary>The kinds that ThreatWinds shows.</summary>
static class Kinds
{
    public static ViewKind Entity { get; } =
        new("entity", "Entity", Shape.Circle, Graphs.ThreatWinds.Entity.NodeKind) { MentionedBy = Mention.ByName };

    public static ViewKind Comment { get; } = new("comment", "Comment", Shape.Square, Graphs.ThreatWinds.Comment.NodeKind);

    public static ViewKind Account { get; } =
        new("account", "Account", Shape.Pentagon, User.NodeKind) { MentionedBy = Mention.ByName };

    public static IReadOnlyList<ViewKind> All { get; } = [Entity, Comment, Account];
}
