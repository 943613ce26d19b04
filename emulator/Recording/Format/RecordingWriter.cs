using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Emulation.Recordings.Format;

/// <summary>
/// Writes a recording, one line at a time: a line is in the file, as a whole, before the next one begins. When writing fails, what was
/// written of the unfinished line is removed.
/// </summary>
sealed class RecordingWriter : IDisposable
{
    private readonly Stream _file;
    private readonly ArrayBufferWriter<byte> _line = new();
    private long _length;

    /// <exception cref="IOException">The header cannot be written.</exception>
    public RecordingWriter(Stream file, RecordingHeader header)
    {
        _file = file;
        WriteLine(header, ReadableJson.Context.RecordingHeader);
    }

    public long Count { get; private set; }

    /// <exception cref="IOException">The exchange cannot be written; the file ends with the one before.</exception>
    public void Write(RecordedExchange exchange)
    {
        exchange = exchange with { Number = Count + 1 };
        WriteLine(exchange, ReadableJson.Context.RecordedExchange);
        Count++;
    }

    public void Dispose() => _file.Dispose();

    private void WriteLine<T>(T value, JsonTypeInfo<T> type)
    {
        _line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_line, new JsonWriterOptions { Encoder = type.Options.Encoder }))
            JsonSerializer.Serialize(json, value, type);
        _line.Write("\n"u8);
        try
        {
            _file.Write(_line.WrittenSpan);
            _file.Flush();
            _length += _line.WrittenCount;
        }
        catch (IOException)
        {
            RemoveUnfinishedLine();
            throw;
        }
    }

    private void RemoveUnfinishedLine()
    {
        if (!_file.CanSeek) return;
        try
        {
            _file.SetLength(_length);
        }
        catch (IOException)
        {
            // Readers skip an unfinished last line.
        }
    }
}
