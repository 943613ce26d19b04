using Emulation.Graphs;
using Emulation.Http;
using Emulation.Tests.Graphs;
using Emulation.Tests.Support;

namespace Emulation.Tests.Http;

/// <summary>What happens to worlds at the limit, when they are idle, and when another site names them.</summary>
public class WorldLimitTests
{
    private readonly HandClock _machine = new(new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero));

    [Test]
    public void At_the_limit_the_least_recently_used_world_gives_way()
    {
        var worlds = Opened(limit: 3);
        Name(worlds, "one");
        Name(worlds, "two");
        Name(worlds, "one");

        Name(worlds, "three").Should().BeNull();

        worlds.All.Select(world => world.Name).Should().Equal("default", "one", "three");
    }

    [Test]
    public void A_world_made_by_name_or_in_use_does_not_give_way()
    {
        var worlds = Opened(limit: 3);
        worlds.Fork("made", null, out _, madeByName: true).Should().BeNull();
        worlds.Resolve("used", null, crossSite: false, out var used).Should().BeNull();

        using (used.Begin()) Name(worlds, "third")!.Status.Should().Be(429);

        Name(worlds, "third").Should().BeNull("the request in the other world has ended");
        worlds.All.Select(world => world.Name).Should().Equal("default", "made", "third");
    }

    [Test]
    public void A_hundred_suites_of_a_hundred_worlds_each_find_their_world()
    {
        var worlds = Opened(limit: 64);

        for (var i = 0; i < 10_000; i++) Name(worlds, $"test-{i}").Should().BeNull();

        worlds.Count.Should().Be(64);
    }

    [Test]
    public void A_world_that_a_request_is_in_does_not_expire()
    {
        var worlds = Opened(limit: 8);
        worlds.IdleTimeout = TimeSpan.FromMinutes(30);
        worlds.Resolve("slow", null, crossSite: false, out var slow);

        using (slow.Begin())
        {
            _machine.Advance(TimeSpan.FromHours(2));
            worlds.Find("slow").Should().BeSameAs(slow);
            Name(worlds, "other");
        }

        worlds.Find("slow").Should().BeSameAs(slow, "the end of a request is a use");
        _machine.Advance(TimeSpan.FromMinutes(31));
        worlds.Find("slow").Should().BeNull();
    }

    [Test]
    public void A_request_of_another_site_creates_no_world_but_may_use_one()
    {
        var worlds = Opened(limit: 8);
        Name(worlds, "known");

        worlds.Resolve("known", null, crossSite: true, out _).Should().BeNull();
        worlds.Resolve(null, null, crossSite: true, out _).Should().BeNull();
        worlds.Resolve("new", null, crossSite: true, out _)!.Status.Should().Be(403);
        worlds.Resolve(null, "new", crossSite: true, out _)!.Status.Should().Be(403);

        worlds.Find("new").Should().BeNull();
    }

    private Worlds Opened(int limit)
    {
        var worlds = new Worlds(new WorldParts(1, _machine, () => new WorldClock(_machine, () => null)), Graph.Empty(Small.Schema), limit);
        worlds.Open(Small.Empty);
        return worlds;
    }

    private Reply? Name(Worlds worlds, string name)
    {
        _machine.Advance(TimeSpan.FromSeconds(1));
        return worlds.Resolve(name, null, crossSite: false, out _);
    }
}
