namespace Emulation.Http;

/// <summary>
/// Which origins may call an API from a browser (Fetch standard, CORS protocol). Without a policy an API answers as its vendor does.
/// </summary>
/// <param name="Origins">Origins as browsers send them, <c>https://app.example:8080</c>; <c>*</c> allows every origin.</param>
sealed record CorsPolicy(IReadOnlyList<string> Origins)
{
    public const string Every = "*";

    private const string Methods = "GET, HEAD, POST, PUT, DELETE";
    private const string UsualHeaders = "Authorization, Content-Type, Timestamp, api-key, api-secret, X-Emulator-World";
    private const string ExposedHeaders = "x-error, x-error-id, Retry-After, Allow, Location";
    private const string SecondsToKeep = "600";

    /// <summary>Null: no origin is allowed.</summary>
    public static CorsPolicy? Of(IReadOnlyList<string> origins) => origins.Count == 0 ? null : new CorsPolicy(origins);

    /// <summary>The answer to a preflight request, which carries no credentials; null for any other request.</summary>
    public Reply? Preflight(Call call)
    {
        if (call.Method != "OPTIONS" || call.Header("Access-Control-Request-Method") is null) return null;
        if (call.Header("Origin") is not { } origin || !Allows(origin)) return null;
        return new Reply(204)
            .With("Access-Control-Allow-Methods", Methods)
            .With("Access-Control-Allow-Headers", call.Header("Access-Control-Request-Headers") ?? UsualHeaders)
            .With("Access-Control-Max-Age", SecondsToKeep);
    }

    /// <summary>The reply with what a browser needs to show it to the calling page.</summary>
    public Reply Apply(Call call, Reply reply)
    {
        if (call.Header("Origin") is not { } origin || !Allows(origin)) return reply;
        var allowed = reply
            .With("Access-Control-Allow-Origin", AllowsEvery ? Every : origin)
            .With("Access-Control-Expose-Headers", ExposedHeaders);
        return AllowsEvery ? allowed : allowed.With("Vary", "Origin");
    }

    private bool AllowsEvery => Origins.Contains(Every, StringComparer.Ordinal);

    private bool Allows(string origin) => AllowsEvery || Origins.Contains(origin, StringComparer.OrdinalIgnoreCase);
}
