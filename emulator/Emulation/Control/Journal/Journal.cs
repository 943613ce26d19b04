using System.Buffers;
using Emulation.Http;

namespace Emulation.Control.Journals;

/// <summary>How much a journal keeps; when it is more, the oldest go.</summary>
sealed record JournalSetting(bool IsOpen, int Most, long MostBytes)
{
    public static JournalSetting Usual { get; } = new(true, 1000, 16 * 1024 * 1024);
}

/// <summary>
/// The last requests of a world and their answers, bounded by count and by bytes. What is kept is copied into memory that is used
/// again and again: a record holds on to no request, no graph and no answer, and in the long run nothing is allocated for one.
/// </summary>
sealed class Journal : IJournal
{
    /// <summary>How much of a body is kept.</summary>
    public const int MostOfABody = Entry.MostOfABody;

    private readonly Lock _lock = new();
    private readonly Ring _ring = new();
    private readonly string _world;
    private readonly EntryIds _ids;
    private JournalSetting _setting = JournalSetting.Usual;
    private long _number;

    public Journal(string world, long seed) => (_world, _ids) = (world, new EntryIds(seed));

    public bool IsOpen => Setting.IsOpen;

    public JournalSetting Setting => Volatile.Read(ref _setting);

    public (int Count, long Bytes) Size
    {
        get
        {
            lock (_lock) return (_ring.Count, _ring.Bytes);
        }
    }

    /// <summary>All there are, the newest first. They stay as they are, whatever becomes of the journal.</summary>
    internal IReadOnlyList<Exchange> Entries
    {
        get
        {
            Record[] records;
            lock (_lock) records = [.. _ring.Newest()];
            return [.. records.Select(record => new Exchange(_ids.Of(record.Facts.Number), _world, record.Serial, record.Facts, record.Place))];
        }
    }

    public void Set(JournalSetting setting)
    {
        lock (_lock)
        {
            Volatile.Write(ref _setting, setting);
            _ring.Shrink(setting.Most, setting.MostBytes, 0);
        }
    }

    /// <summary>Empty, and numbered from 1 again.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _ring.Clear();
            _number = 0;
        }
    }

    /// <summary>Empty; what comes is numbered on, so that no id is used twice in one life of a world.</summary>
    public void Forget()
    {
        lock (_lock) _ring.Clear();
    }

    internal void Forget(IReadOnlySet<long> serials)
    {
        lock (_lock) _ring.Remove(serials);
    }

    public void Record(in Entry entry)
    {
        var (call, reply) = (entry.Call, entry.Reply);
        var isHead = string.Equals(call.Method, "HEAD", StringComparison.Ordinal);
        var whole = reply.Writers is null ? entry.Body : Beginning(reply.Writers);
        var ink = Ink.Fresh;
        ink.Write(call.Target.Raw, call.Headers, reply, reply.Writers is null && reply.Status is not (0 or 204 or 304) ? (int)entry.BodyLength : null);
        var asked = call.Body.Length > MostOfABody ? call.Body.Slice(0, MostOfABody) : call.Body;
        var answered = isHead ? default : whole.Span[..Math.Min(whole.Length, MostOfABody)];
        var facts = FactsOf(entry, isHead ? 0 : reply.Writers is null ? entry.BodyLength : -1);

        // Only where it goes is settled under the lock; a page of 50 KB is copied beside the next request's.
        Place place;
        long serial;
        lock (_lock)
        {
            var setting = _setting;
            if (!setting.IsOpen) return;
            serial = _ring.Add(facts with { Number = ++_number }, ink.Written.Length, (int)asked.Length, answered.Length, setting, out place);
        }
        var room = place.Chunk.Bytes.AsSpan(place.At, place.Length);
        ink.Written.CopyTo(room);
        asked.CopyTo(room[place.Texts..]);
        answered.CopyTo(room[(place.Texts + place.RequestBody)..]);
        lock (_lock) _ring.Written(serial, place.Chunk);
    }

    private static Facts FactsOf(in Entry entry, long answerBytes)
    {
        var (call, reply) = (entry.Call, entry.Reply);
        return new Facts(
            0, call.Now, call.MachineNow, entry.Duration, call.Method, call.Scheme, call.Protocol, call.Connection?.RemoteIpAddress,
            call.Api, call.Match.Route, call.Match.Allowed, entry.Caller.Name, reply.Status, reply.Reason, entry.Stub, entry.Fault, entry.Delay, entry.ConnectionFault, entry.Note,
            entry.VersionBefore, entry.VersionAfter, entry.Exception is { } bug ? new Bug(bug.GetType().FullName ?? "", bug.Message) : null,
            call.Body.Length, answerBytes);
    }

    // A stream is pure, so what is kept of it is written a second time rather than listened to.
    private static ReadOnlyMemory<byte> Beginning(IEnumerable<Writer> writers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var part in writers)
        {
            part(buffer);
            if (buffer.WrittenCount >= MostOfABody) break;
        }
        return buffer.WrittenMemory;
    }
}
