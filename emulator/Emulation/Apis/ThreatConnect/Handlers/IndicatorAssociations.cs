using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Indicators joined by an association type, or by what a file does; the path names it.</summary>
static class IndicatorAssociations
{
    private static readonly ItemPath s_target = new("targetType", "targetId");

    // Only files have actions, so the path of one has no type.
    private static readonly ItemPath s_file = new(null, "indicator") { OnlyType = IndicatorType.File };

    public static Reply Query(Call call, bool action, Func<Association, Reply> query) =>
        Find(call, action) is { } association ? query(association) : Unknown(call);

    public static Change Change(Call call, bool action, Func<Call, Association, Change> change) =>
        Find(call, action) is { } association ? change(call, association) : Writes.Refuse(call, Unknown(call));

    private static Association? Find(Call call, bool action)
    {
        var types = Instance.Of(call.Graph).AssociationTypes;
        var type = action ? types.Action(call["fileAction"]) : types.Association(call["associationType"]);
        if (type is null) return null;
        var path = action ? s_file : Known.Indicators.Path;
        return new Association(Known.Indicators, path, Known.Indicators, s_target, new AssociatedLinks(type));
    }

    private static Reply Unknown(Call call) =>
        Envelope.Fail(404, Texts.UnknownPath, $"{call.Target.Path} names an association that is not known");
}
