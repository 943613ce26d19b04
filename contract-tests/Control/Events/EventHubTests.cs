using System.Text;
using Emulation.Control.Events;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Events;

class EventHubTests
{
    private static readonly ReadOnlyMemory<byte> s_bytes = Encoding.ASCII.GetBytes("event: x\ndata: {}\n\n");

    private readonly EventHub _hub = new(new HandClock(Plane.Noon));

    [Test]
    public void Without_listeners_nothing_is_published()
    {
        _hub.Publish("default", s_bytes);

        _hub.IsOpen.Should().BeFalse();
        _hub.TryJoin(null, out var position, out _).Should().BeTrue();
        _hub.Read(ref position, new KeptEvent[8], out _).Should().Be(0);
    }

    [Test]
    public void A_slow_listener_misses_the_oldest_and_learns_how_many()
    {
        _hub.TryJoin(null, out var position, out _);
        for (var i = 0; i < EventHub.Kept + 10; i++) _hub.Publish("default", s_bytes);

        var count = _hub.Read(ref position, new KeptEvent[2000], out var missed);

        (missed, count).Should().Be((10, EventHub.Kept));
        _hub.Read(ref position, new KeptEvent[8], out missed).Should().Be(0);
        missed.Should().Be(0);
    }

    [Test]
    public void A_wait_ends_with_the_next_event()
    {
        _hub.TryJoin(null, out var position, out _);
        var wait = _hub.WaitAfter(position);
        wait.IsCompleted.Should().BeFalse();

        _hub.Publish("default", s_bytes);

        wait.IsCompleted.Should().BeTrue();
        _hub.WaitAfter(position).IsCompleted.Should().BeTrue();
    }

    [Test]
    public void After_the_last_listener_left_one_ring_of_events_is_kept_and_then_none()
    {
        _hub.TryJoin(null, out var position, out _);
        _hub.Publish("default", s_bytes);
        var last = _hub.IdOf(position + 1);
        _hub.Leave();

        for (var i = 0; i < EventHub.Kept - 1; i++) _hub.Publish("default", s_bytes);
        _hub.IsOpen.Should().BeTrue();
        Resumes(last).Should().BeTrue();

        for (var i = 0; i < EventHub.Kept; i++) _hub.Publish("default", s_bytes);
        _hub.IsOpen.Should().BeFalse();
        Resumes(last).Should().BeFalse();
    }

    [Test]
    public void An_id_from_before_a_time_without_listeners_does_not_resume()
    {
        _hub.TryJoin(null, out var position, out _);
        _hub.Leave();
        for (var i = 0; i < EventHub.Kept; i++) _hub.Publish("default", s_bytes);
        var last = _hub.IdOf(position + EventHub.Kept);

        Resumes(last).Should().BeFalse();
    }

    private bool? Resumes(string last)
    {
        _hub.TryJoin(last, out _, out var resumed);
        _hub.Leave();
        return resumed;
    }
}
