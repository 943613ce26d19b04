using Emulation.Http;

namespace Emulation.Apis.Deso.Authentication;

/// <summary>A node requires no credentials; it checks the origin and the media type.</summary>
static class Authentication
{
    private static readonly KeyValuePair<string, string>[] s_security =
    [
        new("X-Frame-Options", "DENY"),
        new("X-Content-Type-Options", "nosniff"),
        new("X-XSS-Protection", "1; mode=block"),
        new("Content-Security-Policy", "default-src 'self'"),
        new("Referrer-Policy", "same-origin"),
    ];

    private static readonly KeyValuePair<string, string>[] s_cors =
    [
        new("Access-Control-Allow-Credentials", "true"),
        new("Access-Control-Allow-Headers", "Origin, X-Requested-With, Content-Type, Accept"),
        new("Access-Control-Allow-Methods", "GET, PUT, POST, DELETE, OPTIONS"),
    ];

    private static readonly KeyValuePair<string, string>[] s_withoutOrigin =
    [
        .. s_cors, new("Access-Control-Allow-Origin", ""), .. s_security,
    ];

    // Compared with the request target as sent, including prefix and query; without /api/v0 these routes have no exception.
    private static readonly string[] s_public = ["/api/v0/submit-transaction", "/api/v0/get-txn", "/api/v0/update-profile"];

    /// <summary>Refuses a request before its body is read, or accepts it as anonymous.</summary>
    public static AuthenticationResult Authenticate(Call call)
    {
        if (call.Match.Route is null) return Caller.Anyone;
        if (call.Method == "OPTIONS") return Envelope.Preflight;
        if (call.Method != "POST" || IsPublic(call) || MediaType(call) == Envelope.Json) return Caller.Anyone;
        return Envelope.WrongMediaType;
    }

    public static Reply WithSecurity(Reply reply) => reply with { Headers = [.. reply.Headers, .. s_security] };

    /// <summary>Adds the CORS headers with the request's origin if it is allowed, and the security headers.</summary>
    public static Reply WithOrigin(Call call, Reply reply, IReadOnlyList<string> allowed)
    {
        var origin = call.Header("Origin") ?? "";
        if (!IsPublic(call) && !allowed.Any(pattern => IsAllowed(pattern, origin))) return WithSecurity(reply);
        if (origin.Length == 0 && reply.Headers.Count == 0) return reply with { Headers = s_withoutOrigin };
        return reply with { Headers = [.. reply.Headers, .. s_cors, new("Access-Control-Allow-Origin", origin), .. s_security] };
    }

    /// <summary>The whole header is the bare media type.</summary>
    public static bool IsBareJson(Call call) => (call.Header("Content-Type") ?? "") == Envelope.Json;

    private static string MediaType(Call call)
    {
        var header = call.Header("Content-Type") ?? "";
        var end = header.IndexOf(';', StringComparison.Ordinal);
        return end < 0 ? header : header[..end];
    }

    private static bool IsAllowed(string pattern, string origin)
    {
        if (pattern == "*" || pattern == origin) return true;
        if (origin.Split("://") is not [_, var host, ..]) return false;
        return host.Split('.') is [.., var name, var top] && $"{name}.{top}" == pattern;
    }

    private static bool IsPublic(Call call) =>
        s_public.Any(target => call.Target.Raw.AsSpan(call.Target.Prefix.Length).SequenceEqual(target));
}
