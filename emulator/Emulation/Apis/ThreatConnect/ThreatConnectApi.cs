using Emulation.Apis.ThreatConnect.Authentication;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Apis.ThreatConnect.Routes;
using Emulation.Apis.ThreatConnect.Views;
using Emulation.Graphs;
using Emulation.Http;
using Emulation.Http.Descriptions;
using Emulation.Http.Views;

namespace Emulation.Apis.ThreatConnect;

/// <summary>ThreatConnect's REST API v2, under <c>/api/v2</c> and under <c>/v2</c> as on its older host.</summary>
sealed class ThreatConnectApi : IApi
{
    private const long MegaByte = 1 << 20;
    private const long DefaultBodyLimit = 10 * MegaByte;
    private const long UploadBodyLimit = 100 * MegaByte;

    // The bytes of a multipart body other than the batch file.
    private const long MultipartOverhead = 1 << 16;

    private readonly ThreatConnectOptions _options;
    private readonly Matcher _matcher;

    public ThreatConnectApi(ThreatConnectOptions options)
    {
        _options = options;
        Routes = RouteTable.All(new ThreatConnectContext(options));
        // tcex calls /v2/securitylabels, the pages end paths with and without a slash.
        _matcher = new Matcher(Routes, new PathRules(IgnoreCase: true, TrailingSlash: true, HeadIsGet: true));
    }

    public string Name => "threatconnect";

    public string Title => "ThreatConnect v2";

    public IReadOnlyList<string> BasePaths => ["/api/v2", "/v2"];

    public Sample? Sample =>
        new("/api/v2/indicators/hosts?includeTags=true", [new("Authorization", "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=")]);

    public IEnumerable<Account> Accounts(Graph graph) => AccountList.Of(graph);

    public IReadOnlyList<Route> Routes { get; }

    public IGraphView View { get; } = new GraphView();

    public ApiDescription? Describe() => ThreatConnectDescription.Make();

    // quick_start.rst uses ?Owner=.
    public StringComparison QueryNames => StringComparison.OrdinalIgnoreCase;

    public bool Owns(Call call)
    {
        var path = call.Target.Path.AsSpan();
        if (StartsWith(path, "/api")) path = path["/api".Length..];
        return StartsWith(path, "/v2") || StartsWith(path, "/appAuth");
    }

    public Match Find(string method, Target target)
    {
        if (target.Malformed) return Match.None;
        ReadOnlySpan<string> segments = target.Segments;
        if (segments.Length > 1 && string.Equals(segments[0], "api", StringComparison.OrdinalIgnoreCase)) segments = segments[1..];
        return _matcher.Find(method, segments);
    }

    public long BodyLimit(Route? route) => route?.Policy switch
    {
        ThreatConnectPolicy { Body: BodyKind.Batch } => _options.BatchBytes + MultipartOverhead,
        ThreatConnectPolicy { Body: BodyKind.File } => UploadBodyLimit,
        _ => DefaultBodyLimit,
    };

    public AuthenticationResult Authenticate(Call call) => Authentication.Authentication.Authenticate(call, _options.Auth);

    public Reply Fail(Call call, Failure failure) => failure switch
    {
        Failure.UnknownPath => Envelope.Fail(404, Texts.UnknownPath),
        Failure.WrongMethod => Envelope.Fail(405, Texts.Malformed).With("Allow", call.Match.Allowed),
        Failure.MalformedPath => Envelope.Fail(400, Texts.Malformed, "the path has a percent sign that begins no escape"),
        Failure.BodyTooLarge when call.Match.Route?.Policy is ThreatConnectPolicy { Body: BodyKind.Batch } =>
            BatchReplies.TooLarge(_options.BatchBytes),
        Failure.BodyTooLarge => Envelope.Fail(400, Texts.Malformed, $"the body has more than {BodyLimit(call.Match.Route) / MegaByte} MB"),
        Failure.BodyMalformed => Envelope.Fail(400, Texts.Malformed, "the chunks of the body are malformed, or it ended early"),
        Failure.BodyStalled =>
            Envelope.Fail(408, Texts.Malformed, $"nothing of the body arrived for {Body.Silence.TotalSeconds} s")
                .With("Connection", "close"),
        Failure.BodyNotStored =>
            Envelope.Fail(503, Texts.NotStored, $"the body needs a temporary file, and {SpooledBody.Folder} has no room for it"),
        Failure.NotServed => Envelope.Fail(501, Texts.NotServed(call.Route.Method, call.Route.Path)),
        Failure.Seeding => Envelope.Fail(503, Texts.Seeding).With("Retry-After", "1"),
        Failure.NotKept => Envelope.Fail(503, Texts.NotKept).With("Retry-After", "1"),
        Failure.NotCurrent => Envelope.Fail(503, Texts.NotCurrent).With("Retry-After", "1"),
        Failure.Bug => Envelope.Fail(500, Texts.Unknown),
        Failure.TooManyRequests => Refuse(call, 429, null),
        _ => throw new InvalidOperationException($"{failure} is not a failure that this API knows."),
    };

    public Reply? AnswerFirst(Call call) => _options.Cors?.Preflight(call);

    public Reply Finish(Call call, Reply reply) => _options.Cors?.Apply(call, reply) ?? reply;

    public Reply Refuse(Call call, int status, string? text) => Envelope.Fail(status, text ?? Texts.Of(status));

    private static bool StartsWith(ReadOnlySpan<char> path, string word) =>
        path.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (path.Length == word.Length || path[word.Length] == '/');
}
