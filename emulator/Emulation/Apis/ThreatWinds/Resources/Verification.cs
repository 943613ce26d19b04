using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Resources;

/// <summary>
/// The codes that the vendor sends by e-mail. The emulator shows them in the log and in the accounts of <c>/_emulator/info</c>.
/// </summary>
static class Verification
{
    /// <summary>Creates a code and removes the earlier codes for the same target.</summary>
    public static Graph CreateCode(Graph graph, CodeFor purpose, Guid target, string address, out VerificationCode code)
    {
        var next = RemoveCodes(graph, target).TakeId(VerificationCode.NodeKind, out var number);
        code = new VerificationCode
        {
            Number = number,
            Id = Ids.OfRecord(VerificationCode.NodeKind, number),
            For = purpose,
            TargetId = target,
            Address = address,
            Code = Ids.Code(VerificationCode.NodeKind, number),
        };
        return next.Add(code);
    }

    public static Graph RemoveCodes(Graph graph, Guid target)
    {
        var codes = graph.Between(VerificationCode.ByTarget, OwnedKey.First(target), OwnedKey.Last(target)).All().ToArray();
        foreach (var code in codes) graph = graph.Remove(code);
        return graph;
    }

    /// <summary>The line in the log that replaces the e-mail.</summary>
    public static string Note(VerificationCode code) =>
        $"to {code.Address}: verification code {code.Code} for verificationCodeID {code.Id}";

    /// <summary>Accepts a code from a request and removes it from the graph; returns null, or the refusal.</summary>
    public static Reply? RedeemCode(Call call, CodeFor purpose, out Graph graph, out VerificationCode? code)
    {
        (graph, code) = (call.Graph, null);
        if (BodyReader.Object(call) is not { } body
            || !BodyReader.Text(body, "verificationCodeID", out var idText)
            || Code(body) is not { } given)
            return Envelope.Refuse(call, 400, Texts.BadJson);
        var uuid = Encoded.Uuid(idText);
        if (uuid.Fault is { } fault) return Envelope.Refuse(call, 400, fault);
        if (call.Graph.Find<VerificationCode, Guid>(VerificationCode.ById, Guid.Parse(uuid.Text)) is not { } sent || sent.For != purpose)
            return Envelope.Refuse(call, 404, Texts.RecordNotFound);
        if (!Secrets.AreEqual(sent.Code, given)) return Envelope.Refuse(call, 401, Texts.CodeNotFound);
        (graph, code) = (call.Graph.Remove(sent), sent);
        return null;
    }

    // The pages send the code as an integer, which loses leading zeros.
    private static string? Code(System.Text.Json.JsonElement body)
    {
        if (!body.TryGetProperty("code", out var code)) return "";
        if (code.ValueKind == System.Text.Json.JsonValueKind.Number) return code.GetRawText().PadLeft(6, '0');
        return BodyReader.Text(body, "code", out var text) ? text : null;
    }
}
