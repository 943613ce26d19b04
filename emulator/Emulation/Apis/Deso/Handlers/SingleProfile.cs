using Emulation.Apis.Deso.Requests;
using Emulation.Apis.Deso.Responses;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Handlers;

/// <summary>One profile, by key or by name ignoring case. Source: deso-protocol/backend routes/user.go.</summary>
static class SingleProfile
{
    public const string Unreadable = "GetSingleProfile: Error parsing request body: {0}";

    private const string BadKey =
        "GetSingleProfile: Problem decoding user public key: Base58CheckDecode: invalid format: version and/or checksum bytes missing";
    private const string Missing = "GetSingleProfile: could not find profile for username or public key: ";

    private sealed record Request(string Key, string Username, bool NoErrorOnMissing);

    public static Reply Show(DesoContext context, Call call)
    {
        if (RequestBody.Read(call, "routes.GetSingleProfileRequest", Read, Unreadable, out var request) is { } refusal) return refusal;
        PublicKey? key = null;
        if (request.Key.Length > 0 && !PublicKey.TryRead(request.Key, out key)) return Envelope.Error(400, BadKey);
        var found = key is not null
            ? call.Graph.Find<Profile, BytesKey>(Profile.ByKey, key.Key)
            : call.Graph.Find<Profile, TextKey>(Profile.ByUsername, Profile.NameKey(request.Username));
        if (found is null && request.NoErrorOnMissing) return new Reply(200) { ContentType = Envelope.Json };
        if (found is null) return Envelope.Error(404, $"{Missing}{request.Username}, {request.Key}");
        var options = context.Options;
        return Envelope.Success((ref json) =>
        {
            json.Name("Profile"u8);
            ProfileEntry.Write(ref json, found, options);
            json.Flag("IsBlacklisted"u8, false);
            json.Flag("IsGraylisted"u8, false);
        });
    }

    private static Request Read(GoBody body) =>
        new(body.Text("PublicKeyBase58Check"), body.Text("Username"), body.Flag("NoErrorOnMissing"));
}
