using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Apis.ThreatWinds.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Handlers;

/// <summary>The e-mail addresses of a user.</summary>
static class Emails
{
    public static Change Create(Call call)
    {
        if (AddressIn(call, out var address) is { } fault) return Envelope.RefuseChange(call, 400, fault);
        if (Find(call.Graph, address) is not null) return Envelope.RefuseChange(call, 400, Texts.DuplicatedKey);
        var graph = Add(call.Graph, Callers.Of(call).Id, address, preferred: false, out var email);
        return new(Verification.CreateCode(graph, CodeFor.Email, email.Id, address, out var code), Sent(code));
    }

    /// <summary>Sends a new code for an address of the caller.</summary>
    public static Change ResendCode(Call call)
    {
        if (AddressIn(call, out var address) is { } fault) return Envelope.RefuseChange(call, 400, fault);
        if (Find(call.Graph, address) is not { } email || email.UserId != Callers.Of(call).Id)
            return Envelope.RefuseChange(call, 404, Texts.RecordNotFound);
        return new(Verification.CreateCode(call.Graph, CodeFor.Email, email.Id, address, out var code), Sent(code));
    }

    public static Change Verify(Call call)
    {
        if (Verification.RedeemCode(call, CodeFor.Email, out var graph, out var code) is { } refusal) return new(call.Graph, refusal);
        if (graph.Find<Email, Guid>(Email.ById, code!.TargetId) is not { } email)
            return Envelope.RefuseChange(call, 404, Texts.RecordNotFound);
        return new(graph.Replace(email, email with { Verified = true }), Envelope.Acknowledged());
    }

    public static Change Prefer(Call call)
    {
        // The pages document the text for a malformed key here.
        if (BodyReader.Object(call) is not { } body || !BodyReader.Text(body, "emailID", out var given))
            return Envelope.RefuseChange(call, 400, Texts.BadKey);
        if (Encoded.Uuid(given) is not { Fault: null } uuid) return Envelope.RefuseChange(call, 400, Texts.BadKey);
        var user = Callers.Of(call).Id;
        if (call.Graph.Find<Email, Guid>(Email.ById, Guid.Parse(uuid.Text)) is not { Verified: true } email || email.UserId != user)
            return Envelope.RefuseChange(call, 404, Texts.RecordNotFound);
        return new(SetPreferred(call.Graph, email), Envelope.Acknowledged());
    }

    public static Change Delete(Call call)
    {
        if (!OwnRecords.Find(call, Email.ById, record => record.UserId, Texts.RecordNotFound, out var email, out var refusal))
            return refusal;
        var graph = Verification.RemoveCodes(call.Graph, email.Id).Remove(email);
        var next = email.Preferred ? Of(graph, email.UserId).OrderByDescending(other => other.Verified).FirstOrDefault() : null;
        return new(next is null ? graph : SetPreferred(graph, next), Envelope.Acknowledged());
    }

    public static Reply List(Call call) => Envelope.Ok(202, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("emails");
        foreach (var email in Of(call.Graph, Callers.Of(call).Id))
        {
            json.WriteStartObject();
            json.WriteString("address", email.Address);
            json.WriteString("emailID", email.Id);
            json.WriteBoolean("preferred", email.Preferred);
            json.WriteBoolean("verified", email.Verified);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static Graph Add(Graph graph, Guid user, string address, bool preferred, out Email email)
    {
        var taken = graph.TakeId(Email.NodeKind, out var number);
        email = new Email
        {
            Number = number,
            Id = Ids.OfRecord(Email.NodeKind, number),
            UserId = user,
            Address = address,
            Preferred = preferred,
            Verified = false,
        };
        return taken.Add(email);
    }

    public static Email? Find(Graph graph, string address) => graph.Find<Email, TextKey>(Email.ByAddress, new(0, address));

    public static IEnumerable<Email> Of(Graph graph, Guid user) =>
        graph.Between(Email.ByUser, OwnedKey.First(user), OwnedKey.Last(user)).All().Cast<Email>();

    /// <summary>The address to which codes are sent, for the log.</summary>
    public static string PreferredOf(Graph graph, Guid user) =>
        Of(graph, user).OrderByDescending(email => email.Preferred).FirstOrDefault()?.Address ?? "nobody";

    public static Reply Sent(VerificationCode code) => Envelope.Ok(202, json =>
    {
        json.WriteStartObject();
        json.WriteString("verificationCodeID", code.Id);
        json.WriteEndObject();
    }) with { Note = Verification.Note(code) };

    private static Graph SetPreferred(Graph graph, Email chosen)
    {
        foreach (var email in Of(graph, chosen.UserId).ToArray())
        {
            var preferred = email.Id == chosen.Id;
            if (email.Preferred != preferred) graph = graph.Replace(email, email with { Preferred = preferred });
        }
        return graph;
    }

    private static string? AddressIn(Call call, out string address)
    {
        address = "";
        if (BodyReader.Object(call) is not { } body || !BodyReader.Text(body, "address", out var given)) return Texts.BadJson;
        var found = Addresses.Email(given);
        address = found.Text;
        return found.Fault;
    }
}
