using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>The group of routes that are for one type alone, where the path holds its id or xid and no parameter for the type.</summary>
static class OneGroup
{
    public static Found<Group> Find(Call call, GroupType type) =>
        ((Groups)Known.Groups).Find(call, type, call[0]).Is(out var node, out var no) ? (Group)node : no;
}
