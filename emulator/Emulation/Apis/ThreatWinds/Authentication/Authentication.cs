using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Authentication;

/// <summary>Authenticates a request by its session or key pair, according to its route (documents 000 to 002; go-sdk client).</summary>
static class Authentication
{
    private const string Scheme = "Bearer";
    private const string NoToken = "the Authorization header holds no token";

    public static AuthenticationResult Authenticate(Call call, Access access, AuthMode mode)
    {
        if (access is { CredentialKind: CredentialKind.None, RejectsMalformedHeader: false }) return Caller.Anyone;
        var credentials = Credentials.By(call);
        if (access.CredentialKind == CredentialKind.None)
            return credentials is { Authorization: not null, Token: null } ? MalformedHeader(call) : Caller.Anyone;
        if (access.CredentialKind == CredentialKind.AnyOrPublic && credentials.IsPublic) return Caller.Anyone;
        var authentication = access.CredentialKind switch
        {
            CredentialKind.Session => BySession(call, access, mode, credentials),
            CredentialKind.KeyPair => ByKeyPair(call, mode, credentials),
            _ => ByEither(call, access, mode, credentials),
        };
        return authentication.Caller is { } caller ? CheckRole(call, access, caller) : authentication;
    }

    private static AuthenticationResult ByEither(Call call, Access access, AuthMode mode, Credentials credentials)
    {
        if (mode == AuthMode.Off) return Known(call, credentials) ?? First(call);
        if (credentials.Authorization is null) return ByPair(call, mode, credentials);
        if (credentials.Token is not { } token)
            return access.RejectsMalformedHeader ? MalformedHeader(call) : Required(call, NoToken);
        if (mode == AuthMode.Any) return Known(call, credentials) ?? First(call);
        var session = SessionOf(call.Graph, token);
        return Fault(call, session) is { } fault ? Required(call, fault) : As(call, session!);
    }

    private static AuthenticationResult ByPair(Call call, AuthMode mode, Credentials credentials)
    {
        if (credentials.Key is null && credentials.Secret is null) return Required(call, "no credentials");
        if (credentials.Key is not { } key || credentials.Secret is not { } secret)
            return Required(call, "api-key and api-secret come together");
        if (mode == AuthMode.Any) return Known(call, credentials) ?? First(call);
        var pair = PairOf(call.Graph, key);
        return Fault(call, pair, secret) is { } fault ? Required(call, fault) : As(call, pair!);
    }

    // The Auth API has its own error responses: an unknown session is 404.
    private static AuthenticationResult BySession(Call call, Access access, AuthMode mode, Credentials credentials)
    {
        if (mode == AuthMode.Off) return KnownSession(call, credentials) ?? First(call);
        if (credentials.Authorization is null) return Required(call, "no Authorization header; this route takes a session alone");
        if (credentials.Token is not { } token) return MalformedHeader(call);
        if (mode == AuthMode.Any) return KnownSession(call, credentials) ?? First(call);
        var session = SessionOf(call.Graph, token);
        return Fault(call, session) is { } fault ? Envelope.Refuse(call, 404, access.UnknownSession, fault) : As(call, session!);
    }

    private static AuthenticationResult ByKeyPair(Call call, AuthMode mode, Credentials credentials)
    {
        if (mode == AuthMode.Off) return KnownPair(call, credentials) ?? First(call);
        if (credentials.Key is null && credentials.Secret is null)
            return Required(call, "no api-key and api-secret; this route takes a key pair alone");
        if (credentials.Key is not { } key || credentials.Secret is not { } secret)
            return Envelope.Refuse(call, 400, Texts.BadKey, "api-key and api-secret come together");
        if (mode == AuthMode.Any) return KnownPair(call, credentials) ?? First(call);
        var pair = PairOf(call.Graph, key);
        return Fault(call, pair, secret) is { } fault ? Envelope.Refuse(call, 404, Texts.RecordNotFound, fault) : As(call, pair!);
    }

