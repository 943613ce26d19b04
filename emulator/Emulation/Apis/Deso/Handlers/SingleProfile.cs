using Emulation.Apis.Deso.Requests;
using Emulation.Apis.Deso.Responses;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Http;

namespace Emulation.Apis.Deso.Handlers;

/// <summary>One profile by key, or by name in any case. Source: deso-protocol/backend routes/user.go.</summary>
static class SingleProfile
{
    public const string Unreadable = "GetSingleProfile: Error parsing request body: {0}";

    private const string BadKey = "GetSingleProfile: Problem decoding user public key: ";
    private const string Missing = "GetSingleProfile: could not find profile for username or public key: ";

    private sealed record Request(string Key, string Username, bool NoErrorOnMissing);

    public static Reply Show(DesoContext context, Call call)
    {
        if (RequestBody.Read(call, "routes.GetSingleProfileRequest", Read, Unreadable, out var asked) is { } refusal) return refusal;
        PublicKey? key = null;
        if (asked.Key.Length > 0 && !PublicKey.TryRead(asked.Key, out key)) return Envelope.Error(400, BadKey + "Base58CheckDecode: invalid format: version and/or checksum bytes missing");
        var found = key is not null
            ? call.Graph.Find<Profile, BytesKey>(Profile.ByKey, key.Key)
            : call.Graph.Find<Profile, TextKey>(Profile.ByUsername, Profile.NameKey(asked.Username));
        if (found is null && asked.NoErrorOnMissing) return new Reply(200) { ContentType = Envelope.Json };
        if (found is null) return Envelope.Error(404, $"{Missing}{asked.Username}, {asked.Key}");
        var options = context.Options;
        return Envelope.Success(to =>
        {
            var json = new GoWriter(to);
            json.Open('{');
            json.Name("Profile"u8);
            ProfileEntry.Write(ref json, found, options);
            json.Name("IsBlacklisted"u8);
            json.Flag(false);
            json.Name("IsGraylisted"u8);
            json.Flag(false);
            json.Close('}');
            json.End();
        });
    }

    private static Request Read(GoBody body) => new(body.Text("PublicKeyBase58Check"), body.Text("Username"), body.Flag("NoErrorOnMissing"));
}
