using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Emulation.Http;

namespace Emulation.Control.Events;

/// <summary>Sends events to one listener until it leaves, its world is deleted or the server stops.</summary>
/// <param name="hub">Where the events come from.</param>
/// <param name="world">The name of the world; null: all worlds.</param>
/// <param name="last">The id of the last event that the listener has; null when it has none.</param>
sealed class EventStream(EventHub hub, string? world, string? last)
{
    private const int BatchSize = 64;

    /// <summary>Between two comments that show the connection to be open while nothing happens.</summary>
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(15);

    public async Task Write(PipeWriter to, CancellationToken ended)
    {
        if (!hub.TryJoin(last, out var position, out var resumed)) return;
        try
        {
            Start(to, position, resumed);
            var batch = new KeptEvent[BatchSize];
            while (!ended.IsCancellationRequested)
            {
                var isOver = WriteBatch(to, batch, ref position);
                if ((await to.FlushAsync(ended)).IsCompleted || isOver) return;
                await Next(to, position, ended);
            }
        }
        finally
        {
            hub.Leave();
        }
    }

    private void Start(PipeWriter to, long position, bool? resumed)
    {
        to.Write("retry: 1000\n\n"u8);
        Append(to, position, EventText.Of("hello", json =>
        {
            json.WriteString("world", world ?? EventRows.AllWorlds);
            if (resumed is { } known) json.WriteBoolean("resumed", known);
            else json.WriteNull("resumed");
        }));
        if (resumed is false) WriteMissed(to, position, null);
    }

    /// <summary>Writes what happened since; true when it was the last event.</summary>
    private bool WriteBatch(PipeWriter to, KeptEvent[] batch, ref long position)
    {
        var count = hub.Read(ref position, batch, out var missed);
        // Of one world it is not known how many of the lost events were its own.
        if (missed > 0) WriteMissed(to, position - count, world is null ? missed : null);
        for (var i = 0; i < count; i++)
        {
            if (world is not null && world != batch[i].World) continue;
            Append(to, batch[i].Number, batch[i].Bytes);
            if (world is not null && batch[i].Ends) return true;
        }
        return false;
    }

    /// <summary>Waits for the next event; when there is none for a while, writes a comment.</summary>
    private async Task Next(PipeWriter to, long position, CancellationToken ended)
    {
        var published = hub.WaitAfter(position);
        await published.WaitAsync(s_interval, hub.Machine, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!published.IsCompleted && !ended.IsCancellationRequested) to.Write(":\n\n"u8);
    }

    private void WriteMissed(PipeWriter to, long position, long? count) => Append(to, position, EventText.Of("missed", json =>
    {
        if (count is { } known) json.WriteNumber("count", known);
        else json.WriteNull("count");
    }));

    private void Append(PipeWriter to, long number, ReadOnlyMemory<byte> bytes)
    {
        to.Write(Encoding.ASCII.GetBytes($"id: {hub.IdOf(number)}\n"));
        to.Write(bytes.Span);
    }
}
