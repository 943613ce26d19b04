using System.Text.Json;
using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Apis.ThreatWinds.Resources;
using Emulation.Apis.ThreatWinds.Responses;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Handlers;

/// <summary>One entity, by id or by type and value (threatwinds/api-docs, both editions of search/).</summary>
static class Entities
{
    public static Reply ById(Call call, ThreatWindsContext context)
    {
        var id = call["id"];
        if (string.IsNullOrWhiteSpace(id)) return Envelope.Refuse(call, 400, Texts.ValueEmpty);
        return Show(call, context, 200, Entity.Of(call.Graph, id), Texts.RecordNotFound);
    }

    public static Reply ByValue(Call call, ThreatWindsContext context)
    {
        if (BodyReader.Object(call) is not { } body || !BodyReader.Text(body, "type", out var name))
            return Envelope.Refuse(call, 400, Texts.BadJson);
        if (string.IsNullOrWhiteSpace(name) || !body.TryGetProperty("value", out var given) || given.ValueKind == JsonValueKind.Null)
            return Envelope.Refuse(call, 400, Texts.ValueEmpty);
        if (EntityTypes.Find(name) is not { } type) return Envelope.Refuse(call, 400, Texts.UnknownType(name));
        var value = Submission.ValueOf(type, given);
        if (value.Fault is { } fault) return Envelope.Refuse(call, 400, fault);
        return Show(call, context, 202, Entity.Of(call.Graph, name, value.Text), Texts.EntityNotFound);
    }

    private static Reply Show(Call call, ThreatWindsContext context, int status, Entity? entity, string missing)
    {
        if (entity is null || !Callers.CanSee(Callers.GroupsOf(call), entity.VisibleBy))
            return Envelope.Missing(call, context.Options.NotFound, missing);
        return Envelope.Ok(status, json => EntityJson.Full(json, entity));
    }
}
