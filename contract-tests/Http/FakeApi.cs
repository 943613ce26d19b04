using System.Text;
using Emulation.Graphs;
using Emulation.Http;
using Emulation.Tests.Graphs;
using Emulation.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;

namespace Emulation.Tests.Http;

/// <summary>An API of plain texts, so that what the pipeline does can be seen.</summary>
sealed class FakeApi(params Route[] routes) : IApi
{
    private readonly Matcher _matcher = new(routes, new PathRules(IgnoreCase: false, TrailingSlash: false, HeadIsGet: true));

    public string Name => "fake";

    public IReadOnlyList<Route> Routes => routes;

    public StringComparison QueryNames => StringComparison.Ordinal;

    public Reply? Closed { get; init; }

    public bool Owns(Call call) => true;

    public Match Find(string method, Target target) => _matcher.Find(method, target.Segments);

    public long BodyLimit(Route? route) => 10;

    public Admission Admit(Call call) => Closed ?? (Admission)Caller.Anyone;

    public Reply Fail(Call call, Failure failure) => Text(failure == Failure.Bug ? 500 : 400, failure.ToString());

    public Reply Refuse(Call call, int status, string? text) => Text(status, text ?? "refused");

    public Reply Finish(Call call, Reply reply) => reply.With("x-finished", "yes");

    public static Reply Text(int status, string text) => new(status) { ContentType = "text/plain", Bytes = Encoding.UTF8.GetBytes(text) };
}

/// <summary>A pipeline over a fake API, without a port.</summary>
sealed class Piped : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Piped(WebApplication app, Worlds worlds, Heard heard) => (_app, Worlds, Heard) = (app, worlds, heard);

    public Worlds Worlds { get; }

    public Heard Heard { get; }

    public HttpClient Client => _app.GetTestClient();

    public World World
    {
        get
        {
            Worlds.Enter(null, null, out var world);
            return world;
        }
    }

    public static async Task<Piped> With(IApi api, IFaults? faults = null, IStubs? stubs = null, bool seeded = true)
    {
        var heard = new Heard();
        var machine = new HandClock(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var parts = new WorldParts(1, machine, () => new WorldClock(machine, () => null))
        {
            Journal = _ => heard,
            Faults = _ => faults ?? Nothing.Instance,
            Stubs = _ => stubs ?? Nothing.Instance,
        };
        var worlds = new Worlds(parts, Graph.Empty(Small.Schema), 8);
        if (seeded) worlds.Open(Small.Empty);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        app.Run(new Pipeline([api], worlds, heard).Handle);
        await app.StartAsync();
        return new Piped(app, worlds, heard);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>Remembers what was logged and journalled.</summary>
sealed class Heard : ILog, IJournal
{
    public List<Entry> Entries { get; } = [];

    public List<Reply> Answers { get; } = [];

    public List<Exception> Bugs { get; } = [];

    public void Answered(Call call, Reply reply) => Answers.Add(reply);

    public void Bug(Call call, Exception bug) => Bugs.Add(bug);

    public bool IsOpen => true;

    public void Record(in Entry entry) => Entries.Add(entry);

    public void Clear() => Entries.Clear();
}
