using System.Net;
using System.Text;
using Emulation.Apis.Deso;
using Emulation.Http;
using Emulation.Persistence.PostgreSql;
using Emulation.Seeding;
using Emulation.Tests.Support;

namespace Emulation.Tests.Persistence.PostgreSql;

/// <summary>Emulators that share a database, and requests to them.</summary>
static class Instances
{
    public static EmulatorOptions Options(string address, string dataset = "docs") => new()
    {
        Dataset = dataset,
        Size = DemoSize.Default with { Nodes = 300 },
        Auth = AuthMode.Off,
        Deso = new DesoOptions { Signatures = Signatures.Trust },
        Data = address,
        Keep = SharedData.Open,
    };

    public static Task<Running> Start(string address, string dataset = "docs") => Running.OnKestrel(Options(address, dataset));

    public static async Task<string> Sent(
        this Running emulator, string method, string target, string world = Worlds.Default, string? body = null)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await emulator.Send(method, target, content, (Worlds.Header, world));
        response.StatusCode.Should().NotBe(HttpStatusCode.InternalServerError);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }

    /// <summary>Makes a tag; the answer begins with the status.</summary>
    public static Task<string> Tag(this Running emulator, string name, string world = Worlds.Default) =>
        emulator.Sent("POST", "/v2/tags", world, $$"""{"name":"{{name}}"}""");

    public static async Task<int> TagStatus(this Running emulator, string name, string world = Worlds.Default) =>
        int.Parse((await emulator.Sent("GET", $"/v2/tags/{Uri.EscapeDataString(name)}", world))[..3]);

    public static Task<string> Export(this Running emulator, string world = Worlds.Default) =>
        emulator.Sent("GET", "/_emulator/export", world);
}
