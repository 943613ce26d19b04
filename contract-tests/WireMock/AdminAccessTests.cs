using Emulation.Tests.Control;

namespace Emulation.Tests.WireMocks;

/// <summary>The rules of the control plane hold for WireMock.Net's admin API.</summary>
class AdminAccessTests
{
    private const string Mappings = WireMockPlane.Admin + "/mappings";

    [Test]
    public async Task Another_host_name_is_refused()
    {
        await using var plane = await WireMockPlane.OnDemand();

        (await plane.Ask("GET", Mappings, null, ("Host", "evil.example"))).ShouldRefuse(403);
    }

    [Test]
    public async Task Another_origin_is_refused()
    {
        await using var plane = await WireMockPlane.OnDemand();

        (await plane.Ask("GET", Mappings, null, ("Origin", "https://evil.example"))).ShouldRefuse(403);
    }

    [Test]
    public async Task A_request_of_another_site_is_refused()
    {
        await using var plane = await WireMockPlane.OnDemand();

        (await plane.Ask("POST", Mappings, "{}", ("Sec-Fetch-Site", "cross-site"))).ShouldRefuse(403);
    }

    [Test]
    public async Task A_token_is_required_where_the_control_plane_requires_one()
    {
        await using var plane = await Plane.With(options => WireMockSupport.Prepare(options) with { ControlToken = "secret" });

        (await plane.Ask("GET", Mappings)).ShouldRefuse(401);
        (await plane.Ask("GET", Mappings, null, ("Authorization", "Bearer secret"))).Status.Should().Be(200);
    }

    [Test]
    public async Task Without_the_engine_one_line_says_which_build_has_it()
    {
        await using var plane = await Plane.With();

        var told = await plane.Ask("GET", Mappings);

        told.ShouldRefuse(501);
        told.Text.Should().Contain("api-emulator").And.Contain("ApiEmulator.WireMock");
    }

    [Test]
    public async Task A_world_that_code_gave_the_engine_has_the_admin_api_in_any_build()
    {
        await using var plane = await Plane.With();
        plane.Running.Emulator.World("mine").WireMock();

        (await plane.Ask("GET", "/worlds/mine" + Mappings)).Text.Should().Be("[]");
    }

    [TestCase("/_wiremock")]
    [TestCase("/_wiremock/")]
    [TestCase("/_wiremock/mappings")]
    public async Task A_path_outside_the_admin_api_is_not_found(string path)
    {
        await using var plane = await WireMockPlane.OnDemand();

        (await plane.Ask("GET", path)).ShouldRefuse(404);
    }

    [Test]
    public async Task Its_calls_are_in_no_journal_and_under_no_fault()
    {
        await using var plane = await WireMockPlane.OnDemand();
        await plane.Do("POST", "/_emulator/faults", """{"name":"down","effect":{"status":500}}""");

        (await plane.Ask("GET", Mappings)).Status.Should().Be(200);

        (await plane.Do("GET", "/_emulator/requests")).GetProperty("requests").GetArrayLength().Should().Be(0);
        (await plane.Do("GET", WireMockPlane.Admin + "/requests")).GetArrayLength().Should().Be(0);
    }
}
