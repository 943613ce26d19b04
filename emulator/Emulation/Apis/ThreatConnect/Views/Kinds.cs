using Emulation.Graphs.ThreatConnect;
using Emulation.Http.Views;

namespace Emulation.Apis.ThreatConnect.Views;

/// <summary>The kinds that ThreatConnect shows.</summary>
static class Kinds
{
    public static ViewKind Group { get; } =
        new("group", "Group", Shape.Hexagon, Graphs.ThreatConnect.Group.NodeKind) { MentionedBy = Mention.ByName };

    public static ViewKind Indicator { get; } =
        new("indicator", "Indicator", Shape.Circle, Graphs.ThreatConnect.Indicator.NodeKind) { MentionedBy = Mention.ByName };

    public static ViewKind Victim { get; } =
        new("victim", "Victim", Shape.House, Graphs.ThreatConnect.Victim.NodeKind) { MentionedBy = Mention.ByName };

    public static ViewKind Asset { get; } =
        new("victim-asset", "Victim asset", Shape.Pill, VictimAsset.NodeKind) { MentionedBy = Mention.ByName };

    public static ViewKind Task { get; } = new("task", "Task", Shape.Square, WorkflowTask.NodeKind);

    public static ViewKind Tag { get; } =
        new("tag", "Tag", Shape.Triangle, Graphs.ThreatConnect.Tag.NodeKind) { MentionedBy = Mention.ByHashtag };

    public static ViewKind Label { get; } = new("label", "Security label", Shape.Diamond, SecurityLabel.NodeKind);

    public static ViewKind User { get; } =
        new("user", "User", Shape.Pentagon, Graphs.ThreatConnect.User.NodeKind) { MentionedBy = Mention.ByName };

    public static ViewKind Owner { get; } = new("owner", "Owner", Shape.Octagon, Graphs.ThreatConnect.Owner.NodeKind);

    public static IReadOnlyList<ViewKind> All { get; } = [Group, Indicator, Victim, Asset, Task, Tag, Label, User, Owner];
}
