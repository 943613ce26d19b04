namespace Emulation.Control.Journals;

/// <summary>A ring buffer of records, from which the oldest are removed first. Guarded by the journal's lock.</summary>
sealed class Ring
{
    private readonly RecordBufferPool _buffers = new();
    private JournalRecord[] _records = new JournalRecord[16];
    private int _first;
    private long _serial;

    public int Count { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Allocates memory for a record, which is visible after <see cref="CompleteWrite"/>.</summary>
    public long Add(
        in ExchangeDetails details,
        (int Texts, int RequestBody, int AnswerBody) lengths,
        JournalSetting setting,
        out RecordLocation location)
    {
        var length = lengths.Texts + lengths.RequestBody + lengths.AnswerBody;
        Shrink(setting.MaxCount - 1, setting.MaxBytes, length);
        if (Count == _records.Length) Grow();
        var buffer = _buffers.Find(length);
        location = new RecordLocation(buffer, buffer.Allocate(length), lengths.Texts, lengths.RequestBody, lengths.AnswerBody);
        _records[At(Count++)] = new JournalRecord(++_serial, details, location);
        Bytes += length;
        return _serial;
    }

    public void CompleteWrite(long serial, RecordBuffer buffer)
    {
        buffer.CompleteWrite();
        // The record is among the newest, unless it was removed already.
        for (var i = Count - 1; i >= 0 && _records[At(i)].Serial >= serial; i--)
            if (_records[At(i)].Serial == serial) _records[At(i)].IsWritten = true;
    }

    /// <summary>The completely written records, newest first. Their memory is not used again.</summary>
    public IEnumerable<JournalRecord> Newest()
    {
        for (var i = Count - 1; i >= 0; i--)
        {
            var record = _records[At(i)];
            if (!record.IsWritten) continue;
            record.Location.Buffer.MarkShared();
            yield return record;
        }
    }

    /// <summary>
    /// Removes the oldest records until the limits hold with the coming record; a record that alone is too large is accepted.
    /// </summary>
    public void Shrink(int maxCount, long maxBytes, int coming)
    {
        while (Count > 0 && (Count > maxCount || Bytes + coming > maxBytes))
        {
            Drop(_records[_first]);
            _records[_first] = default;
            _first = At(1);
            Count--;
        }
    }

    public void Remove(IReadOnlySet<long> serials)
    {
        var kept = new JournalRecord[_records.Length];
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
        _records = new JournalRecord[16];
        (_first, Count, Bytes) = (0, 0, 0);
        _buffers.Clear();
    }

    private void Drop(in JournalRecord record)
    {
        Bytes -= record.Location.Length;
        _buffers.Release(record.Location.Buffer);
    }

    private int At(int index)
    {
        var at = _first + index;
        return at < _records.Length ? at : at - _records.Length;
    }

    private void Grow()
    {
        var larger = new JournalRecord[2 * _records.Length];
        for (var i = 0; i < Count; i++) larger[i] = _records[At(i)];
        (_records, _first) = (larger, 0);
    }
}
