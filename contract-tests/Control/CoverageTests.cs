using System.Text.Json;

namespace Emulation.Tests.Control;

/// <summary>How often each route was requested.</summary>
class CoverageTests
{
    private const string Host = "/v2/indicators/hosts/example.org";

    [Test]
    public async Task Each_route_counts_its_requests_and_those_that_it_refused()
    {
        await using var plane = await Plane.With();
        await plane.Ask("GET", Host);
        await plane.Ask("HEAD", Host);
        await plane.Ask("GET", "/v2/indicators/hosts/not-there.example");
        await plane.Ask("GET", "/v2/no-such-path");
        await plane.Ask("PATCH", Host);

        var coverage = await plane.Do("GET", "/_emulator/coverage");

        var rows = coverage.GetProperty("routes").EnumerateArray().Where(row => Number(row, "requests") > 0).ToArray();
        rows.Should().ContainSingle().Which.GetProperty("path").GetString().Should().Be("/v2/indicators/{type}/{indicator}");
        (Number(rows[0], "requests"), Number(rows[0], "refused")).Should().Be((3, 1));
        var totals = coverage.GetProperty("totals").GetProperty("threatconnect");
        (Number(totals, "requests"), Number(totals, "refused"), Number(totals, "unmatched")).Should().Be((5, 3, 2));
    }

    [Test]
    public async Task Each_world_counts_by_itself_and_a_reset_begins_at_nothing()
    {
        await using var plane = await Plane.With();
        await plane.Ask("GET", Host, null, ("X-Emulator-World", "a"));

        (await RequestsIn(plane, "/_emulator/coverage")).Should().Be(0);
        (await RequestsIn(plane, "/_emulator/coverage?world=a")).Should().Be(1);
        (await RequestsIn(plane, "/worlds/a/_emulator/coverage")).Should().Be(1);
        await plane.Do("POST", "/worlds/a/_emulator/reset");

        (await RequestsIn(plane, "/_emulator/coverage?world=a")).Should().Be(0);
        (await plane.Ask("GET", "/_emulator/coverage?world=b")).ShouldRefuse(404);
    }

    [Test]
    public async Task What_a_stub_or_a_fault_answers_counts_too()
    {
        await using var plane = await Plane.With();
        await plane.Do("POST", "/_emulator/faults", """{"name":"f","match":{"api":"threatconnect"},"effect":{"status":503}}""");

        await plane.Ask("GET", Host);

        var coverage = await plane.Do("GET", "/_emulator/coverage");
        var row = coverage.GetProperty("routes").EnumerateArray().Single(one => Number(one, "requests") > 0);
        (Number(row, "requests"), Number(row, "refused")).Should().Be((1, 1));
    }

    private static async Task<long> RequestsIn(Plane plane, string target) =>
        Number((await plane.Do("GET", target)).GetProperty("totals").GetProperty("threatconnect"), "requests");

    private static long Number(JsonElement element, string member) => element.GetProperty(member).GetInt64();
}
