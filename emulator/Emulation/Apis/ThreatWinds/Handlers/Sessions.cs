using System.Text.Json;
using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Apis.ThreatWinds.Resources;
using Emulation.Apis.ThreatWinds.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Handlers;

/// <summary>Sessions of the Auth API. They are created for an e-mail address and need verification by a code.</summary>
static class Sessions
{
    private const int BearerLength = 64;
    private const long SessionSeconds = 24 * 60 * 60;

    public static Change Create(Call call)
    {
        if (BodyReader.Object(call) is not { } body || !BodyReader.Text(body, "email", out var given))
            return Envelope.RefuseChange(call, 400, Texts.BadJson);
        var address = Addresses.Email(given);
        if (address.Fault is { } fault) return Envelope.RefuseChange(call, 400, fault);
        if (Emails.Find(call.Graph, address.Text) is not { } email) return Envelope.RefuseChange(call, 404, Texts.NotFound);
        return Begin(call, call.Graph, email);
    }

    /// <summary>Creates an unverified session for the owner of an address.</summary>
    public static Change Begin(Call call, Graph graph, Email email)
    {
        var taken = Retention.BeforeNewSession(graph, email.UserId, call.Now.ToUnixTimeSeconds(), SessionSeconds)
            .TakeId(Session.NodeKind, out var number);
        var session = new Session
        {
            Number = number,
            Id = Ids.OfRecord(Session.NodeKind, number),
            UserId = email.UserId,
            Bearer = Ids.Token(Session.NodeKind, number, BearerLength),
            ExpireAt = call.Now.ToUnixTimeSeconds() + SessionSeconds,
            Verified = false,
            UserAgent = call.Header("User-Agent") ?? "",
        };
        var withCode = Verification.CreateCode(taken.Add(session), CodeFor.Session, session.Id, email.Address, out var code);
        var reply = Envelope.Ok(202, json =>
        {
            json.WriteStartObject();
            json.WriteString("bearer", session.Bearer);
            json.WriteString("sessionID", session.Id);
            json.WriteNumber("expireAt", session.ExpireAt);
            json.WriteString("ip", session.Ip);
            json.WriteString("userAgent", session.UserAgent);
            json.WriteString("verificationCodeID", code.Id);
            json.WriteEndObject();
        });
        return new(withCode, reply with { Note = Verification.Note(code) });
    }

    /// <summary>Verifies a session by its code, which verifies the address too.</summary>
    public static Change Verify(Call call)
    {
        if (Verification.RedeemCode(call, CodeFor.Session, out var graph, out var code) is { } refusal) return new(call.Graph, refusal);
        if (graph.Find<Session, Guid>(Session.ById, code!.TargetId) is not { } session)
            return Envelope.RefuseChange(call, 404, Texts.RecordNotFound);
        graph = graph.Replace(session, session with { Verified = true });
        if (Emails.Find(graph, code.Address) is { Verified: false } email) graph = graph.Replace(email, email with { Verified = true });
        return new(graph, Envelope.Acknowledged());
    }

    public static Reply Show(Call call)
    {
        if (Current(call) is not { } session) return Envelope.Refuse(call, 404, Texts.RecordNotFound);
        var user = Callers.Of(call);
        return Envelope.Ok(202, json =>
        {
            json.WriteStartObject();
            json.WriteString("sessionID", session.Id);
            json.WriteString("userID", user.Id);
            json.WriteString("alias", user.Alias);
            json.WriteString("fullName", user.FullName);
            json.WriteNumber("expireAt", session.ExpireAt);
            json.WriteString("ip", session.Ip);
            json.WriteString("userAgent", session.UserAgent);
            json.WriteBoolean("verified", session.Verified);
            EntityJson.Names(json, "roles", user.Roles);
            EntityJson.Names(json, "groups", user.Groups);
            json.WriteEndObject();
        });
    }

    public static Reply List(Call call)
    {
        var current = Current(call)?.Id;
        return Envelope.Ok(202, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("sessions");
            foreach (var session in Of(call.Graph, Callers.Of(call).Id)) Write(json, session, session.Id == current);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    public static Change Extend(Call call)
    {
        if (Current(call) is not { } session) return Envelope.RefuseChange(call, 404, Texts.RecordNotFound);
        var longer = session with { ExpireAt = Math.Max(session.ExpireAt, call.Now.ToUnixTimeSeconds() + SessionSeconds) };
        return new(call.Graph.Replace(session, longer), Envelope.Acknowledged());
    }

    public static Change Delete(Call call)
    {
        if (!OwnRecords.Find(call, Session.ById, record => record.UserId, Texts.NotFound, out var session, out var refusal))
            return refusal;
        return new(Verification.RemoveCodes(call.Graph, session.Id).Remove(session), Envelope.Acknowledged());
    }

    // Without credentials (--auth off) the first user is the caller, with that user's first session.
    private static Session? Current(Call call) => call.Caller.Node is Session session
        ? call.Graph.Find<Session, Guid>(Session.ById, session.Id)
        : Of(call.Graph, Callers.Of(call).Id).FirstOrDefault();

    private static IEnumerable<Session> Of(Graph graph, Guid user) =>
        graph.Between(Session.ByUser, OwnedKey.First(user), OwnedKey.Last(user)).All().Cast<Session>();

    private static void Write(Utf8JsonWriter json, Session session, bool current)
    {
        json.WriteStartObject();
        json.WriteString("sessionID", session.Id);
        json.WriteString("ip", session.Ip);
        json.WriteString("userAgent", session.UserAgent);
        json.WriteNumber("expireAt", session.ExpireAt);
        json.WriteBoolean("current", current);
        json.WriteEndObject();
    }
}
