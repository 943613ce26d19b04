using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>The assignees or escalatees of a task.</summary>
static class TaskPeople
{
    public static Reply List(Call call, Relation relation)
    {
        if (!Listing.Read(call, []).Is(out var listing, out var error)) return error;
        if (!ItemKinds.Tasks.Find(call).Is(out var task, out error)) return error;
        return listing.Page("user", call.Graph.Linked(task, relation.From), (ref json, user) => UserJson.Write(ref json, (User)user));
    }

    public static Reply Get(Call call, Relation relation, string parameter)
    {
        if (!ItemKinds.Tasks.Find(call).Is(out var task, out var error)) return error;
        return Find(call, parameter) is { } user && call.Graph.IsLinked(task, relation.From, user) ? Show(user) : Envelope.Missing;
    }

    /// <summary>The status is 200 and not 201 (tcex's live test), also when repeated.</summary>
    public static Change Add(Call call, Relation relation, string parameter)
    {
        if (!ItemKinds.Tasks.Find(call).Is(out var task, out var error)) return Writes.Refuse(call, error);
        if (Find(call, parameter) is not { } user) return Writes.Refuse(call, Envelope.Missing);
        return Writes.Save(call, ((WorkflowTask)task).Owner, call.Graph.Link(task, relation, user), Show(user));
    }

    public static Change Remove(Call call, Relation relation, string parameter)
    {
        if (!ItemKinds.Tasks.Find(call).Is(out var task, out var error)) return Writes.Refuse(call, error);
        if (Find(call, parameter) is not { } user || !call.Graph.IsLinked(task, relation.From, user))
            return Writes.Refuse(call, Envelope.Missing);
        return Writes.Save(call, ((WorkflowTask)task).Owner, call.Graph.Unlink(task, relation, user), Envelope.Done);
    }

    // The user name has precedence, because names of API accounts consist of digits.
    private static User? Find(Call call, string parameter)
    {
        if (call.Graph.Find<User, TextKey>(User.ByName, new TextKey(0, call[parameter])) is { } named) return named;
        return IdLookup.Find(call.Graph, User.ById, call[parameter]);
    }

    private static Reply Show(User user) => Envelope.One(200, "user", (ref json) => UserJson.Write(ref json, user));
}
