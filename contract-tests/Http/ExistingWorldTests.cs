using System.Net;
using Emulation.Tests.Support;

namespace Emulation.Tests.Http;

/// <summary>A request may refuse to create the world that it names.</summary>
[CancelAfter(60_000)]
class ExistingWorldTests
{
    private const string MustExist = "X-Emulator-World-Must-Exist";

    [TestCase("/_emulator/clock")]
    [TestCase("/v2/owners")]
    public async Task A_world_that_must_exist_is_not_created(string target)
    {
        await using var running = await Running.InProcess("docs");

        using var response = await running.Send("GET", target, null, ("X-Emulator-World", "mine"), (MustExist, "true"));

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).Should().Contain("\"code\":\"no-such-world\"");
        running.Emulator.Worlds.Find("mine").Should().BeNull();
    }

    [Test]
    public async Task A_world_that_exists_is_used()
    {
        await using var running = await Running.InProcess("docs");
        using var created = await running.Send("PUT", "/_emulator/worlds/mine");

        using var response = await running.Send("GET", "/worlds/mine/_emulator/info", null, (MustExist, "true"));

        (await response.Content.ReadAsStringAsync()).Should().Contain("\"world\":\"mine\"");
    }

    [Test]
    public async Task Without_the_header_a_world_is_created_when_it_is_named()
    {
        await using var running = await Running.InProcess("docs");

        using var response = await running.Send("GET", "/_emulator/clock", null, ("X-Emulator-World", "mine"), (MustExist, "false"));

        running.Emulator.Worlds.Find("mine").Should().NotBeNull();
    }

    [Test]
    public async Task A_control_request_without_a_world_is_not_recorded()
    {
        await using var running = await Running.InProcess("docs");

        using var refused = await running.Send("GET", "/_emulator/clock", null, ("X-Emulator-World", "mine"), (MustExist, "true"));
        using var requests = await running.Send("GET", "/_emulator/requests");

        (await requests.Content.ReadAsStringAsync()).Should().Contain("\"total\":0");
    }
}
