using System.Text.Json;

namespace Emulation.Tests.Control;

class WorldListTests
{
    private const string Worlds = "/_emulator/worlds";

    [Test]
    public async Task There_is_always_the_world_default_and_the_list_is_in_the_order_of_names()
    {
        await using var plane = await Plane.With();
        foreach (var name in new[] { "b", "a", "B" }) await plane.Do("POST", Worlds, $$"""{"name":"{{name}}"}""");

        var list = await plane.Do("GET", Worlds);

        Names(list).Should().Equal("default", "B", "a", "b");
        (list.GetProperty("max").GetInt32(), list.GetProperty("idle").GetString()).Should().Be((1000, "00:30:00"));
        var first = list.GetProperty("worlds")[1];
        first.EnumerateObject().Select(member => member.Name)
            .Should().Equal("name", "graphVersion", "nodes", "now", "idleFor", "snapshots");
        first.GetProperty("now").GetString().Should().Be("2024-05-01T12:00:00Z");
    }

    [Test]
    public async Task A_world_is_forked_from_the_dataset_from_another_and_from_a_snapshot()
    {
        await using var plane = await Plane.With();
        await plane.Mark("one", "a");
        await plane.Do("POST", "/worlds/a/_emulator/snapshots/s");
        await plane.Mark("two", "a");

        await plane.Do("POST", Worlds, """{"name":"of-dataset"}""");
        await plane.Do("POST", Worlds, """{"name":"of-a","from":{"world":"a"}}""");
        await plane.Do("POST", $"{Worlds}/of-s", """{"from":{"world":"a","snapshot":"s"}}""");
        await plane.Mark("three", "of-s");

        (await plane.Marks("of-dataset")).Should().NotContain("one");
        (await plane.Marks("of-a")).Should().Contain(["one", "two"]);
        (await plane.Marks("of-s")).Should().Contain(["one", "three"]).And.NotContain("two");
        (await plane.Marks("a")).Should().NotContain("three");
        (await plane.Marks()).Should().NotContain("one");
    }

    [Test]
    public async Task Without_a_name_in_from_the_world_of_the_request_is_forked()
    {
        await using var plane = await Plane.With();
        await plane.Mark("one", "a");

        await plane.Do("POST", $"/worlds/a{Worlds}/copy", """{"from":{}}""");

        (await plane.Marks("copy")).Should().Contain("one");
    }

    [Test]
    public async Task A_fork_has_the_clock_and_its_own_way_back_to_the_dataset()
    {
        await using var plane = await Plane.With();
        await plane.Mark("one", "a");
        await plane.Do("PUT", "/worlds/a/_emulator/clock", """{"mode":"frozen","now":"2031-01-01T00:00:00Z"}""");
        await plane.Do("POST", $"{Worlds}/b", """{"from":{"world":"a"}}""");

        (await plane.Do("GET", $"{Worlds}/b")).GetProperty("now").GetString().Should().Be("2031-01-01T00:00:00Z");
        await plane.Do("POST", "/worlds/b/_emulator/reset");

        (await plane.Marks("b")).Should().NotContain("one");
        (await plane.Do("GET", $"{Worlds}/b")).GetProperty("now").GetString().Should().Be("2024-05-01T12:00:00Z");
        (await plane.Marks("a")).Should().Contain("one");
    }

    [Test]
    public async Task A_deleted_world_is_gone_and_its_name_begins_anew()
    {
        await using var plane = await Plane.With();
        await plane.Mark("one", "a");
        await plane.Do("POST", "/worlds/a/_emulator/snapshots/s");

        (await plane.Ask("DELETE", $"{Worlds}/a")).Status.Should().Be(204);

        (await plane.Ask("DELETE", $"{Worlds}/a")).ShouldRefuse(404);
        (await plane.Ask("GET", $"{Worlds}/a")).ShouldRefuse(404);
        (await plane.Marks("a")).Should().NotContain("one");
        (await plane.Do("GET", "/worlds/a/_emulator/snapshots")).GetProperty("snapshots").GetArrayLength().Should().Be(0);
    }

    [Test]
    public async Task Default_cannot_be_deleted_and_clearing_leaves_it()
    {
        await using var plane = await Plane.With();
        await plane.Mark("one");
        await plane.Do("POST", $"{Worlds}/a");

        (await plane.Ask("DELETE", $"{Worlds}/default")).ShouldRefuse(409);
        (await plane.Ask("DELETE", Worlds)).Status.Should().Be(204);

        Names(await plane.Do("GET", Worlds)).Should().Equal("default");
        (await plane.Marks()).Should().Contain("one");
    }

    [Test]
    public async Task The_cap_is_seen_and_set_and_one_too_many_is_429_on_an_api_route_too()
    {
        await using var plane = await Plane.With(options => options with { MaxWorlds = 2 });
        await plane.Do("POST", $"{Worlds}/a");

        (await plane.Ask("POST", $"{Worlds}/b")).ShouldRefuse(429);
        (await plane.Ask("GET", "/worlds/b/v2/tasks")).ShouldRefuse(429);
        (await plane.Do("PUT", Worlds, """{"max":3}""")).GetProperty("max").GetInt32().Should().Be(3);
        await plane.Do("POST", $"{Worlds}/b");
        await plane.Do("PUT", Worlds, """{"max":1}""");

        Names(await plane.Do("GET", Worlds)).Should().Equal("default", "a", "b");
        (await plane.Ask("POST", $"{Worlds}/c")).ShouldRefuse(429);
    }

