using Emulation.Http;

namespace Emulation.Apis.Deso.Authentication;

/// <summary>A node needs no credentials; it checks the browser's origin and the media type.</summary>
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

    private static readonly KeyValuePair<string, string>[] s_cross =
    [
        new("Access-Control-Allow-Credentials", "true"),
        new("Access-Control-Allow-Headers", "Origin, X-Requested-With, Content-Type, Accept"),
        new("Access-Control-Allow-Methods", "GET, PUT, POST, DELETE, OPTIONS"),
    ];

    private static readonly KeyValuePair<string, string>[] s_withoutOrigin = [.. s_cross, new("Access-Control-Allow-Origin", ""), .. s_security];

    // Compared with the request target as it was sent, prefix and query included: without /api/v0 they are routes like others.
    private static readonly string[] s_public = ["/api/v0/submit-transaction", "/api/v0/get-txn", "/api/v0/update-profile"];

    /// <summary>Refuses a request before its body is read, or accepts it as anyone's.</summary>
    public static AuthenticationResult Authenticate(Call call)
    {
        if (call.Match.Route is null) return Caller.Anyone;
        if (call.Method == "OPTIONS") return Envelope.Preflight;
        if (call.Method != "POST" || IsPublic(call) || MediaType(call) == Envelope.Json) return Caller.Anyone;
        return Envelope.WrongMediaType;
    }

    public static Reply WithSecurity(Reply reply) => reply with { Headers = [.. reply.Headers, .. s_security] };

    /// <summary>With the origin that was sent, as it was sent; from where others may not call, without.</summary>
    public static Reply WithOrigin(Call call, Reply reply, IReadOnlyList<string> allowed)
    {
        var origin = call.Header("Origin") ?? "";
        if (!IsPublic(call) && !allowed.Any(one => Allows(one, origin))) return WithSecurity(reply);
        if (origin.Length == 0 && reply.Headers.Count == 0) return reply with { Headers = s_withoutOrigin };
        return reply with { Headers = [.. reply.Headers, .. s_cross, new("Access-Control-Allow-Origin", origin), .. s_security] };
    }

    /// <summary>The whole header is the bare media type.</summary>
    public static bool IsBareJson(Call call) => (call.Header("Content-Type") ?? "") == Envelope.Json;

    private static string MediaType(Call call)
    {
        var header = call.Header("Content-Type") ?? "";
        var end = header.IndexOf(';', StringComparison.Ordinal);
        return end < 0 ? header : header[..end];
    }

    private static bool Allows(string allowed, string origin)
    {
        if (allowed == "*" || allowed == origin) return true;
        if (origin.Split("://") is not [_, var host, ..]) return false;
        return host.Split('.') is [.., var name, var top] && $"{name}.{top}" == allowed;
    }

    private static bool IsPublic(Call call) => s_public.Any(target => call.Target.Raw.AsSpan(call.Target.Prefix.Length).SequenceEqual(target));
}
