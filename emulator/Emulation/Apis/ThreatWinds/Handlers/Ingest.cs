using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Apis.ThreatWinds.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Handlers;

/// <summary>Reports of entities, relations and comments. The vendor works them off later; here they are readable at once.</summary>
static class Ingest
{
    public static Change AddEntity(Call call)
    {
        if (Bodies.Object(call) is not { } body) return Refused(call, 400, Texts.BadJson);
        var user = Callers.Of(call);
        if (Submission.Read(body, 0, user.Groups, out var submission) is { } fault) return Refused(call, 400, fault);
        return new(Stored(call.Graph, submission!, user.Id, Nanos.Of(call.Now), out _), Envelope.Acknowledged());
    }

    public static Change AddWellKnown(Call call)
    {
        if (Bodies.Object(call) is not { } body || !Bodies.Text(body, "type", out var name)) return Refused(call, 400, Texts.BadJson);
        if (string.IsNullOrWhiteSpace(name)) return Refused(call, 400, Texts.ValueEmpty);
        if (EntityTypes.Find(name) is not { } type) return Refused(call, 400, Texts.UnknownType(name));
        if (Submission.ReadAttributes(body, out var attributes) is { } fault) return Refused(call, 400, fault);
        if (attributes.Find(attribute => string.Equals(attribute.Name, name, StringComparison.Ordinal)) is not { Name: not null } value)
            return Refused(call, 400, Texts.ValueEmpty);
        var user = Callers.Of(call);
        var report = new Report(type, value.Text, attributes) { VisibleBy = user.Groups, WellKnown = true };
        return new(Reports.Of(call.Graph, report, user.Id, Nanos.Of(call.Now), out _), Envelope.Acknowledged());
    }

    public static Change AddAssociation(Call call)
    {
        if (Bodies.Object(call) is not { } body) return Refused(call, 400, Texts.BadJson);
        if (!Bodies.Text(body, "entityID", out var fromId) || !Bodies.Text(body, "relatedEntityID", out var toId)) return Refused(call, 400, Texts.BadJson);
        if (string.IsNullOrWhiteSpace(fromId) || string.IsNullOrWhiteSpace(toId)) return Refused(call, 400, Texts.ValueEmpty);
        var user = Callers.Of(call);
        if (Visible(call, fromId, user) is not { } from || Visible(call, toId, user) is not { } to) return Refused(call, 404, Texts.RecordNotFound);
        var shared = from.VisibleBy.Intersect(to.VisibleBy, StringComparer.Ordinal).ToArray();
        if (shared.Length == 0) return Refused(call, 403, Texts.Unauthorized, "the two entities share no group");
        return new(Reports.OfRelation(call.Graph, from, to, RelationMode.Association, shared, user.Id, Nanos.Of(call.Now)), Envelope.Acknowledged());
    }

    public static Change AddComment(Call call)
    {
        if (Bodies.Object(call) is not { } body) return Refused(call, 400, Texts.BadJson);
        // The JavaScript client says entityId, content and parentId.
        if (!Either(body, "entityID", "entityId", out var subject) || !Either(body, "comment", "content", out var text)) return Refused(call, 400, Texts.BadJson);
        if (!Either(body, "parentID", "parentId", out var parentText) || !Bodies.Texts(body, "visibleBy", out var visibleBy)) return Refused(call, 400, Texts.BadJson);
        if (string.IsNullOrWhiteSpace(subject) || string.IsNullOrWhiteSpace(text)) return Refused(call, 400, Texts.ValueEmpty);
        var parent = Guid.Empty;
        if (parentText.Length > 0 && Encoded.Uuid(parentText) is var uuid && uuid.Fault is { } fault) return Refused(call, 400, fault);
        if (parentText.Length > 0) parent = Guid.Parse(Encoded.Uuid(parentText).Text);
        var user = Callers.Of(call);
        if (!IsVisible(call, subject, user)) return Refused(call, 404, Texts.RecordNotFound);
        if (parent != Guid.Empty && call.Graph.Find<Comment, Guid>(Comment.ById, parent) is null) return Refused(call, 404, Texts.RecordNotFound);
        var graph = call.Graph.TakeId(Comment.NodeKind, out var number).Add(new Comment
        {
            Number = number,
            Id = Ids.OfRecord(Comment.NodeKind, number),
            At = Nanos.Of(call.Now),
            EntityId = subject,
            Text = text,
            UserId = user.Id,
            ParentId = parent,
            VisibleBy = visibleBy is { Count: > 0 } ? [.. visibleBy.Distinct(StringComparer.Ordinal)] : user.Groups,
        });
        return new(graph, Envelope.Acknowledged());
    }

    private static Graph Stored(Graph graph, Submission submission, Guid user, long now, out Entity entity)
    {
        var stored = Reports.Of(graph, submission.Report, user, now, out entity);
        foreach (var part in submission.Associated)
        {
            stored = Stored(stored, part, user, now, out var other);
            // Deeper down the same entity may have been reported again.
            entity = Entity.Of(stored, entity.Id)!;
            if (!string.Equals(entity.Id, other.Id, StringComparison.Ordinal))
                stored = Reports.OfRelation(stored, entity, other, part.Mode, part.Report.VisibleBy, user, now);
        }
        return stored;
    }

    private static bool Either(System.Text.Json.JsonElement body, string name, string other, out string text) =>
        Bodies.Text(body, name, out text) && (text.Length > 0 || Bodies.Text(body, other, out text));

    private static Entity? Visible(Call call, string id, User user) =>
        Entity.Of(call.Graph, id) is { } entity && Callers.Sees(user.Groups, entity.VisibleBy) ? entity : null;

    private static bool IsVisible(Call call, string id, User user)
    {
        if (Visible(call, id, user) is not null) return true;
        return Hash256.Parse(id) is { } hash && StoredRelation.Of(call.Graph, hash) is { } relation && Callers.Sees(user.Groups, relation.VisibleBy);
    }

    private static Change Refused(Call call, int status, string text, string? reason = null) =>
        new(call.Graph, Envelope.Refuse(call, status, text, reason));
}
