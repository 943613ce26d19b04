using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>Groups, found by id in any owner or by xid in one owner.</summary>
sealed class Groups() : Resource("Group", "group", new("type", "id"))
{
    private static readonly FilterField s_firstSeen = FilterField.Date<Group>("firstSeen",
        group => (group.Details as CampaignDetails)?.FirstSeen);
    private static readonly FilterField s_eventDate = FilterField.Date<Group>("eventDate",
        group => (group.Details as EventDetails)?.EventDate);
    private static readonly FilterField s_fileType = FilterField.Text<Group>("fileType", "=", FileType);

    private static readonly FilterField[] s_common =
    [
        FilterField.Text<Group>("name", "=^", group => group.Name, FilterIndex.ByName),
        FilterField.Date<Group>("dateAdded", group => group.Added, FilterIndex.ByDate),
    ];

    // The filters of each type: v2/groups/filters.rst.
    private static readonly Dictionary<GroupType, FilterField[]> s_ofType = new()
    {
        [GroupType.Campaign] = [.. s_common, s_firstSeen],
        [GroupType.Document] = [.. s_common, s_fileType],
        [GroupType.Incident] = [.. s_common, s_eventDate],
    };

    private static readonly FilterField[] s_ofAllTypes = [.. s_common,
        .. new[] { s_firstSeen, s_fileType, s_eventDate }.Select(field => field with { Prefixed = true })];

    public override bool HasTypes => true;

    public override IReadOnlyList<FilterField> Filters(ItemType? type)
    {
        if (type is null) return s_ofAllTypes;
        return s_ofType.TryGetValue((GroupType)type, out var own) ? own : s_common;
    }

    public override Result<ItemType> Type(Call call, string branch) =>
        GroupType.ByBranch(branch) is { } type ? type : Envelope.Fail(404, Texts.UnknownPath, $"\"{branch}\" is not a type of group");


    public override ItemSet OfOwner(Graph graph, Owner owner) => new GroupSet(graph, owner.Id);

    /// <summary>
    /// A requested owner must exist and be visible, but does not limit the search by id (the 2017 reference: ids are unique).
    /// An xid is searched in that owner (tcex uploads to /v2/groups/documents/{xid}/upload?owner=).
    /// </summary>
    public override Result<Node> Find(Call call, ItemPath parameters, Owner? defaultOwner = null)
    {
        var type = parameters.FixedType;
        if (type is null && !Type(call, call[parameters.Type!]).Is(out type, out var error)) return error;
        return Find(call, (GroupType)type, call[parameters.Id], defaultOwner);
    }

    /// <summary>The group in the path of a route for one type, where the path has the id or xid and no parameter for the type.</summary>
    public Result<Group> FindOne(Call call, GroupType type) =>
        Find(call, type, call[Path.Id], null).Is(out var node, out var error) ? (Group)node : error;

    public Result<Node> Find(Call call, GroupType type, string text, Owner? defaultOwner)
    {
        if (Scope.Named(call) is { } named && !named.Is(out _, out var error)) return error;
        if (IdLookup.Find(call.Graph, Group.ById, text) is { } known) return known.Type == type ? Visible(call, known) : Envelope.Missing;
        var owner = defaultOwner ?? (Scope.Of(call).Is(out var scope, out _) ? scope : Scope.Own(call));
        var group = Group.FindByXid(call.Graph, text);
        return group is not null && group.Type == type && group.Owner == owner.Id ? Visible(call, group) : Envelope.Missing;
    }

    public override int OwnerOf(Graph graph, Node node) => ((Group)node).Owner;

    public override string KeyOf(Node node) => ((Group)node).Type.Entity;

    public override void Write(ref JsonWriter json, RenderContext context, Node node, ItemForm form) =>
        GroupJson.Write(ref json, context, (Group)node, form);

    public override ItemDependency DependsOn(RenderContext context, Node node) => new(context.OwnerOf(((Group)node).Owner));

    private static string? FileType(Group group) =>
        group.Details is FileDetails file && System.IO.Path.GetExtension(file.FileName) is { Length: > 1 } extension
            ? extension[1..].ToUpperInvariant()
            : null;

    private sealed class GroupSet(Graph graph, int owner) : ItemSet
    {
        public override NodeList All(ItemType? type) => Added(type, false, long.MinValue, long.MaxValue)!;

        public override NodeList Named(ItemType? type, string name, bool prefix) =>
            Sorted(Types(type).SelectMany(one => WithText(graph, Group.ByName, Group.Scope(owner, one), Fold.Case(name), prefix)));

        public override NodeList? Added(ItemType? type, bool activeOnly, long after, long before) => type is GroupType one
            ? Newest(graph, Group.NewestOfType, Group.Scope(owner, one), after, before)
            : Newest(graph, Group.Newest, owner, after, before);

        private static IEnumerable<GroupType> Types(ItemType? type) => type is GroupType one ? [one] : GroupType.All;
    }
}
