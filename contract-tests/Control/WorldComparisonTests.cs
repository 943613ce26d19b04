using System.Text.Json;

namespace Emulation.Tests.Control;

/// <summary>What differs between two worlds.</summary>
class WorldComparisonTests
{
    private const string Diff = "/_emulator/worlds/a/diff?with=b";

    [Test]
    public async Task Two_forks_of_the_dataset_are_equal()
    {
        await using var plane = await Forked();

        var diff = await plane.Do("GET", Diff);

        diff.GetProperty("equal").GetBoolean().Should().BeTrue();
        diff.GetProperty("kinds").GetArrayLength().Should().Be(0);
        diff.GetProperty("links").GetArrayLength().Should().Be(0);
        diff.GetProperty("settings").EnumerateObject().Should().OnlyContain(setting => !setting.Value.GetBoolean());
    }

    [Test]
    public async Task What_only_the_second_world_has_is_added_and_what_only_the_first_has_is_removed()
    {
        await using var plane = await Forked();
        await plane.Mark("other", "a");
        await plane.Mark("marked", "b");

        var diff = await plane.Do("GET", Diff);

        diff.GetProperty("equal").GetBoolean().Should().BeFalse();
        Counts(diff.GetProperty("totals")).Should().Be((1, 1, 0));
        var tags = Kind(diff, "tag");
        Counts(tags).Should().Be((1, 1, 0));
        tags.GetProperty("api").GetString().Should().Be("threatconnect");
        Items(tags).Should().BeEquivalentTo("added threatconnect/tag/2:marked", "removed threatconnect/tag/2:other");
    }

    [Test]
    public async Task A_node_that_both_have_in_different_states_is_changed()
    {
        await using var plane = await Forked();
        await plane.Do("PUT", "/worlds/b/v2/tasks/123456", """{"name":"Another name"}""");

        var diff = await plane.Do("GET", Diff);

        Counts(Kind(diff, "task")).Should().Be((0, 0, 1));
        Kind(diff, "task").GetProperty("items")[0].GetProperty("label").GetString().Should().Be("Another name");
    }

    [Test]
    public async Task Two_nodes_that_have_got_the_same_id_are_one_that_is_changed()
    {
        await using var plane = await Forked();
        await plane.Do("POST", "/worlds/a/v2/groups/adversaries", """{"name":"In a"}""");
        await plane.Do("POST", "/worlds/b/v2/groups/adversaries", """{"name":"In b"}""");

        Counts(Kind(await plane.Do("GET", Diff), "group")).Should().Be((0, 0, 1));
    }

    [Test]
    public async Task The_same_change_in_both_worlds_is_no_difference()
    {
        await using var plane = await Forked();
        await plane.Do("PUT", "/_emulator/clock", """{"mode":"frozen"}""");
        await plane.Mark("one", "a");
        await plane.Mark("two", "a");
        await plane.Mark("two", "b");
        await plane.Mark("one", "b");

        (await plane.Do("GET", Diff)).GetProperty("kinds").GetArrayLength().Should().Be(0);
    }

    [Test]
    public async Task The_comparison_reads_the_same_from_both_ends()
    {
        await using var plane = await Forked();
        await plane.Mark("marked", "b");

        var diff = await plane.Do("GET", Diff);
        Counts(diff.GetProperty("totals")).Should().Be((1, 0, 0));
        var links = diff.GetProperty("links").EnumerateArray().Should().ContainSingle().Subject;
        (links.GetProperty("relation").GetString(), Counts(links)).Should().Be(("tag-indicator", (1, 0, 0)));
        Counts((await plane.Do("GET", "/_emulator/worlds/b/diff?with=a")).GetProperty("totals")).Should().Be((0, 1, 0));
    }

    [Test]
    public async Task Of_many_the_first_are_listed_and_the_others_counted()
    {
        await using var plane = await Forked();
        for (var i = 0; i < 5; i++) await plane.Mark($"tag{i}", "b");

        var tags = Kind(await plane.Do("GET", $"{Diff}&limit=2"), "tag");

        tags.GetProperty("items").GetArrayLength().Should().Be(2);
        tags.GetProperty("more").GetInt32().Should().Be(3);
    }

    [TestCase("clock", "PUT", "/_emulator/clock", """{"mode":"frozen"}""")]
    [TestCase("faults", "POST", "/_emulator/faults", """{"name":"f","effect":{"status":503}}""")]
    [TestCase("limits", "PUT", "/_emulator/rate-limits", """{"limits":[{"per":"api","requests":5,"window":"1m"}]}""")]
    [TestCase("stubs", "POST", "/__admin/mappings", """{"request":{"url":"/x"},"response":{"status":200}}""")]
    public async Task A_setting_that_differs_is_named(string setting, string method, string target, string body)
    {
        await using var plane = await Forked();
        await plane.Do(method, $"/worlds/b{target}", body);

        var settings = (await plane.Do("GET", Diff)).GetProperty("settings");

        settings.EnumerateObject().Where(one => one.Value.GetBoolean()).Select(one => one.Name).Should().Equal(setting);
    }

    [TestCase("/_emulator/worlds/a/diff", 400)]
    [TestCase("/_emulator/worlds/a/diff?with=b&limit=-1", 400)]
    [TestCase("/_emulator/worlds/a/diff?with=b&limit=1001", 400)]
    [TestCase("/_emulator/worlds/a/diff?with=b&by=name", 400)]
    [TestCase("/_emulator/worlds/a/diff?with=c", 404)]
    [TestCase("/_emulator/worlds/c/diff?with=a", 404)]
    public async Task A_wrong_request_is_refused(string target, int status)
    {
        await using var plane = await Forked();

        (await plane.Ask("GET", target)).ShouldRefuse(status);
    }

    private static async Task<Plane> Forked()
    {
        var plane = await Plane.With();
        await plane.Do("PUT", "/_emulator/worlds/a");
        await plane.Do("PUT", "/_emulator/worlds/b");
        return plane;
    }

    private static JsonElement Kind(JsonElement diff, string kind) =>
        diff.GetProperty("kinds").EnumerateArray().Single(one => one.GetProperty("kind").GetString() == kind);

    private static IEnumerable<string> Items(JsonElement kind) =>
        kind.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("change")} {item.GetProperty("key")}");

    private static (int Added, int Removed, int Changed) Counts(JsonElement counts) =>
        (counts.GetProperty("added").GetInt32(), counts.GetProperty("removed").GetInt32(), counts.GetProperty("changed").GetInt32());
}
