using Emulation.Graphs.ThreatWinds;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatWinds.Handlers;

/// <summary>The control route for pending verification codes, which the vendor would have sent by e-mail.</summary>
static class VerificationCodes
{
    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("GET", "/_emulator/codes", "threatwinds.codes", Provenance.Documented, "interface") { Query = List },
    ];

    private static Reply List(Call call) => new(200)
    {
        ContentType = "application/json",
        Bytes = JsonBody.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("codes");
            foreach (var code in VerificationCode.Pending(call.Graph))
            {
                json.WriteStartObject();
                json.WriteString("id", code.Id);
                json.WriteString("for", code.For switch { CodeFor.Session => "session", CodeFor.KeyPair => "keypair", _ => "email" });
                json.WriteString("targetId", code.TargetId);
                json.WriteString("address", code.Address);
                json.WriteString("code", code.Code);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }),
    };
}
