using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Creates, updates and deletes groups.</summary>
static class GroupWrites
{
    /// <summary>Names are not unique: a second group with the same name gets its own id.</summary>
    public static Change Create(Call call, ThreatConnectContext context)
    {
        if (!ItemKinds.Groups.Type(call, call["type"]).Is(out var found, out var error)) return Writes.Refuse(call, error);
        if (!Scope.Of(call).Is(out var owner, out error)) return Writes.Refuse(call, error);
        if (!Fields.Read(call).Is(out var body, out error)) return Writes.Refuse(call, error);
        var (type, now) = ((GroupType)found, call.Now.ToUnixTimeSeconds());
        var (name, details) = GroupFields.Create(body, type, now);
        var xid = body.Text("xid", type.Name, 1, 255);
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        if (xid is not null && Group.FindByXid(call.Graph, xid) is not null)
            return Writes.Refuse(call, Envelope.Fail(400, Texts.Exists("xid", type.Name)));

        var graph = call.Graph.TakeId(Group.NodeKind, out var id);
        var group = new Group
        {
            Id = id,
            Owner = owner.Id,
            Type = type,
            Name = name,
            Added = now,
            Modified = now,
            CreatedBy = Scope.CurrentUser(call).FullName,
            Xid = xid,
            Details = details,
        };
        graph = graph.Add(group);
        return Writes.Save(call, owner.Id, graph, Items.Show(call, context, 201, ItemKinds.Groups, group, graph));
    }

    public static Change Update(Call call, ThreatConnectContext context)
    {
        if (!ItemKinds.Groups.Find(call).Is(out var node, out var error)) return Writes.Refuse(call, error);
        if (!Fields.Read(call).Is(out var body, out error)) return Writes.Refuse(call, error);
        var old = (Group)node;
        var group = GroupFields.Update(body, old, call.Now.ToUnixTimeSeconds());
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        if (group.Xid != old.Xid && Group.FindByXid(call.Graph, group.Xid!) is not null)
            return Writes.Refuse(call, Envelope.Fail(400, Texts.Exists("xid", group.Type.Name)));

        var graph = call.Graph.Replace(old, group);
        return Writes.Save(call, group.Owner, graph, Items.Show(call, context, 200, ItemKinds.Groups, group, graph));
    }

    public static Change Delete(Call call) => Deletions.Delete(call, ItemKinds.Groups);
}
