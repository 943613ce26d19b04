using Emulation.Apis.Deso.Authentication;
using Emulation.Apis.Deso.Routes;
using Emulation.Apis.Deso.Views;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Http;
using Emulation.Http.Descriptions;
using Emulation.Http.Views;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso;

/// <summary>The association routes of a DeSo node, and the other node routes that its JavaScript client calls.</summary>
sealed class DesoApi : IApi
{
    private const long MaxBodyLength = 100_000_000;

    private readonly DesoOptions _options;
    private readonly Paths _paths;

    public DesoApi(DesoOptions options)
    {
        _options = options;
        Routes = RouteTable.All(new DesoContext(options));
        _paths = new Paths(Routes);
    }

    public string Name => "deso";

    public string Title => "DeSo associations";

    public IReadOnlyList<string> BasePaths => ["/api/v0", ""];

    public IEnumerable<Account> Accounts(Graph graph) => AccountList.Of(_options.Network);

    public Sample? Sample => new("/api/v0/user-associations/22b1dabed784a8ada7c630e1539829df21e485608c13e3b461a37ff97185ff69", []);

    public IReadOnlyList<Route> Routes { get; }

    public IGraphView View => new GraphView(_options);

    public ApiDescription? Describe() => DesoDescription.Make();

    public IReadOnlyList<Route> Controls => ControlRoutes.All;

    public StringComparison QueryNames => StringComparison.Ordinal;

    // Go's decoder refuses a byte order mark: invalid character 'ï' looking for beginning of value.
    public bool SkipsByteOrderMark => false;

    public bool Owns(Call call) => _paths.Owns(call.Target);

    public Match Find(string method, Target target) => _paths.Find(method, target);

    public Reply? AnswerFirst(Call call)
    {
        if (Paths.Cleaned(call.Target) is { } clean) return Envelope.Moved(clean);
        return call.Match.Route is not null && Paths.Unslashed(call.Target) is { } path ? Envelope.Moved(path) : null;
    }

    public long BodyLimit(Route? route) => MaxBodyLength;

    public AuthenticationResult Authenticate(Call call) => Authentication.Authentication.Authenticate(call);

    public Reply Fail(Call call, Failure failure) => failure switch
    {
        Failure.UnknownPath => Envelope.NotFoundPage,
        Failure.WrongMethod => Envelope.WrongMethod,
        Failure.MalformedPath => Envelope.MalformedPath,
        // A node reads only the first ten million bytes, so it sees a longer body as cut off.
        Failure.BodyTooLarge => Unreadable(call, "unexpected EOF"),
        // The error of Go's chunked reader, in the message of the route. A route that reads no body does not notice the error.
        Failure.BodyMalformed => Unreadable(call, "malformed chunked encoding"),
        Failure.BodyStalled => Unreadable(call, "i/o timeout").With("Connection", "close"),
        Failure.NotServed => Envelope.Error(501, $"{call.Route.Method} {call.Route.Path} is not served by this emulator"),
        Failure.Seeding => Envelope.Error(503, Texts.Seeding).With("Retry-After", "1"),
        Failure.NotKept => Envelope.Error(503, Texts.NotKept).With("Retry-After", "1"),
        Failure.NotCurrent => Envelope.Error(503, Texts.NotCurrent).With("Retry-After", "1"),
        Failure.Bug => Envelope.Error(500, Texts.Bug),
        Failure.TooManyRequests => Refuse(call, 429, null),
        _ => throw new InvalidOperationException($"Unknown failure {failure}."),
    };

    public Reply Refuse(Call call, int status, string? text) =>
        Envelope.Error(status, text ?? (status == 500 ? Texts.Bug : Phrases.Of(status)));

    private static Reply Unreadable(Call call, string reason) => call.Match.Route?.Policy is DesoPolicy policy
        ? Envelope.Error(400, policy.Unreadable.Replace("{0}", reason, StringComparison.Ordinal))
        : Envelope.MalformedPath;

    public Reply Finish(Call call, Reply reply)
    {
        if (call.Match.Route is null || Paths.Cleaned(call.Target) is not null) return reply;
        if (Paths.Unslashed(call.Target) is not null) return Authentication.Authentication.WithSecurity(reply);
        return Authentication.Authentication.WithOrigin(call, reply, _options.AllowedOrigins);
    }
}
