using Emulation.Http;

namespace Emulation.Control;

/// <summary>WireMock.Net's own admin API of a world, under <c>/_wiremock</c>.</summary>
static class OverlayAdmin
{
    public const string Prefix = "_wiremock";

    private const string Root = $"/{Prefix}";
    private const string Missing =
        "This emulator has no WireMock.Net. The tool api-emulator, dotnet run and the framework-dependent publish have it; " +
        "the native executable has not. A test that starts the library gets it from the package ApiEmulator.WireMock, " +
        "by World(name).WireMock().";

    public static IReadOnlyList<Route> Rows(Worlds worlds) =>
    [
        Row("GET",    "wiremock.get",    worlds),
        Row("POST",   "wiremock.post",   worlds),
        Row("PUT",    "wiremock.put",    worlds),
        Row("DELETE", "wiremock.delete", worlds),
    ];

    /// <summary>Every path below the prefix is WireMock.Net's to know.</summary>
    public static Match Find(IReadOnlyList<Route> routes, string method, Target target)
    {
        var rows = routes.Where(route => route.Path.StartsWith(Root, StringComparison.Ordinal)).ToList();
        var row = rows.Find(route => string.Equals(route.Method, method, StringComparison.Ordinal)) ?? rows[0];
        return new Match(row, [target.Segments[^1]], "");
    }

    private static Route Row(string method, string name, Worlds worlds) =>
        new(method, $"{Root}/__admin/{{path}}", name, Provenance.Documented, "interface")
        {
            ControlTask = call => Administer(call, worlds),
        };

    private static ValueTask<Reply> Administer(ControlCall call, Worlds worlds)
    {
        // What is set while data is being seeded would be undone when the world opens.
        if (!worlds.Ready) return new(ControlReplies.Seeding);
        return call.World.Overlay.Use() is { } overlay
            ? overlay.Administer(call, call.Target.Path[Root.Length..])
            : new(Problem.Reply(501, "No WireMock.Net", Missing));
    }
}
