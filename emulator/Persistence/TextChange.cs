using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Emulation.Persistence;

/// <summary>
/// What differs between two texts of JSON objects: <c>[{"at","cut","put"}]</c>, one for each member that differs: so many bytes after this
/// position of the old text are replaced by these.
/// </summary>
static class TextChange
{
    private static readonly JsonWriterOptions s_options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Null when the objects have other members, or the change would not be much shorter than the new text.</summary>
    public static byte[]? Of(ReadOnlySpan<byte> old, ReadOnlySpan<byte> now)
    {
        if (Find(old, now) is not { } splices || splices.Sum(splice => splice.Length) > now.Length / 2) return null;
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, s_options);
        json.WriteStartArray();
        foreach (var splice in splices)
        {
            json.WriteStartObject();
            json.WriteNumber("at", splice.At);
            json.WriteNumber("cut", splice.Cut);
            json.WriteString("put", now.Slice(splice.From, splice.Length));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="FormatException">It is no change of this text.</exception>
    public static byte[] Apply(byte[] old, JsonElement change)
    {
        using var now = new MemoryStream(old.Length);
        var done = 0;
        foreach (var splice in change.EnumerateArray())
        {
            var (at, cut) = (splice.GetProperty("at").GetInt32(), splice.GetProperty("cut").GetInt32());
            if (at < done || cut < 0 || at > old.Length - cut)
                throw new FormatException("a change of a state does not fit the one before it");
            now.Write(old, done, at - done);
            now.Write(Encoding.UTF8.GetBytes(splice.GetProperty("put").GetString()!));
            done = at + cut;
        }
        now.Write(old, done, old.Length - done);
        return now.ToArray();
    }

    private static List<Splice>? Find(ReadOnlySpan<byte> old, ReadOnlySpan<byte> now)
    {
        var (before, after) = (Values(old), Values(now));
        if (before.Count != after.Count) return null;
        List<Splice> splices = [];
        var (oldEnd, newEnd) = (0, 0);
        for (var i = 0; i < before.Count; i++)
        {
            // Between the values are names and commas.
            if (!old[oldEnd..before[i].Start].SequenceEqual(now[newEnd..after[i].Start])) return null;
            (oldEnd, newEnd) = (before[i].End, after[i].End);
            var one = old[before[i].Start..oldEnd];
            var other = now[after[i].Start..newEnd];
            if (one.SequenceEqual(other)) continue;
            var (begin, end) = Common(one, other);
            splices.Add(new(before[i].Start + begin, one.Length - begin - end, after[i].Start + begin, other.Length - begin - end));
        }
        return old[oldEnd..].SequenceEqual(now[newEnd..]) ? splices : null;
    }

    /// <summary>How many bytes are the same at the beginning and at the end. No character is cut.</summary>
    private static (int Begin, int End) Common(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var begin = one.CommonPrefixLength(other);
        while (begin > 0 && (IsInside(one, begin) || IsInside(other, begin))) begin--;
        var (end, most) = (0, Math.Min(one.Length, other.Length) - begin);
        while (end < most && one[^(end + 1)] == other[^(end + 1)]) end++;
        while (end > 0 && IsInside(other, other.Length - end)) end--;
        return (begin, end);
    }

    private static bool IsInside(ReadOnlySpan<byte> text, int at) => at < text.Length && (text[at] & 0xC0) == 0x80;

    /// <summary>The places of an object's values; none when it is no object.</summary>
    private static List<(int Start, int End)> Values(ReadOnlySpan<byte> text)
    {
        List<(int, int)> values = [];
        var reader = new Utf8JsonReader(text);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return values;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            values.Add((start, (int)reader.BytesConsumed));
        }
        return values;
    }

    /// <param name="At">Where the old text changes.</param>
    /// <param name="Cut">How many bytes of it are left out.</param>
    /// <param name="From">Where the new text has what comes in their place.</param>
    /// <param name="Length">How many bytes that is.</param>
    private readonly record struct Splice(int At, int Cut, int From, int Length);
}
