using System.Net;
using Emulation.Tests.Support;

namespace Emulation.Tests.Http;

/// <summary>Requests at the edges: the root, doubled slashes, unknown worlds, other sites.</summary>
public class EdgeRequestTests
{
    [Test]
    public async Task The_head_of_the_root_is_200()
    {
        await using var emulator = await Running.OnKestrel("docs");

        using var response = await emulator.Send("HEAD", "/");

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).Should().BeEmpty();
    }

    [TestCase("//api/v2/tasks")]
    [TestCase("//v2/tasks")]
    [TestCase("//api/search/v1/entity/x")]
    public async Task A_doubled_slash_is_named(string target)
    {
        await using var emulator = await Running.InProcess("docs");

        using var response = await emulator.Send("GET", target);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).Should().Contain("doubled slash");
    }

    [TestCase("/v2/tasks", "a b", 400)]
    [TestCase("/worlds/two/v2/tasks", "one", 409)]
    public async Task A_request_whose_world_is_refused_is_logged_and_recorded(string target, string world, int status)
    {
        await using var emulator = await Running.InProcess("docs");

        using var response = await emulator.Send("GET", target, null, ("X-Emulator-World", world));

        ((int)response.StatusCode).Should().Be(status);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        emulator.Log.ToString().Should().Contain($"refused {status} GET");
        (await emulator.Client.GetStringAsync("/_emulator/requests")).Should().Contain($"\"status\":{status}");
    }

    [TestCase("GET", "/_emulator/info")]
    [TestCase("POST", "/_emulator/reset")]
    [TestCase("GET", "/__admin/mappings")]
    [TestCase("GET", "/worlds/new/v2/tasks")]
    public async Task A_request_of_another_site_reaches_neither_the_control_plane_nor_a_new_world(string method, string target)
    {
        await using var emulator = await Running.InProcess("docs");

        using var response = await emulator.Send(method, target, null, ("Sec-Fetch-Site", "cross-site"));

        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await emulator.Client.GetStringAsync("/_emulator/worlds")).Should().NotContain("\"new\"");
    }

    [Test]
    public async Task A_request_of_another_site_may_call_the_apis()
    {
        await using var emulator = await Running.InProcess("docs");

        using var response = await emulator.Send(
            "GET",
            "/api/v0/user-associations/22b1dabed784a8ada7c630e1539829df21e485608c13e3b461a37ff97185ff69",
            null,
            ("Sec-Fetch-Site", "cross-site"));

        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
