using Emulation.Control.Faults;
using Emulation.Control.Journals;
using Emulation.Control.Journals.WireMock;
using Emulation.Control.Limits;
using Emulation.Control.Stubs;
using Emulation.Http;

namespace Emulation.Control;

/// <summary>The control plane: the tester's own routes under <c>/_emulator</c>, and the page that a browser gets at the root.</summary>
sealed class ControlApi : IApi
{
    public const string Prefix = "_emulator";

    /// <summary>Where WireMock's clients look for their admin API.</summary>
    public const string AdminPrefix = "__admin";

    /// <summary>The policy of a route that answers on every address, without a token.</summary>
    internal static readonly ControlPolicy Open = new() { IsOpen = true };

    private readonly Matcher _matcher;
    private readonly ControlAccess _door;

    public ControlApi(IReadOnlyList<IApi> apis, Worlds worlds, IGraphFormat format, ControlSettings settings)
    {
        _door = new ControlAccess(settings);
        Routes =
        [
            ControlRow.Of("GET",  "/health/live",  "health.live")  with { ControlQuery = call => Health.Live(call), Policy = Open },
            ControlRow.Of("GET",  "/health/ready", "health.ready") with { ControlQuery = call => Health.Ready(worlds), Policy = Open },
            ControlRow.Of("GET",  "/info",         "info")         with { ControlQuery = call => Info.Show(call, apis, settings) },
            ControlRow.Of("GET",  "/coverage",     "coverage")     with { ControlQuery = call => Coverage.Show(apis) },
            ControlRow.Of("POST", "/reset",        "reset")        with { ControlCommand = call => Resets.Reset(call, worlds) },
            ControlRow.Of("GET",  "/ca.pem",       "ca")           with { ControlQuery = _ => AuthorityCertificate.Show(settings), Policy = Open },
            new("GET", "/", "landing", Provenance.Documented, "interface") { ControlQuery = call => LandingPage.Show(call, apis) },
            ControlRow.Of("GET",  "/export",       "export")       with { ControlQuery = call => Exports.Export(call, worlds, format) },
            ControlRow.Of("POST", "/import",       "import")       with { ControlCommand = call => Exports.Import(call, worlds, format), Policy = new ControlPolicy { BodyLimit = Exports.Most } },
            .. WorldList.Rows(worlds),
            .. SnapshotList.Rows(worlds),
            .. ClockControl.Rows,
            .. FaultControl.Rows(apis, worlds),
            .. LimitControl.Rows(apis, worlds),
            .. JournalControl.Rows,
            .. RequestList.Rows(settings.Version),
            .. AdminRequests.Rows,
            .. NearMisses.Rows,
            .. StubRows.All(worlds),
            .. ScenarioRows.All(worlds),
            .. apis.SelectMany(api => api.Controls),
        ];
        _matcher = new Matcher(Routes, new PathRules(IgnoreCase: false, TrailingSlash: true, HeadIsGet: true));
    }

    public string Name => "control";

    public IReadOnlyList<Route> Routes { get; }

    public bool IsControl => true;

    public StringComparison QueryNames => StringComparison.Ordinal;

    public bool Owns(Call call) =>
        call.Target.Segments is [Prefix or AdminPrefix, ..] || (call.Target.Segments is [""] && call.Method is "GET" or "HEAD" && LandingPage.IsWanted(call));

    public Match Find(string method, Target target) => _matcher.Find(method, target.Segments);

    public long BodyLimit(Route? route) => (route?.Policy as ControlPolicy ?? ControlPolicy.Usual).BodyLimit;

    public AuthenticationResult Authenticate(Call call)
    {
        if (call.Match.Route?.Policy is ControlPolicy { IsOpen: true }) return Caller.Anyone;
        return _door.Refuse(call) is { } refusal ? refusal : Caller.Anyone;
    }

    /// <summary>What whoever starts it should know of who may drive it; null when there is nothing to say.</summary>
    public string? Notice => _door.Notice();

    public Reply Fail(Call call, Failure failure) => failure switch
    {
        Failure.UnknownPath => Problem.Reply(404, "Not found", $"No control route has this path; see {call.Origin}/_emulator/info."),
        Failure.WrongMethod => Problem.Reply(405, "Method not allowed", $"This control route takes {call.Match.Allowed}.").With("Allow", call.Match.Allowed),
        Failure.MalformedPath => Problem.Reply(400, "Malformed path", "A percent sign in the path is not followed by two hexadecimal digits."),
        Failure.BodyTooLarge => Problem.Reply(413, "Body too large", $"This control route takes at most {BodyLimit(call.Match.Route) / (1024 * 1024)} MB."),
        Failure.BodyMalformed => Problem.Reply(400, "Malformed body", "The chunks of the body are malformed, or it ended early."),
        Failure.BodyStalled => Problem.Reply(408, "Request timeout", $"Nothing of the body arrived for {Body.Silence.TotalSeconds} s.").With("Connection", "close"),
        Failure.NotServed => Problem.Reply(501, "Not served", "This control route does not work in this version yet."),
        Failure.Seeding => Problem.Reply(503, "Seeding", "The emulator is still seeding."),
        Failure.TooManyRequests => Refuse(call, 429, null),
        Failure.Bug => Problem.Reply(500, "A bug", "The control plane failed; standard error has the details."),
        _ => throw new InvalidOperationException($"Unknown failure {failure}."),
    };

    public Reply Refuse(Call call, int status, string? text) => Problem.Reply(status, Phrases.Of(status), text ?? Phrases.Of(status));
}

/// <summary>What a control route requires.</summary>
sealed record ControlPolicy : RoutePolicy
{
    public static ControlPolicy Usual { get; } = new();

    /// <summary>It answers on every address, without a token.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The most bytes of its body.</summary>
    public long BodyLimit { get; init; } = 10 * 1024 * 1024;
}
