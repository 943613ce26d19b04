using Emulation.Http;

namespace Emulation.Control;

/// <summary>Creates the route table rows under <c>/_emulator</c>.</summary>
static class ControlRow
{
    public static Route Query(string method, string path, string name, Func<ControlCall, Reply> handler) =>
        Of(method, path, name) with { ControlQuery = handler };

    public static Route Command(string method, string path, string name, Func<ControlCall, Reply> handler) =>
        Of(method, path, name) with { ControlCommand = handler };

    private static Route Of(string method, string path, string name) =>
        new(method, $"/{ControlApi.Prefix}{path}", name, Provenance.Documented, "interface");
}
