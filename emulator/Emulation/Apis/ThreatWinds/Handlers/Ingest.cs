using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Apis.ThreatWinds.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Handlers;

/// <summary>Reports of entities, relations and comments. The vendor processes them later; here they can be read at once.</summary>
static class Ingest
{
    public static Change AddEntity(Call call)
    {
        if (BodyReader.Object(call) is not { } body) return Envelope.RefuseChange(call, 400, Texts.BadJson);
        var user = Callers.Of(call);
        if (Submission.Read(body, 0, user.Groups, out var submission) is { } fault) return Envelope.RefuseChange(call, 400, fault);
        return new(Store(call.Graph, submission!, user.Id, Nanos.Of(call.Now), out _), Envelope.Acknowledged());
    }

    public static Change AddWellKnown(Call call)
    {
        if (BodyReader.Object(call) is not { } body || !BodyReader.Text(body, "type", out var name))
            return Envelope.RefuseChange(call, 400, Texts.BadJson);
        if (string.IsNullOrWhiteSpace(name)) return Envelope.RefuseChange(call, 400, Texts.ValueEmpty);
        if (EntityTypes.Find(name) is not { } type) return Envelope.RefuseChange(call, 400, Texts.UnknownType(name));
        if (Submission.ReadAttributes(body, out var attributes) is { } fault) return Envelope.RefuseChange(call, 400, fault);
        if (attributes.Find(attribute => string.Equals(attribute.Name, name, StringComparison.Ordinal)) is not { Name: not null } value)
            return Envelope.RefuseChange(call, 400, Texts.ValueEmpty);
        var user = Callers.Of(call);
        var report = new Report(type, value.Text, attributes) { VisibleBy = user.Groups, WellKnown = true };
        return new(Reports.Add(call.Graph, report, user.Id, Nanos.Of(call.Now), out _), Envelope.Acknowledged());
    }

    public static Change AddAssociation(Call call)
    {
        if (BodyReader.Object(call) is not { } body) return Envelope.RefuseChange(call, 400, Texts.BadJson);
        if (!BodyReader.Text(body, "entityID", out var fromId) || !BodyReader.Text(body, "relatedEntityID", out var toId))
            return Envelope.RefuseChange(call, 400, Texts.BadJson);
        if (string.IsNullOrWhiteSpace(fromId) || string.IsNullOrWhiteSpace(toId)) return Envelope.RefuseChange(call, 400, Texts.ValueEmpty);
        var user = Callers.Of(call);
        if (Visible(call, fromId, user) is not { } from || Visible(call, toId, user) is not { } to)
            return Envelope.RefuseChange(call, 404, Texts.RecordNotFound);
        var shared = from.VisibleBy.Intersect(to.VisibleBy, StringComparer.Ordinal).ToArray();
        if (shared.Length == 0) return Envelope.RefuseChange(call, 403, Texts.Unauthorized, "the two entities share no group");
        return new(
            Reports.AddRelation(call.Graph, from, to, RelationMode.Association, shared, user.Id, Nanos.Of(call.Now)),
            Envelope.Acknowledged());
    }

    public static Change AddComment(Call call)
    {
        if (BodyReader.Object(call) is not { } body) return Envelope.RefuseChange(call, 400, Texts.BadJson);
        // The JavaScript client sends entityId, content and parentId.
        if (!Either(body, "entityID", "entityId", out var subject)
            || !Either(body, "comment", "content", out var text)
            || !Either(body, "parentID", "parentId", out var parentText)
            || !BodyReader.Texts(body, "visibleBy", out var visibleBy))
            return Envelope.RefuseChange(call, 400, Texts.BadJson);
        if (string.IsNullOrWhiteSpace(subject) || string.IsNullOrWhiteSpace(text))
            return Envelope.RefuseChange(call, 400, Texts.ValueEmpty);
        var parent = Guid.Empty;
        if (parentText.Length > 0 && Encoded.Uuid(parentText) is var uuid && uuid.Fault is { } fault)
            return Envelope.RefuseChange(call, 400, fault);
        if (parentText.Length > 0) parent = Guid.Parse(Encoded.Uuid(parentText).Text);
        var user = Callers.Of(call);
        if (!IsVisible(call, subject, user)) return Envelope.RefuseChange(call, 404, Texts.RecordNotFound);
        if (parent != Guid.Empty && call.Graph.Find<Comment, Guid>(Comment.ById, parent) is null)
            return Envelope.RefuseChange(call, 404, Texts.RecordNotFound);
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

    private static Graph Store(Graph graph, Submission submission, Guid user, long now, out Entity entity)
    {
        var stored = Reports.Add(graph, submission.Report, user, now, out entity);
        foreach (var part in submission.Associated)
        {
            stored = Store(stored, part, user, now, out var other);
            // A nested part may have reported the same entity again.
            entity = Entity.Of(stored, entity.Id)!;
            if (!string.Equals(entity.Id, other.Id, StringComparison.Ordinal))
                stored = Reports.AddRelation(stored, entity, other, part.Mode, part.Report.VisibleBy, user, now);
        }
        return stored;
    }

    private static bool Either(System.Text.Json.JsonElement body, string name, string other, out string text) =>
        BodyReader.Text(body, name, out text) && (text.Length > 0 || BodyReader.Text(body, other, out text));

    private static Entity? Visible(Call call, string id, User user) =>
        Entity.Of(call.Graph, id) is { } entity && Callers.CanSee(user.Groups, entity.VisibleBy) ? entity : null;

    private static bool IsVisible(Call call, string id, User user)
    {
        if (Visible(call, id, user) is not null) return true;
        return Hash256.Parse(id) is { } hash
            && StoredRelation.Of(call.Graph, hash) is { } relation
            && Callers.CanSee(user.Groups, relation.VisibleBy);
    }
}