    [Test]
    public async Task A_world_that_nobody_asks_goes_and_one_that_is_asked_stays()
    {
        await using var plane = await Plane.With(options => options with { WorldIdle = TimeSpan.FromMinutes(10) });
        await plane.Mark("one", "idle");
        await plane.Mark("one", "used");
        plane.Machine.Advance(TimeSpan.FromMinutes(9));
        await plane.Marks("used");
        plane.Machine.Advance(TimeSpan.FromMinutes(9));

        var list = await plane.Do("GET", Worlds);

        Names(list).Should().Equal("default", "used");
        list.GetProperty("worlds")[1].GetProperty("idleFor").GetString().Should().Be("00:09:00");
        (await plane.Ask("DELETE", $"{Worlds}/idle")).ShouldRefuse(404);
        (await plane.Marks("used")).Should().Contain("one");
        (await plane.Marks("idle")).Should().NotContain("one", "its name begins anew");
    }

    [Test]
    public async Task How_long_is_seen_and_set_and_nothing_is_for_ever()
    {
        await using var plane = await Plane.With();
        await plane.Do("POST", $"{Worlds}/a");

        (await plane.Do("PUT", Worlds, """{"idle":"0s"}""")).GetProperty("idle").GetString().Should().Be("00:00:00");
        plane.Machine.Advance(TimeSpan.FromDays(100));
        Names(await plane.Do("GET", Worlds)).Should().Equal("default", "a");
        await plane.Do("PUT", Worlds, """{"idle":"1h"}""");

        Names(await plane.Do("GET", Worlds)).Should().Equal("default");
    }

    [Test]
    public async Task Idle_worlds_make_room()
    {
        await using var plane = await Plane.With(options => options with { MaxWorlds = 2 });
        await plane.Do("POST", $"{Worlds}/a");
        plane.Machine.Advance(TimeSpan.FromMinutes(31));

        await plane.Do("POST", $"{Worlds}/b");

        Names(await plane.Do("GET", Worlds)).Should().Equal("default", "b");
    }

    [TestCase("POST", Worlds, """{"name":"a"}""", 409, null)]
    [TestCase("POST", "/_emulator/worlds/a", null, 409, null)]
    [TestCase("POST", Worlds, """{"name":"default"}""", 409, null)]
    [TestCase("POST", Worlds, null, 400, "/name")]
    [TestCase("POST", Worlds, "{}", 400, "/name")]
    [TestCase("POST", Worlds, """{"name":""}""", 400, "/name")]
    [TestCase("POST", Worlds, """{"name":7}""", 400, "/name")]
    [TestCase("POST", Worlds, """{"name":"a b"}""", 400, "/name")]
    [TestCase("POST", Worlds, """{"name":"ä"}""", 400, "/name")]
    [TestCase("POST", Worlds, """{"name":"12345678901234567890123456789012345678901234567890123456789012345"}""", 400, "/name")]
    [TestCase("POST", Worlds, """{"name":"b","from":"a"}""", 400, "/from")]
    [TestCase("POST", Worlds, """{"name":"b","from":{"world":1}}""", 400, "/from/world")]
    [TestCase("POST", Worlds, """{"name":"b","from":{"snapshot":[]}}""", 400, "/from/snapshot")]
    [TestCase("POST", Worlds, """{"name":"b","from":{"world":"c"}}""", 404, "/from/world")]
    [TestCase("POST", Worlds, """{"name":"b","from":{"world":"a","snapshot":"s"}}""", 404, "/from/snapshot")]
    [TestCase("POST", Worlds, """{"name":"b","from":{"wrld":"a"}}""", 400, "/from/wrld")]
    [TestCase("POST", Worlds, """{"name":"b","of":"a"}""", 400, "/of")]
    [TestCase("POST", Worlds, """{"name":"b","a/b~c":1}""", 400, "/a~1b~0c")]
    [TestCase("POST", Worlds, """{"name":"b","name":"c"}""", 400, "")]
    [TestCase("POST", Worlds, """{"name":""", 400, "")]
    [TestCase("POST", Worlds, "[]", 400, "")]
    [TestCase("POST", Worlds, "null", 400, "")]
    [TestCase("POST", "/_emulator/worlds/b", """{"name":"c"}""", 400, "/name")]
    [TestCase("POST", "/_emulator/worlds/b%20c", null, 400, null)]
    [TestCase("PUT", Worlds, """{"max":0}""", 400, "/max")]
    [TestCase("PUT", Worlds, """{"max":1.5}""", 400, "/max")]
    [TestCase("PUT", Worlds, """{"max":"many"}""", 400, "/max")]
    [TestCase("PUT", Worlds, """{"idle":"soon"}""", 400, "/idle")]
    [TestCase("PUT", Worlds, """{"idle":"-1s"}""", 400, "/idle")]
    [TestCase("PUT", Worlds, """{"max":7,"idle":"Infinitys"}""", 400, "/idle")]
    [TestCase("PUT", Worlds, """{"most":7}""", 400, "/most")]
    public async Task What_is_wrong_is_pointed_at_and_nothing_is_done(
        string method, string target, string? body, int status, string? pointer)
    {
        await using var plane = await Plane.With();
        await plane.Do("POST", $"{Worlds}/a");
        var before = (await plane.Do("GET", Worlds)).GetRawText();

        (await plane.Ask(method, target, body)).ShouldRefuse(status, pointer);

        (await plane.Do("GET", Worlds)).GetRawText().Should().Be(before);
    }

    private static string[] Names(JsonElement list) =>
        [.. list.GetProperty("worlds").EnumerateArray().Select(world => world.GetProperty("name").GetString()!)];
}
