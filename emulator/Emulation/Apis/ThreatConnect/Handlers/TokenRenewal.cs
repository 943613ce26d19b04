using System.Security.Cryptography;
using System.Text;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>
/// Renews an expired or soon expiring token. The route is not documented, but threatconnect-java and tcex use it.
/// </summary>
static class TokenRenewal
{
    private const long FourHours = 4 * 3600;
    private const int MaxTokens = 16;
    private const string Refused = "The token could not be renewed";

    public static Change Renew(Call call)
    {
        var old = call.Query["expiredToken"] ?? "";
        // A token ends in base64: the plus signs of an unescaped token are decoded as spaces.
        var user = Find(call.Graph, old) ?? Find(call.Graph, old = old.Replace(' ', '+'));
        if (user is null || user.Disabled)
            return Writes.Refuse(call, No(user is null ? "the token is not known" : $"the user {user.UserName} is disabled"));

        var now = call.Now.ToUnixTimeSeconds();
        var token = New(user, old, now + FourHours);
        var kept = user.Tokens.Select(one => one.Text == old && one.Expires > now ? one with { Expires = now } : one)
            .Where(one => one.Text != token.Text);
        var graph = call.Graph.Replace(user, user with { Tokens = [.. kept.TakeLast(MaxTokens - 1), token] });
        return new Change(graph, Envelope.Document(200, (ref json) =>
        {
            json.Flag("success"u8, true);
            json.Text("apiToken"u8, token.Text);
            json.Text("apiTokenExpires"u8, $"{token.Expires}");
        }));
    }

    private static User? Find(Graph graph, string token) => graph.Find<User, TextKey>(User.ByToken, new TextKey(0, token));

    private static Token New(User user, string old, long expires)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{old}|{expires}|{user.Id}"));
        var name = Convert.ToHexStringLower(hash.AsSpan(0, 3));
        return new Token($"APIV2:{user.Id}:{name}:{expires * 1000}:{Convert.ToBase64String(hash)}", expires);
    }

    private static Reply No(string reason) => Envelope.Document(200, (ref json) =>
    {
        json.Flag("success"u8, false);
        json.Text("message"u8, Refused);
    }) with { Reason = reason };
}
