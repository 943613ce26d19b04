using Emulation.Http;

namespace Emulation.Control;

/// <summary>How the rows under <c>/_emulator</c> are made.</summary>
static class ControlRow
{
    public static Route Of(string method, string path, string name) =>
        new(method, $"/{ControlApi.Prefix}{path}", name, Provenance.Documented, "interface");
}
