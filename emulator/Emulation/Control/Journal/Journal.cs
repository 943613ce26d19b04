using System.Buffers;
using Emulation.Http;

namespace Emulation.Control.Journals;

/// <summary>How much a journal keeps; beyond that, the oldest records are removed.</summary>
sealed record JournalSetting(bool IsOpen, int MaxCount, long MaxBytes)
{
    public static JournalSetting Default { get; } = new(true, 1000, 16 * 1024 * 1024);
}

/// <summary>
/// The last requests of a world and their responses, bounded by count and by bytes. They are copied into buffers that are reused: a
/// record references no request, graph or response, and a full journal allocates nothing for a new record.
/// </summary>
sealed class Journal : IJournal
{
    /// <summary>The most bytes of a body that are kept.</summary>
    public const int MostOfABody = Entry.MostOfABody;

    private readonly Lock _lock = new();
    private readonly Ring _ring = new();
    private readonly string _world;
    private readonly EntryIds _ids;
    private readonly IExchangeObserver? _observer;
    private JournalSetting _setting = JournalSetting.Default;
    private long _number;

    public Journal(string world, long seed, IExchangeObserver? observer = null) =>
        (_world, _ids, _observer) = (world, new EntryIds(seed), observer);

    public bool IsOpen => Setting.IsOpen || _observer is { IsOpen: true };

    public JournalSetting Setting => Volatile.Read(ref _setting);

    public (int Count, long Bytes) Size
    {
        get
        {
            lock (_lock) return (_ring.Count, _ring.Bytes);
        }
    }

    /// <summary>All exchanges, newest first. They stay valid when the journal changes.</summary>
    internal IReadOnlyList<Exchange> Entries
    {
        get
        {
            JournalRecord[] records;
            lock (_lock) records = [.. _ring.Newest()];
            return [.. records.Select(record =>
                new Exchange(_ids.Of(record.Details.Number), _world, record.Serial, record.Details, record.Location))];
        }
    }

    public void Set(JournalSetting setting)
    {
        lock (_lock)
        {
            Volatile.Write(ref _setting, setting);
            _ring.Shrink(setting.MaxCount, setting.MaxBytes, 0);
        }
    }

    /// <summary>Removes all records and starts numbering at 1 again.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _ring.Clear();
            _number = 0;
        }
    }

    /// <summary>Removes all records; numbering continues, so that no id is used twice between resets.</summary>
    public void RemoveAll()
    {
        lock (_lock) _ring.Clear();
    }

    internal void Remove(IReadOnlySet<long> serials)
    {
        lock (_lock) _ring.Remove(serials);
    }

    public void Record(in Entry entry)
    {
        var number = Setting.IsOpen ? Keep(entry) : 0;
        if (_observer is { IsOpen: true }) _observer.Recorded(entry, number > 0 ? _ids.Of(number) : null);
    }

    /// <summary>Keeps an exchange; returns its number, or 0 when the journal was closed in the meantime.</summary>
    private long Keep(in Entry entry)
    {
        var (call, reply) = (entry.Call, entry.Reply);
        var isHead = string.Equals(call.Method, "HEAD", StringComparison.Ordinal);
        var whole = reply.Writers is null ? entry.Body : Beginning(reply.Writers);
        var hasLength = reply.Writers is null && reply.Status is not (0 or 204 or 304);
        var encoder = RecordEncoder.Rent;
        encoder.Write(call.Target.Raw, call.Headers, reply, hasLength ? (int)entry.BodyLength : null);
        var requestBody = call.Body.Length > MostOfABody ? call.Body.Slice(0, MostOfABody) : call.Body;
        var answerBody = isHead ? default : whole.Span[..Math.Min(whole.Length, MostOfABody)];
        var details = DetailsOf(entry, isHead ? 0 : reply.Writers is null ? entry.BodyLength : -1);

        // Only the memory is allocated under the lock; the bytes are copied concurrently with those of other requests.
        RecordLocation location;
        long serial, number;
        lock (_lock)
        {
            var setting = _setting;
            if (!setting.IsOpen) return 0;
            var lengths = (encoder.Written.Length, (int)requestBody.Length, answerBody.Length);
            number = ++_number;
            serial = _ring.Add(details with { Number = number }, lengths, setting, out location);
        }
        var destination = location.Buffer.Bytes.AsSpan(location.At, location.Length);
        encoder.Written.CopyTo(destination);
        requestBody.CopyTo(destination[location.Texts..]);
        answerBody.CopyTo(destination[(location.Texts + location.RequestBody)..]);
        lock (_lock) _ring.CompleteWrite(serial, location.Buffer);
        return number;
    }

    private static ExchangeDetails DetailsOf(in Entry entry, long answerBytes)
    {
        var (call, reply) = (entry.Call, entry.Reply);
        return new ExchangeDetails(
            0, call.Now, call.MachineNow, entry.Duration, call.Method, call.Scheme, call.Protocol, call.Connection?.RemoteIpAddress,
            call.Api, call.Match.Route, call.Match.Allowed, entry.Caller.Name, reply.Status, reply.Reason,
            entry.Stub, entry.Fault, entry.Delay, entry.ConnectionFault, entry.Note, entry.VersionBefore, entry.VersionAfter,
            entry.Exception is { } bug ? new Bug(bug.GetType().FullName ?? "", bug.Message) : null,
            call.Body.Length, answerBytes);
    }

    // Writers are pure, so the recorded beginning of a stream is written a second time instead of being captured while it is sent.
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