    private static string? Fault(Call call, Session? session)
    {
        if (session is null) return "unknown token";
        if (!session.Verified) return "the session is not verified; PUT /api/auth/v2/session/verification takes its code";
        return session.ExpireAt <= call.Now.ToUnixTimeSeconds() ? "the session is expired" : null;
    }

    private static string? Fault(Call call, KeyPair? pair, string secret)
    {
        if (pair is null) return "unknown api-key";
        if (!Secrets.AreEqual(pair.ApiSecret, secret)) return "the api-secret is not that of the api-key";
        if (!pair.Verified) return "the key pair is not verified; PUT /api/auth/v2/keypair/verification takes its code";
        return pair.ExpireAt <= call.Now.ToUnixTimeSeconds() ? "the key pair is expired" : null;
    }

    private static AuthenticationResult CheckRole(Call call, Access access, Caller caller)
    {
        if (access.Role is not { } role || Callers.UserOf(call.Graph, caller.Node) is not { } user) return caller;
        if (user.Roles.Contains(role, StringComparer.Ordinal) || user.Roles.Contains("admin", StringComparer.Ordinal)) return caller;
        return Envelope.Refuse(call, 403, Texts.Unauthorized, $"{caller.Name} lacks the role {role}");
    }

    private static AuthenticationResult MalformedHeader(Call call) => Envelope.Refuse(call, 400, Texts.BadAuthorization, NoToken);

    private static AuthenticationResult Required(Call call, string reason) =>
        Envelope.Refuse(call, 401, Texts.AuthenticationRequired, reason);

    private static Caller? Known(Call call, Credentials credentials) =>
        credentials.Authorization is null ? KnownPair(call, credentials) : KnownSession(call, credentials);

    private static Caller? KnownSession(Call call, Credentials credentials) =>
        credentials.Token is { } token && SessionOf(call.Graph, token) is { } session ? As(call, session) : null;

    private static Caller? KnownPair(Call call, Credentials credentials) =>
        credentials.Key is { } key && PairOf(call.Graph, key) is { } pair ? As(call, pair) : null;

    private static Caller First(Call call) =>
        call.Graph.All(User.ByNumber).Slice(0, 1).FirstOrDefault() is User user ? new Caller(user.Alias, user) : Caller.Anyone;

    private static Caller As(Call call, Node node) => new(Callers.UserOf(call.Graph, node)?.Alias ?? Caller.Anyone.Name, node);

    private static Session? SessionOf(Graph graph, string token) => graph.Find<Session, TextKey>(Session.ByBearer, new(0, token));

    private static KeyPair? PairOf(Graph graph, string key) => graph.Find<KeyPair, TextKey>(KeyPair.ByKey, new(0, key));

    /// <summary>
    /// The credentials in the headers. An empty header counts as absent; one with another scheme, or with a scheme only, has no token.
    /// </summary>
    private readonly record struct Credentials(string? Authorization, string? Token, string? Key, string? Secret)
    {
        public bool IsPublic => string.Equals(Token, "public", StringComparison.Ordinal);

        public static Credentials By(Call call)
        {
            var authorization = Header(call, "Authorization");
            return new(
                authorization, authorization is null ? null : TokenIn(authorization), Header(call, "api-key"), Header(call, "api-secret"));
        }

        private static string? Header(Call call, string name) => call.Header(name)?.Trim() is { Length: > 0 } value ? value : null;

        private static string? TokenIn(string authorization)
        {
            var blank = authorization.IndexOfAny([' ', '\t']);
            if (blank < 0) return authorization.Equals(Scheme, StringComparison.OrdinalIgnoreCase) ? null : authorization;
            return authorization.AsSpan(0, blank).Equals(Scheme, StringComparison.OrdinalIgnoreCase) ? authorization[blank..].Trim() : null;
        }
    }
}
