namespace Emulation.Control.Journals;

/// <summary>Records in the order they were added; the oldest make room. Guarded by the journal's lock.</summary>
sealed class Ring
{
    private readonly Chunks _chunks = new();
    private Record[] _records = new Record[16];
    private int _first;
    private long _serial;

    public int Count { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Reserves room for a record; it counts as there once it is <see cref="Written"/>.</summary>
    public long Add(in Facts facts, int texts, int requestBody, int answerBody, JournalSetting setting, out Place place)
    {
        var length = texts + requestBody + answerBody;
        Shrink(setting.Most - 1, setting.MostBytes, length);
        if (Count == _records.Length) Grow();
        var chunk = _chunks.For(length);
        place = new Place(chunk, chunk.Take(length), texts, requestBody, answerBody);
        _records[At(Count++)] = new Record(++_serial, facts, place);
        Bytes += length;
        return _serial;
    }

    public void Written(long serial, Chunk chunk)
    {
        chunk.Written();
        // It is among the newest, if it is there at all.
        for (var i = Count - 1; i >= 0 && _records[At(i)].Serial >= serial; i--)
            if (_records[At(i)].Serial == serial) _records[At(i)].IsWritten = true;
    }

    /// <summary>Those that are written, the newest first. Their memory is not used again.</summary>
    public IEnumerable<Record> Newest()
    {
        for (var i = Count - 1; i >= 0; i--)
        {
            var record = _records[At(i)];
            if (!record.IsWritten) continue;
            record.Place.Chunk.Share();
            yield return record;
        }
    }

    /// <summary>Lets the oldest go until there are at most so many, and room for what comes; what comes may alone be too large.</summary>
    public void Shrink(int most, long mostBytes, int coming)
    {
        while (Count > 0 && (Count > most || Bytes + coming > mostBytes))
        {
            Drop(_records[_first]);
            _records[_first] = default;
            _first = At(1);
            Count--;
        }
    }

    public void Remove(IReadOnlySet<long> serials)
    {
        var kept = new Record[_records.Length];
        var count = 0;
        for (var i = 0; i < Count; i++)
        {
            var record = _records[At(i)];
            if (serials.Contains(record.Serial)) Drop(record);
            else kept[count++] = record;
        }
        (_records, _first, Count) = (kept, 0, count);
    }

    public void Clear()
    {
        _records = new Record[16];
        (_first, Count, Bytes) = (0, 0, 0);
        _chunks.Clear();
    }

    private void Drop(in Record record)
    {
        Bytes -= record.Place.Length;
        _chunks.Forget(record.Place.Chunk);
    }

    private int At(int place)
    {
        var at = _first + place;
        return at < _records.Length ? at : at - _records.Length;
    }

    private void Grow()
    {
        var larger = new Record[2 * _records.Length];
        for (var i = 0; i < Count; i++) larger[i] = _records[At(i)];
        (_records, _first) = (larger, 0);
    }
}
