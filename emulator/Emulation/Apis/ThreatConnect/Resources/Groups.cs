using System.Globalization;
using System.Text.Json;
using Emulation.Apis.ThreatConnect.Bodies;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>Groups: found by id wherever they are, or by xid in an owner.</summary>
sealed class Groups() : Resource("Group", "group", 2)
{
    private static readonly FilterField s_firstSeen = FilterField.Date<Group>("firstSeen", group => (group.Details as CampaignDetails)?.FirstSeen);
    private static readonly FilterField s_eventDate = FilterField.Date<Group>("eventDate", group => (group.Details as EventDetails)?.EventDate);
    private static readonly FilterField s_fileType = FilterField.Text<Group>("fileType", "=", FileType);

    private static readonly FilterField[] s_common =
    [
        FilterField.Text<Group>("name", "=^", group => group.Name, Served.ByName),
        FilterField.Date<Group>("dateAdded", group => group.Added, Served.ByDate),
    ];

    // v2/groups/filters.rst: each type's own.
    private static readonly Dictionary<GroupType, FilterField[]> s_ofType = new()
    {
        [GroupType.Campaign] = [.. s_common, s_firstSeen],
        [GroupType.Document] = [.. s_common, s_fileType],
        [GroupType.Incident] = [.. s_common, s_eventDate],
    };

    private static readonly FilterField[] s_ofAllTypes = [.. s_common, .. new[] { s_firstSeen, s_fileType, s_eventDate }.Select(field => field with { Prefixed = true })];

    public override IReadOnlyList<FilterField> Filters(ItemType? type)
    {
        if (type is null) return s_ofAllTypes;
        return s_ofType.TryGetValue((GroupType)type, out var own) ? own : s_common;
    }

    public override Found<ItemType> Type(Call call, string branch) =>
        GroupType.ByBranch(branch) is { } type ? type : Envelope.Fail(404, Texts.UnknownPath, $"\"{branch}\" is no type of group");

    public override Reply? WrongType(Call call, int at) => Type(call, call[at]).Is(out _, out var no) ? null : no;

    public override Pool OfOwner(Graph graph, Owner owner) => new GroupPool(graph, owner.Id);

    /// <summary>
    /// An owner that is named must exist and be visible, but does not find the group (the 2017 reference: ids are unique).
    /// An xid is looked for in that owner (tcex uploads to /v2/groups/documents/{xid}/upload?owner=).
    /// </summary>
    public override Found<Node> Find(Call call, int at, Owner? near = null)
    {
        if (!Type(call, call[at]).Is(out var type, out var no)) return no;
        return Find(call, (GroupType)type, call[at + 1], near);
    }

    public Found<Node> Find(Call call, GroupType type, string text, Owner? near = null)
    {
        if (Scope.Named(call) is { } named && !named.Is(out _, out var no)) return no;
        if (ById(call, text) is { } known) return known.Type == type ? Visible(call, known) : Envelope.Missing;
        var owner = near ?? (Scope.Of(call).Is(out var scope, out _) ? scope : Scope.Own(call));
        var group = Group.FindByXid(call.Graph, text);
        return group is not null && group.Type == type && group.Owner == owner.Id ? Visible(call, group) : Envelope.Missing;
    }

    public override int OwnerOf(Graph graph, Node node) => ((Group)node).Owner;

    public override string KeyOf(Node node) => ((Group)node).Type.Entity;

    public override void Write(ref JsonWriter json, Pen pen, Node node, Form form) => GroupJson.Write(ref json, pen, (Group)node, form);

    public override Line? Plain(Pen pen, Node node, Form form) => form == Form.Entry ? GroupJson.Plain(pen, (Group)node) : null;

    public override Node? Beside(Pen pen, Node node) => pen.OwnerOf(((Group)node).Owner);

    private static Group? ById(Call call, string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? call.Graph.Find<Group, IdKey>(Group.ById, new IdKey(0, id)) : null;

    private static string? FileType(Group group) =>
        group.Details is FileDetails file && Path.GetExtension(file.FileName) is { Length: > 1 } extension ? extension[1..].ToUpperInvariant() : null;

    private sealed class GroupPool(Graph graph, int owner) : Pool
    {
        public override NodeList All(ItemType? type) => Added(type, false, long.MinValue, long.MaxValue)!;

        public override NodeList Named(ItemType? type, string name, bool prefix) =>
            Sorted(Types(type).SelectMany(one => WithText(graph, Group.ByName, Group.Scope(owner, one), Fold.Case(name), prefix)));

        public override NodeList? Added(ItemType? type, bool activeOnly, long after, long before) => type is GroupType one
            ? Newest.Between(graph, Group.NewestOfType, Group.Scope(owner, one), after, before)
            : Newest.Between(graph, Group.Newest, owner, after, before);

        private static IEnumerable<GroupType> Types(ItemType? type) => type is GroupType one ? [one] : GroupType.All;
    }
}

/// <summary>Ranges of an index that is newest first.</summary>
static class Newest
{
    /// <summary>What lies after one moment and before another, both excluded.</summary>
    public static NodeList Between(Graph graph, Index<NewestKey> index, long scope, long after, long before)
    {
        var first = before == long.MaxValue ? NewestKey.First(scope) : new NewestKey(scope, before, long.MaxValue);
        var end = after == long.MinValue ? NewestKey.Last(scope) : new NewestKey(scope, after, long.MinValue);
        return graph.Between(index, first, end);
    }
}
