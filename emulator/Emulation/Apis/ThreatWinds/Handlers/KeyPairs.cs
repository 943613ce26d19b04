using System.Text.Json;
using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Apis.ThreatWinds.Resources;
using Emulation.Apis.ThreatWinds.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Handlers;

/// <summary>
/// Key pairs of the Auth API. They are created in a session, need verification by a code, and expire after a number of days.
/// </summary>
static class KeyPairs
{
    private const int KeyLength = 32;
    private const int SecretLength = 64;
    private const long Day = 24 * 60 * 60;
    private const int MaxDays = 36_500;

    public static Change Create(Call call)
    {
        if (BodyReader.Object(call) is not { } body
            || !BodyReader.Text(body, "name", out var name)
            || !BodyReader.Whole(body, "days", out var days))
            return Envelope.RefuseChange(call, 400, Texts.BadJson);
        if (string.IsNullOrWhiteSpace(name) || days is null) return Envelope.RefuseChange(call, 400, Texts.ValueEmpty);
        if (days is < 1 or > MaxDays) return Envelope.RefuseChange(call, 400, Texts.Invalid("days", days.Value.ToString()));
        var user = Callers.Of(call);
        if (Retention.BeforeNewKeyPair(call.Graph, user.Id, call.Now.ToUnixTimeSeconds()) is not { } pruned)
            return Envelope.RefuseChange(call, 400, Texts.TooManyKeyPairs);
        var taken = pruned.TakeId(KeyPair.NodeKind, out var number);
        var pair = new KeyPair
        {
            Number = number,
            Id = Ids.OfRecord(KeyPair.NodeKind, number),
            UserId = user.Id,
            ApiKey = Ids.Token(KeyPair.NodeKind, number, KeyLength),
            ApiSecret = Ids.Token(VerificationCode.NodeKind, number, SecretLength),
            Name = name,
            ExpireAt = call.Now.ToUnixTimeSeconds() + (days.Value * Day),
            Verified = false,
        };
        var address = Emails.PreferredOf(call.Graph, user.Id);
        var graph = Verification.CreateCode(taken.Add(pair), CodeFor.KeyPair, pair.Id, address, out var code);
        var reply = Envelope.Ok(202, json =>
        {
            json.WriteStartObject();
            json.WriteString("apiKey", pair.ApiKey);
            json.WriteString("apiSecret", pair.ApiSecret);
            WriteMembers(json, pair);
            json.WriteString("verificationCodeID", code.Id);
            json.WriteEndObject();
        });
        return new(graph, reply with { Note = Verification.Note(code) });
    }

    public static Change Verify(Call call)
    {
        if (Verification.RedeemCode(call, CodeFor.KeyPair, out var graph, out var code) is { } refusal) return new(call.Graph, refusal);
        if (graph.Find<KeyPair, Guid>(KeyPair.ById, code!.TargetId) is not { } pair)
            return Envelope.RefuseChange(call, 404, Texts.RecordNotFound);
        return new(graph.Replace(pair, pair with { Verified = true }), Envelope.Acknowledged());
    }

    /// <summary>Sends a new code for a key pair of the caller.</summary>
    public static Change ResendCode(Call call)
    {
        if (BodyReader.Object(call) is not { } body
            || !BodyReader.Text(body, "apiKey", out var key)
            || !BodyReader.Text(body, "apiSecret", out var secret))
            return Envelope.RefuseChange(call, 400, Texts.BadKey);
        if (string.IsNullOrWhiteSpace(key) || string.IsNullOrWhiteSpace(secret)) return Envelope.RefuseChange(call, 400, Texts.BadKey);
        var user = Callers.Of(call);
        var pair = call.Graph.Find<KeyPair, TextKey>(KeyPair.ByKey, new(0, key));
        if (pair is null || pair.UserId != user.Id || !Secrets.AreEqual(pair.ApiSecret, secret))
            return Envelope.RefuseChange(call, 404, Texts.RecordNotFound);
        var graph = Verification.CreateCode(call.Graph, CodeFor.KeyPair, pair.Id, Emails.PreferredOf(call.Graph, user.Id), out var code);
        return new(graph, Emails.Sent(code));
    }

    public static Reply Show(Call call)
    {
        var user = Callers.Of(call);
        var pair = call.Caller.Node as KeyPair ?? Of(call.Graph, user.Id).FirstOrDefault();
        if (pair is null) return Envelope.Refuse(call, 404, Texts.RecordNotFound);
        return Envelope.Ok(202, json =>
        {
            json.WriteStartObject();
            json.WriteString("apiKey", pair.ApiKey);
            WriteMembers(json, pair);
            json.WriteString("userID", user.Id);
            json.WriteString("userName", user.FullName);
            json.WriteString("userAlias", user.Alias);
            EntityJson.Names(json, "roles", user.Roles);
            EntityJson.Names(json, "groups", user.Groups);
            json.WriteEndObject();
        });
    }

    public static Reply List(Call call) => Envelope.Ok(202, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("keys");
        foreach (var pair in Of(call.Graph, Callers.Of(call).Id))
        {
            json.WriteStartObject();
            json.WriteString("apiKey", pair.ApiKey);
            WriteMembers(json, pair);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static Change Delete(Call call)
    {
        if (!OwnRecords.Find(call, KeyPair.ById, record => record.UserId, Texts.RecordNotFound, out var pair, out var refusal))
            return refusal;
        return new(Verification.RemoveCodes(call.Graph, pair.Id).Remove(pair), Envelope.Acknowledged());
    }

    private static IEnumerable<KeyPair> Of(Graph graph, Guid user) =>
        graph.Between(KeyPair.ByUser, OwnedKey.First(user), OwnedKey.Last(user)).All().Cast<KeyPair>();

    private static void WriteMembers(Utf8JsonWriter json, KeyPair pair)
    {
        json.WriteString("keyID", pair.Id);
        json.WriteString("keyName", pair.Name);
        json.WriteNumber("expireAt", pair.ExpireAt);
        json.WriteBoolean("verified", pair.Verified);
    }
}
