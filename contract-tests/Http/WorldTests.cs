using Emulation.Graphs;
using Emulation.Http;
using Emulation.Tests.Graphs;
using Emulation.Tests.Support;

namespace Emulation.Tests.Http;

class WorldTests
{
    private static readonly DateTimeOffset s_noon = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void A_world_named_for_the_first_time_is_forked_from_the_dataset()
    {
        var worlds = Opened(most: 4);
        worlds.Resolve(null, null, crossSite: false, out var home);
        home.Store.Write(graph => (graph.Add(new Item(1, 1, "a", 1)), 0));

        var refusal = worlds.Resolve("mine", null, crossSite: false, out var mine);

        refusal.Should().BeNull();
        mine.Store.Current.Should().BeSameAs(worlds.Dataset);
        worlds.Resolve(null, "mine", crossSite: false, out var again);
        again.Should().BeSameAs(mine);
    }

    [TestCase("a b")]
    [TestCase("")]
    [TestCase("ä")]
    [TestCase("x/y")]
    public void A_bad_name_is_refused(string name)
    {
        Opened(most: 4).Resolve(name, null, crossSite: false, out _)!.Status.Should().Be(400);
    }

    [Test]
    public void A_name_has_at_most_64_signs()
    {
        Opened(most: 4).Resolve(new string('a', 64), null, crossSite: false, out _).Should().BeNull();
        Opened(most: 4).Resolve(new string('a', 65), null, crossSite: false, out _)!.Status.Should().Be(400);
    }

    [Test]
    public void Header_and_prefix_must_agree()
    {
        Opened(most: 4).Resolve("a", "b", crossSite: false, out _)!.Status.Should().Be(409);
        Opened(most: 4).Resolve("a", "a", crossSite: false, out _).Should().BeNull();
    }

    [Test]
    public void Reset_puts_graph_clock_and_error_ids_back()
    {
        var worlds = Opened(most: 2);
        worlds.Resolve(null, null, crossSite: false, out var world);
        var first = world.ErrorIds.Next();
        world.Store.Write(graph => (graph.Add(new Item(1, 1, "a", 1)), 0));
        world.Clock.Freeze(s_noon.AddYears(1));

        world.Reset();

        world.Store.Current.Should().BeSameAs(worlds.Dataset);
        world.Clock.GetUtcNow().Should().Be(s_noon);
        world.ErrorIds.Next().Should().Be(first);
    }

    [Test]
    public void Error_ids_are_version_4_and_the_same_for_the_same_seed()
    {
        var ids = Enumerable.Range(0, 100).Select(_ => new ErrorIds(5)).Select(source => source.Next()).Distinct();
        var many = new ErrorIds(5);

        ids.Should().ContainSingle();
        Enumerable.Range(0, 1000).Select(_ => many.Next().ToString()).Should().OnlyHaveUniqueItems()
            .And.OnlyContain(text => text[14] == '4' && "89ab".Contains(text[19]));
    }

    [Test]
    public void A_clock_may_start_at_a_moment_and_runs_with_the_machine()
    {
        var machine = new HandClock(s_noon);
        var clock = new WorldClock(machine, () => new DateTimeOffset(2017, 11, 7, 0, 0, 0, TimeSpan.Zero));

        machine.Advance(TimeSpan.FromMinutes(5));

        clock.GetUtcNow().Should().Be(new DateTimeOffset(2017, 11, 7, 0, 5, 0, TimeSpan.Zero));
    }

    private static Worlds Opened(int most)
    {
        var machine = new HandClock(s_noon);
        var worlds = new Worlds(new WorldParts(1, machine, () => new WorldClock(machine, () => null)), Graph.Empty(Small.Schema), most);
        worlds.Open(Small.Empty);
        return worlds;
    }
}
