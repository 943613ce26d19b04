using Emulation.Tests.Control;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Emulation.Tests.WireMocks;

/// <summary>Mappings and scenario states are part of a world.</summary>
class OverlayWorldTests
{
    private const string Path = "/stub";

    [Test]
    public async Task Another_world_has_none_of_them()
    {
        await using var plane = await Plane.With();
        Stub(plane.Running.World.WireMock(), 202);

        (await plane.Ask("GET", Path, null, ("X-Emulator-World", "other"))).Status.Should().Be(404);
    }

    [Test]
    public async Task A_fork_has_the_mappings_and_scenario_states_and_goes_on_by_itself()
    {
        await using var plane = await Plane.With();
        var server = plane.Running.World.WireMock();
        Scenario(server);
        (await plane.Ask("GET", Path)).Status.Should().Be(503);

        await plane.Do("POST", "/_emulator/worlds/fork", """{"from":{"world":"default"}}""");

        (await plane.Ask("GET", Path, null, ("X-Emulator-World", "fork"))).Status.Should().Be(202, "the scenario is in its second state");
        Stub(plane.Running.Emulator.World("fork").WireMock(), 299);
        server.Mappings.Count(mapping => !mapping.IsAdminInterface).Should().Be(2);
        plane.Running.Emulator.World("fork").WireMock().LogEntries.Should().ContainSingle("the log is the fork's own");
    }

    [Test]
    public async Task A_snapshot_puts_mappings_scenarios_and_disabled_mappings_back()
    {
        await using var plane = await Plane.With();
        var server = plane.Running.World.WireMock();
        Scenario(server);
        await plane.Do("POST", "/_emulator/snapshots", """{"name":"before"}""");
        (await plane.Ask("GET", Path)).Status.Should().Be(503);
        server.ResetMappings();
        Stub(server, 299);

        await plane.Do("POST", "/_emulator/snapshots/before/restore");
        var first = (await plane.Ask("GET", Path)).Status;
        foreach (var mapping in server.Mappings) mapping.IsDisabled = true;
        await plane.Do("POST", "/_emulator/snapshots/before/restore");
        var second = (await plane.Ask("GET", Path)).Status;

        first.Should().Be(503);
        second.Should().Be(503);
    }

    [Test]
    public async Task Of_two_mappings_that_match_alike_the_later_one_answers_after_a_restore_too()
    {
        await using var plane = await Plane.With();
        var server = plane.Running.World.WireMock();
        for (var status = 210; status < 220; status++) Stub(server, status);
        await plane.Do("POST", "/_emulator/snapshots", """{"name":"all"}""");

        server.ResetMappings();
        await plane.Do("POST", "/_emulator/snapshots/all/restore");
        await plane.Do("POST", "/_emulator/worlds/fork", """{"from":{"world":"default"}}""");

        (await plane.Ask("GET", Path)).Status.Should().Be(219);
        (await plane.Ask("GET", Path, null, ("X-Emulator-World", "fork"))).Status.Should().Be(219);
    }

    [Test]
    public async Task A_reset_removes_mappings_scenarios_and_the_request_log()
    {
        await using var plane = await Plane.With();
        var server = plane.Running.World.WireMock();
        Scenario(server);
        await plane.Ask("GET", Path);

        plane.Running.World.Reset();

        server.LogEntries.Should().BeEmpty();
        server.Scenarios.Should().BeEmpty();
        (await plane.Ask("GET", Path)).Status.Should().Be(404);
        plane.Running.World.WireMock().Should().BeSameAs(server);
    }

    [Test]
    public async Task A_restore_to_a_time_before_it_was_used_leaves_no_mapping()
    {
        await using var plane = await Plane.With();
        await plane.Do("POST", "/_emulator/snapshots", """{"name":"none"}""");
        Stub(plane.Running.World.WireMock(), 202);

        await plane.Do("POST", "/_emulator/snapshots/none/restore");

        (await plane.Ask("GET", Path)).Status.Should().Be(404);
    }

    [Test]
    public async Task Everything_that_a_mapping_has_survives_a_fork()
    {
        await using var plane = await Plane.With();
        plane.Running.World.WireMock().Given(Request.Create().WithPath(Path)).AtPriority(7)
            .WithTitle("title").WithDescription("description").WithData(new { from = "data" }).WithProbability(1)
            .InScenario("s").WillSetStateTo("done", 2)
            .RespondWith(Response.Create().WithBody("{{data.from}}").WithTransformer());

        await plane.Do("POST", "/_emulator/worlds/fork", """{"from":{"world":"default"}}""");

        var copy = plane.Running.Emulator.World("fork").WireMock().Mappings.Single(mapping => !mapping.IsAdminInterface);
        (copy.Priority, copy.Title, copy.Description, copy.Probability).Should().Be((7, "title", "description", 1));
        (copy.Scenario, copy.NextState, copy.TimesInSameState).Should().Be(("s", "done", 2));
        (await plane.Ask("GET", Path, null, ("X-Emulator-World", "fork"))).Text.Should().Be("data");
    }

    [Test]
    public async Task A_deleted_world_begins_again_without_mappings()
    {
        await using var plane = await Plane.With();
        Stub(plane.Running.Emulator.World("gone").WireMock(), 202);

        await plane.Do("DELETE", "/_emulator/worlds/gone");

        (await plane.Ask("GET", Path, null, ("X-Emulator-World", "gone"))).Status.Should().Be(404);
    }

    private static void Stub(WireMockServer server, int status) =>
        server.Given(Request.Create().WithPath(Path)).RespondWith(Response.Create().WithStatusCode(status));

    private static void Scenario(WireMockServer server)
    {
        var path = Request.Create().WithPath(Path);
        server.Given(path).InScenario("s").WillSetStateTo("second").RespondWith(Response.Create().WithStatusCode(503));
        server.Given(Request.Create().WithPath(Path)).InScenario("s").WhenStateIs("second")
            .RespondWith(Response.Create().WithStatusCode(202));
    }
}
