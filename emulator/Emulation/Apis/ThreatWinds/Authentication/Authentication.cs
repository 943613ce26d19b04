using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Authentication;

/// <summary>Authenticates a request by its session or its key pair, as the route wants (documents 000 to 002; go-sdk client).</summary>
static class Authentication
{
    private const string Scheme = "Bearer";
    private const string NoToken = "the Authorization header holds no token";

    public static AuthenticationResult Authenticate(Call call, Access access, AuthMode mode)
    {
        if (access is { Means: Means.None, NamesBadHeaders: false }) return Caller.Anyone;
        var shown = Shown.By(call);
        if (access.Means == Means.None) return shown is { Authorization: not null, Token: null } ? Illegible(call) : Caller.Anyone;
        if (access.Means == Means.AnyOrPublic && shown.IsPublic) return Caller.Anyone;
        var authentication = access.Means switch
        {
            Means.Session => BySession(call, access, mode, shown),
            Means.KeyPair => ByKeyPair(call, mode, shown),
            _ => ByEither(call, access, mode, shown),
        };
        return authentication.Caller is { } caller ? Allowed(call, access, caller) : authentication;
    }

    private static AuthenticationResult ByEither(Call call, Access access, AuthMode mode, Shown shown)
    {
        if (mode == AuthMode.Off) return Known(call, shown) ?? First(call);
        if (shown.Authorization is null) return ByPair(call, mode, shown);
        if (shown.Token is not { } token)
            return access.NamesBadHeaders ? Illegible(call) : Required(call, NoToken);
        if (mode == AuthMode.Any) return Known(call, shown) ?? First(call);
        var session = SessionOf(call.Graph, token);
        return Fault(call, session) is { } fault ? Required(call, fault) : As(call, session!);
    }

    private static AuthenticationResult ByPair(Call call, AuthMode mode, Shown shown)
    {
        if (shown.Key is null && shown.Secret is null) return Required(call, "no credentials");
        if (shown.Key is not { } key || shown.Secret is not { } secret) return Required(call, "api-key and api-secret come together");
        if (mode == AuthMode.Any) return Known(call, shown) ?? First(call);
        var pair = PairOf(call.Graph, key);
        return Fault(call, pair, secret) is { } fault ? Required(call, fault) : As(call, pair!);
    }

    // The Auth API has refusals of its own: an unknown session is not found.
    private static AuthenticationResult BySession(Call call, Access access, AuthMode mode, Shown shown)
    {
        if (mode == AuthMode.Off) return KnownSession(call, shown) ?? First(call);
        if (shown.Authorization is null) return Required(call, "no Authorization header; this route takes a session alone");
        if (shown.Token is not { } token) return Illegible(call);
        if (mode == AuthMode.Any) return KnownSession(call, shown) ?? First(call);
        var session = SessionOf(call.Graph, token);
        return Fault(call, session) is { } fault ? Envelope.Refuse(call, 404, access.Unknown, fault) : As(call, session!);
    }

    private static AuthenticationResult ByKeyPair(Call call, AuthMode mode, Shown shown)
    {
        if (mode == AuthMode.Off) return KnownPair(call, shown) ?? First(call);
        if (shown.Key is null && shown.Secret is null) return Required(call, "no api-key and api-secret; this route takes a key pair alone");
        if (shown.Key is not { } key || shown.Secret is not { } secret)
            return Envelope.Refuse(call, 400, Texts.BadKey, "api-key and api-secret come together");
        if (mode == AuthMode.Any) return KnownPair(call, shown) ?? First(call);
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
        if (!Secrets.Same(pair.ApiSecret, secret)) return "the api-secret is not that of the api-key";
        if (!pair.Verified) return "the key pair is not verified; PUT /api/auth/v2/keypair/verification takes its code";
        return pair.ExpireAt <= call.Now.ToUnixTimeSeconds() ? "the key pair is expired" : null;
    }

    private static AuthenticationResult Allowed(Call call, Access access, Caller caller)
    {
        if (access.Role is not { } role || Callers.UserOf(call.Graph, caller.Node) is not { } user) return caller;
        if (user.Roles.Contains(role, StringComparer.Ordinal) || user.Roles.Contains("admin", StringComparer.Ordinal)) return caller;
        return Envelope.Refuse(call, 403, Texts.Unauthorized, $"{caller.Name} lacks the role {role}");
    }

    private static AuthenticationResult Illegible(Call call) => Envelope.Refuse(call, 400, Texts.BadAuthorization, NoToken);

    private static AuthenticationResult Required(Call call, string reason) => Envelope.Refuse(call, 401, Texts.AuthenticationRequired, reason);

    private static Caller? Known(Call call, Shown shown) => shown.Authorization is null ? KnownPair(call, shown) : KnownSession(call, shown);

    private static Caller? KnownSession(Call call, Shown shown) =>
        shown.Token is { } token && SessionOf(call.Graph, token) is { } session ? As(call, session) : null;

    private static Caller? KnownPair(Call call, Shown shown) =>
        shown.Key is { } key && PairOf(call.Graph, key) is { } pair ? As(call, pair) : null;

    private static Caller First(Call call) =>
        call.Graph.All(User.ByNumber).Slice(0, 1).FirstOrDefault() is User user ? new Caller(user.Alias, user) : Caller.Anyone;

    private static Caller As(Call call, Node shown) => new(Callers.UserOf(call.Graph, shown)?.Alias ?? Caller.Anyone.Name, shown);

    private static Session? SessionOf(Graph graph, string token) => graph.Find<Session, TextKey>(Session.ByBearer, new(0, token));

    private static KeyPair? PairOf(Graph graph, string key) => graph.Find<KeyPair, TextKey>(KeyPair.ByKey, new(0, key));

    /// <summary>What the headers hold. An empty header is none; one with another scheme, or a scheme alone, holds no token.</summary>
    private readonly record struct Shown(string? Authorization, string? Token, string? Key, string? Secret)
    {
        public bool IsPublic => string.Equals(Token, "public", StringComparison.Ordinal);

        public static Shown By(Call call)
        {
            var authorization = Header(call, "Authorization");
            return new(authorization, authorization is null ? null : TokenIn(authorization), Header(call, "api-key"), Header(call, "api-secret"));
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
