using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Resources;

/// <summary>The codes that the vendor sends by e-mail. Here they stand in the log and in the accounts of <c>/_emulator/info</c>.</summary>
static class Verification
{
    /// <summary>A new code; the earlier ones for the same thing are void.</summary>
    public static Graph Ask(Graph graph, CodeFor what, Guid target, string address, out VerificationCode code)
    {
        var next = Void(graph, target).TakeId(VerificationCode.NodeKind, out var number);
        code = new VerificationCode
        {
            Number = number,
            Id = Ids.OfRecord(VerificationCode.NodeKind, number),
            For = what,
            TargetId = target,
            Address = address,
            Code = Ids.Code(VerificationCode.NodeKind, number),
        };
        return next.Add(code);
    }

    public static Graph Void(Graph graph, Guid target)
    {
        foreach (var code in graph.Between(VerificationCode.ByTarget, OwnedKey.First(target), OwnedKey.Last(target)).All().ToArray()) graph = graph.Remove(code);
        return graph;
    }

    /// <summary>What the log shows in place of the e-mail.</summary>
    public static string Note(VerificationCode code) => $"to {code.Address}: verification code {code.Code} for verificationCodeID {code.Id}";

    /// <summary>Takes a code that was sent; the graph without it, or the refusal.</summary>
    public static Reply? Take(Call call, CodeFor what, out Graph graph, out VerificationCode? code)
    {
        (graph, code) = (call.Graph, null);
        if (Bodies.Object(call) is not { } body || !Bodies.Text(body, "verificationCodeID", out var idText) || Code(body) is not { } given)
            return Envelope.Refuse(call, 400, Texts.BadJson);
        var uuid = Encoded.Uuid(idText);
        if (uuid.Fault is { } fault) return Envelope.Refuse(call, 400, fault);
        if (call.Graph.Find<VerificationCode, Guid>(VerificationCode.ById, Guid.Parse(uuid.Text)) is not { } sent || sent.For != what)
            return Envelope.Refuse(call, 404, Texts.RecordNotFound);
        if (!Secrets.Same(sent.Code, given)) return Envelope.Refuse(call, 401, Texts.CodeNotFound);
        (graph, code) = (call.Graph.Remove(sent), sent);
        return null;
    }

    // The pages type the e-mail's code as an integer, which loses leading zeros.
    private static string? Code(System.Text.Json.JsonElement body)
    {
        if (!body.TryGetProperty("code", out var code)) return "";
        if (code.ValueKind == System.Text.Json.JsonValueKind.Number) return code.GetRawText().PadLeft(6, '0');
        return Bodies.Text(body, "code", out var text) ? text : null;
    }
}
