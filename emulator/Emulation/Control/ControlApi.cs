using Emulation.Control.Docs;
using Emulation.Control.Events;
using Emulation.Control.Faults;
using Emulation.Control.GraphView;
using Emulation.Control.Journals;
using Emulation.Control.Journals.WireMock;
using Emulation.Control.Limits;
using Emulation.Control.Metrics;
using Emulation.Control.OpenApi;
using Emulation.Control.Stubs;
using Emulation.Control.Ui;
using Emulation.Http;
using Emulation.Http.Descriptions;

namespace Emulation.Control;

/// <summary>
/// The control plane: the routes under <c>/_emulator</c> and <c>/__admin</c>, and the dashboard for browsers at the root.
/// </summary>
sealed class ControlApi : IApi
{
    public const string Prefix = "_emulator";

    /// <summary>The path of WireMock's admin API.</summary>
    public const string AdminPrefix = "__admin";

    /// <summary>The policy of a route that answers on every address, without a token.</summary>
    internal static readonly ControlPolicy Open = new() { IsOpen = true };

    private static string TemporaryFolder => OperatingSystem.IsWindows() ? "TMP" : "TMPDIR";

    private static readonly ControlPolicy Import = new() { BodyLimit = ExportControl.MaxBytes };

    private readonly Matcher _matcher;
    private readonly ControlAccess _access;

    public ControlApi(
        IReadOnlyList<IApi> apis, Worlds worlds, IGraphFormat format, ControlSettings settings, EventHub events, RequestTotals requests)
    {
        _access = new ControlAccess(settings);
        var feed = new EventFeed(events);
        var memory = new MemoryReturn(settings.ReturnMemory, worlds.DefaultWorld.Machine);
        Route[] routes =
        [
            ControlRow.Query("GET",    "/health/live",  "health.live",  call => Health.Live(call)) with { Policy = Open },
            ControlRow.Query("GET",    "/health/ready", "health.ready", call => Health.Ready(worlds)) with { Policy = Open },
            ControlRow.Query("GET",    "/info",         "info",         call => Info.Show(call, apis, settings, worlds.Log)),
            ControlRow.Query("GET",    "/coverage",     "coverage",     call => Coverage.Show(call, apis, worlds, settings.Evidence)),
            ControlRow.Command("POST", "/reset",        "reset",        call => ResetControl.Reset(call, worlds)),
            ControlRow.Query("GET",    "/ca.pem",       "ca",           _ => AuthorityCertificate.Show(settings)) with { Policy = Open },
            ControlRow.Query("GET", "/export", "export", call => ExportControl.Export(call, worlds, format)) with { IsLong = true },
            ControlRow.Command("POST", "/import", "import", call => memory.After(call, ExportControl.Import(call, worlds, format)))
                with { Policy = Import, IsLong = true },
            .. MetricsRows.All(worlds, requests),
            .. WorldList.Rows(worlds),
            .. WorldComparison.Rows(apis, worlds),
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
            .. OverlayAdmin.Rows(worlds),
            .. GraphRows.All(apis, worlds),
            .. DocsRows.All(),
            .. UiRows.All(),
            .. OpenApiRows.All(() => [.. apis, this], settings.Version),
            .. EventRows.All(events, worlds),
            .. apis.SelectMany(api => api.Controls),
        ];
        Routes = [.. routes.Select(feed.Observe)];
        _matcher = new Matcher(Routes, new PathRules(IgnoreCase: false, TrailingSlash: true, HeadIsGet: true));
    }

    public string Name => "control";

    public string Title => "Control plane";

    public ApiDescription? Describe() => ControlDescription.Make();

    public IReadOnlyList<Route> Routes { get; }

    public bool IsControl => true;

    public bool IsOfProcess(Target target) => target.Segments is [Prefix, "health", ..];

    public StringComparison QueryNames => StringComparison.Ordinal;

    public bool Owns(Call call) =>
        call.Target.Segments is [Prefix or AdminPrefix or OverlayAdmin.Prefix, ..]
            || (call.Method is "GET" or "HEAD" && IsOfBrowsers(call));

    // Browsers request the icon by themselves; it is no request to an API.
    private static bool IsOfBrowsers(Call call) => call.Target.Segments is ["favicon.ico"]
        || (call.Target.Segments is [""] && LandingPage.IsWanted(call));

    public Match Find(string method, Target target) =>
        target.Segments is [OverlayAdmin.Prefix, ..] ? OverlayAdmin.Find(Routes, method, target) : _matcher.Find(method, target.Segments);

    public long BodyLimit(Route? route) => (route?.Policy as ControlPolicy ?? ControlPolicy.Default).BodyLimit;

    public AuthenticationResult Authenticate(Call call)
    {
        if (call.Match.Route?.Policy is ControlPolicy { IsOpen: true }) return Caller.Anyone;
        return _access.Refuse(call) is { } refusal ? refusal : Caller.Anyone;
    }

    /// <summary>A line about access to print at the start; null when there is none.</summary>
    public string? Notice => _access.Notice();

    public Reply Fail(Call call, Failure failure) => failure switch
    {
        Failure.UnknownPath => Problem.Reply(404, "Not found", $"No control route has this path; see {call.Origin}/_emulator/info."),
        Failure.WrongMethod =>
            Problem.Reply(405, "Method not allowed", $"This control route takes {call.Match.Allowed}.").With("Allow", call.Match.Allowed),
        Failure.MalformedPath =>
            Problem.Reply(400, "Malformed path", "A percent sign in the path is not followed by two hexadecimal digits."),
        Failure.BodyTooLarge =>
            Problem.Reply(413, "Body too large", $"This control route takes at most {BodyLimit(call.Match.Route) / (1024 * 1024)} MB."),
        Failure.BodyMalformed => Problem.Reply(400, "Malformed body", "The chunks of the body are malformed, or it ended early."),
        Failure.BodyStalled =>
            Problem.Reply(408, "Request timeout", $"Nothing of the body arrived for {Body.Silence.TotalSeconds} s.")
                .With("Connection", "close"),
        Failure.BodyNotStored => Problem.Reply(
            507,
            "Insufficient storage",
            $"A large body is read through a temporary file, and {SpooledBody.Folder} has no room for it. "
                + $"Make room there, or set {TemporaryFolder} to a folder on another disk and start the emulator again."),
        Failure.NotServed => Problem.Reply(501, "Not served", "This control route does not work in this version yet."),
        Failure.Seeding => Problem.Reply(503, "Seeding", "The emulator is still seeding."),
        Failure.NotKept =>
            Problem.Reply(503, "Not kept", "Changes cannot be kept now; standard error has the reason.").With("Retry-After", "1"),
        Failure.NotCurrent => Problem.Reply(503, "Not current", "The database cannot be reached now.").With("Retry-After", "1"),
        Failure.TooManyRequests => Refuse(call, 429, null),
        Failure.Bug => Problem.Reply(500, "A bug", "The control plane failed; standard error has the details."),
        _ => throw new InvalidOperationException($"Unknown failure {failure}."),
    };

    public Reply Refuse(Call call, int status, string? text) => Problem.Reply(status, Phrases.Of(status), text ?? Phrases.Of(status));
}

/// <summary>What a control route requires.</summary>
sealed record ControlPolicy : RoutePolicy
{
    public static ControlPolicy Default { get; } = new();

    /// <summary>The route answers on every address, without a token.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The largest body in bytes.</summary>
    public long BodyLimit { get; init; } = 10 * 1024 * 1024;
}
