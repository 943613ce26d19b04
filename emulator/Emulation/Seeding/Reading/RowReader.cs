using System.Buffers;
using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Emulation.Seeding.Reading;

/// <summary>Where an array of rows begins in the text of a dataset.</summary>
/// <param name="Name">The member.</param>
/// <param name="Text">What follows its opening bracket.</param>
sealed record RowArray(string Name, ReadOnlySequence<byte> Text)
{
    public IEnumerable<TRow> Of<TRow>(JsonTypeInfo<TRow> type) where TRow : class => new RowReader<TRow>(this, type);
}

/// <summary>
/// Reads rows one at a time from the text while they are enumerated, each time anew: a million rows are never in memory together. The text
/// was checked to be JSON before.
/// </summary>
sealed class RowReader<TRow>(RowArray array, JsonTypeInfo<TRow> type) : IEnumerable<TRow> where TRow : class
{
    private static readonly JsonReaderOptions s_lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public IEnumerator<TRow> GetEnumerator()
    {
        var rest = array.Text;
        for (var position = 0; TryRead(ref rest, position, out var row); position++) yield return row;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool TryRead(ref ReadOnlySequence<byte> rest, int position, [NotNullWhen(true)] out TRow? row)
    {
        row = null;
        var between = new SequenceReader<byte>(rest);
        SkipSeparators(ref between);
        if (between.IsNext((byte)']')) return false;
        var reader = new Utf8JsonReader(between.UnreadSequence, s_lenient);
        try
        {
            row = JsonSerializer.Deserialize(ref reader, type)!;
        }
        catch (JsonException fault)
        {
            throw JsonFaults.Explained($"$.{array.Name}[{position}]", fault);
        }
        rest = rest.Slice(reader.Position);
        return true;
    }

    private static void SkipSeparators(ref SequenceReader<byte> text)
    {
        while (true)
        {
            text.AdvancePastAny(" \t\r\n,"u8);
            if (text.IsNext("//"u8, advancePast: true)) text.TryAdvanceToAny("\r\n"u8);
            else if (text.IsNext("/*"u8, advancePast: true)) text.TryReadTo(out ReadOnlySequence<byte> _, "*/"u8);
            else return;
        }
    }
}
