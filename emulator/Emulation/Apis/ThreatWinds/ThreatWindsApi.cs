using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Apis.ThreatWinds.Handlers;
using Emulation.Apis.ThreatWinds.Routes;
using Emulation.Apis.ThreatWinds.Views;
using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;
using Emulation.Http.Descriptions;
using Emulation.Http.Views;

namespace Emulation.Apis.ThreatWinds;

/// <summary>The ThreatWinds APIs: search, analytics, ingest, feeds and accounts.</summary>
sealed class ThreatWindsApi : IApi
{
    private const long Megabyte = 1024 * 1024;

    private static readonly string[] s_areas = ["search", "analytics", "auth", "ingest", "feeds"];

    private readonly Matcher _matcher;

    public ThreatWindsApi(ThreatWindsOptions options)
    {
        Options = options;
        Routes = RouteTable.All(new ThreatWindsContext(options));
        _matcher = new Matcher(Routes, new PathRules(IgnoreCase: true, TrailingSlash: false, HeadIsGet: true));
    }

    public ThreatWindsOptions Options { get; }

    public string Name => "threatwinds";

    public string Title => "ThreatWinds";

    public IReadOnlyList<string> BasePaths => ["/api/search/v1", "/api/analytics/v1"];

    public Sample? Sample => new(
        "/api/search/v1/entity/domain-59f5e994104053f590acdd1d2d72071669c839a60fc68291110facfa2fd16396/relations",
        [new("api-key", "emulator-key"), new("api-secret", "emulator-secret")]);

    public IReadOnlyList<Route> Routes { get; }

    public IGraphView View { get; } = new GraphView();

    public ApiDescription? Describe() => ThreatWindsDescription.Make();

    public IReadOnlyList<Route> Controls => VerificationCodes.Routes;

    public StringComparison QueryNames => StringComparison.Ordinal;

    /// <summary>All paths of the areas below <c>/api</c>, and other paths only if they are in the route table.</summary>
    public bool Owns(Call call)
    {
        var path = call.Target.Path;
        if (call.Target.Malformed) return s_areas.Any(area => path.StartsWith($"/api/{area}/", StringComparison.OrdinalIgnoreCase));
        if (call.Target.Segments is not [var api, var area, ..]) return false;
        if (!api.Equals("api", StringComparison.OrdinalIgnoreCase)) return false;
        return s_areas.Contains(area, StringComparer.OrdinalIgnoreCase) || Find(call.Method, call.Target).PathExists;
    }

    public Match Find(string method, Target target) => _matcher.Find(method, target.Segments);

    public long BodyLimit(Route? route) => 10 * Megabyte;

    // Routing comes first: a path without a route is 404 whatever the credentials.
    public AuthenticationResult Authenticate(Call call) =>
        call.Match.Route is { } route ? Authentication.Authentication.Authenticate(call, AccessOf(route), Options.Auth) : Caller.Anyone;

    public Reply Fail(Call call, Failure failure) => failure switch
    {
        Failure.UnknownPath => Envelope.Refuse(call, 404, Texts.NotFound, "no route has this path"),
        Failure.WrongMethod => Envelope.Refuse(call, 405, Texts.MethodNotAllowed).With("Allow", call.Match.Allowed),
        Failure.MalformedPath => Envelope.Refuse(call, 400, Texts.BadEscape(FirstBadEscape(call.Target.Path))),
        Failure.BodyTooLarge => Envelope.Refuse(call, 400, Texts.BodyTooLarge),
        Failure.BodyMalformed =>
            Envelope.Refuse(call, 400, Texts.BodyUnreadable, "the chunks of the body are malformed, or it ended early"),
        Failure.BodyStalled =>
            Envelope.Refuse(call, 408, Texts.BodyUnreadable, $"nothing of the body arrived for {Body.Silence.TotalSeconds} s")
                .With("Connection", "close"),
        Failure.NotServed => Envelope.Refuse(call, 501, Texts.NotServed(call.Route.Method, call.Route.Path)),
        Failure.Seeding => Envelope.Refuse(call, 503, Texts.Seeding).With("Retry-After", "1"),
        Failure.NotKept => Envelope.Refuse(call, 503, Texts.NotKept).With("Retry-After", "1"),
        Failure.NotCurrent => Envelope.Refuse(call, 503, Texts.NotCurrent).With("Retry-After", "1"),
        Failure.Bug => Envelope.Refuse(call, 500, Texts.Bug),
        // Per the pages, too many requests are answered like a missing role (threatwinds/api-docs; go-sdk catcher/errors.go).
        Failure.TooManyRequests => Envelope.Refuse(call, 403, Texts.Unauthorized, "too many requests"),
        _ => throw new InvalidOperationException($"Unknown failure {failure}."),
    };

    public Reply? AnswerFirst(Call call) => Options.Cors?.Preflight(call);

    public Reply Finish(Call call, Reply reply) => Options.Cors?.Apply(call, reply) ?? reply;

    public Reply Refuse(Call call, int status, string? text) => Envelope.Refuse(call, status, text ?? Texts.Of(status));

    public IEnumerable<Account> Accounts(Graph graph) => AccountList.Of(graph);

    private static Access AccessOf(Route route) => route.Policy as Access
        ?? throw new InvalidOperationException($"{route.Method} {route.Path} has no access policy.");

    private static string FirstBadEscape(string path)
    {
        for (var at = path.IndexOf('%', StringComparison.Ordinal); at >= 0; at = path.IndexOf('%', at + 1))
            if (Target.Decode(path.AsSpan(at, Math.Min(3, path.Length - at))) is null)
                return path.Substring(at, Math.Min(3, path.Length - at));
        return "%";
    }
}
