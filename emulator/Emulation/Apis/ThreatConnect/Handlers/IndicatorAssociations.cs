using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Indicators joined by an association type, or by what a file does; which one, the path says.</summary>
static class Joins
{
    private static readonly JoiningIndicator s_any = new(file: false);
    private static readonly JoiningIndicator s_file = new(file: true);

    public static Read Read(Func<Call, Association, Reply> handler, bool action) => call =>
        Cell(call, action) is { } cell ? handler(call, cell) : Unknown(call);

    public static Write Write(Func<Call, Association, Change> handler, bool action) => call =>
        Cell(call, action) is { } cell ? handler(call, cell) : Writes.Refuse(call, Unknown(call));

    private static Association? Cell(Call call, bool action)
    {
        var types = Instance.Of(call.Graph).AssociationTypes;
        var type = action ? types.Action(call[1]) : types.Association(call[2]);
        return type is null ? null : new Association(action ? s_file : s_any, Known.Indicators, new AssociatedLinks(type));
    }

    private static Reply Unknown(Call call) => Envelope.Fail(404, Texts.UnknownPath, $"{call.Target.Path} names an association that is not known");
}
