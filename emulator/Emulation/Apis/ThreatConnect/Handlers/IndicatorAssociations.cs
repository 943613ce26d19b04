using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Links between indicators by the association type or file action in the path.</summary>
static class IndicatorAssociations
{
    private static readonly ItemPath s_target = new("targetType", "targetId");

    // Only files have actions, so the path has no type.
    private static readonly ItemPath s_file = new(null, "indicator") { FixedType = IndicatorType.File };

    public static Reply Query(Call call, bool action, Func<Association, Reply> query) =>
        Find(call, action) is { } association ? query(association) : Unknown(call);

    public static Change Change(Call call, bool action, Func<Call, Association, Change> change) =>
        Find(call, action) is { } association ? change(call, association) : Writes.Refuse(call, Unknown(call));

    private static Association? Find(Call call, bool action)
    {
        var types = Instance.Of(call.Graph).AssociationTypes;
        var type = action ? types.Action(call["fileAction"]) : types.Association(call["associationType"]);
        if (type is null) return null;
        var path = action ? s_file : ItemKinds.Indicators.Path;
        return new Association(ItemKinds.Indicators, path, ItemKinds.Indicators, s_target, new AssociatedLinks(type));
    }

    private static Reply Unknown(Call call) =>
        Envelope.Fail(404, Texts.UnknownPath, $"{call.Target.Path} names an association that is not known");
}
