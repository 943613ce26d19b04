using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Handlers;

/// <summary>Creates users and shows their public data.</summary>
static class Users
{
    // A new user may call every route except those for administrators.
    private static readonly IReadOnlyList<string> s_roles = ["user", "reporter", "trusted"];
    private static readonly IReadOnlyList<string> s_groups = ["public"];

    public static Change Create(Call call)
    {
        if (BodyReader.Object(call) is not { } body || !BodyReader.Text(body, "email", out var given))
            return Envelope.RefuseChange(call, 400, Texts.BadJson);
        if (!BodyReader.Text(body, "fullName", out var fullName) || !BodyReader.Text(body, "alias", out var alias))
            return Envelope.RefuseChange(call, 400, Texts.BadJson);
        var address = Addresses.Email(given);
        if (address.Fault is { } fault) return Envelope.RefuseChange(call, 400, fault);
        if (string.IsNullOrWhiteSpace(fullName) || string.IsNullOrWhiteSpace(alias))
            return Envelope.RefuseChange(call, 400, Texts.ValueEmpty);
        if (call.Graph.Find<User, TextKey>(User.ByAlias, new(0, alias)) is not null || Emails.Find(call.Graph, address.Text) is not null)
            return Envelope.RefuseChange(call, 400, Texts.DuplicatedKey);
        var graph = call.Graph.TakeId(User.NodeKind, out var number);
        var user = new User
        {
            Number = number,
            Id = Ids.OfRecord(User.NodeKind, number),
            Alias = alias,
            FullName = fullName,
            Roles = s_roles,
            Groups = s_groups,
        };
        graph = Emails.Add(graph.Add(user), user.Id, address.Text, preferred: true, out var email);
        return Sessions.Begin(call, graph, email);
    }

    public static Reply Show(Call call)
    {
        var uuid = Encoded.Uuid(call["id"]);
        if (uuid.Fault is { } fault) return Envelope.Refuse(call, 400, fault);
        if (call.Graph.Find<User, Guid>(User.ById, Guid.Parse(uuid.Text)) is not { } user)
            return Envelope.Refuse(call, 404, Texts.NotFound);
        return Envelope.Ok(202, json =>
        {
            json.WriteStartObject();
            json.WriteString("alias", user.Alias);
            json.WriteString("fullName", user.FullName);
            json.WriteEndObject();
        });
    }
}
