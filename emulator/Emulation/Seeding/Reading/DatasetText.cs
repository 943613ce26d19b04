using System.Buffers;

namespace Emulation.Seeding.Reading;

/// <summary>The text of a dataset, held once, in the pieces it came in: it is read as a stream, and again only to find the line of an error.</summary>
sealed class DatasetText
{
    private const int Piece = 1 << 20;

    private static readonly byte[] s_mark = [0xEF, 0xBB, 0xBF];

    /// <param name="source">How errors name it.</param>
    /// <param name="bytes">UTF-8. Editors of one system like to begin a file with a mark that JSON does not know.</param>
    public DatasetText(string source, ReadOnlySequence<byte> bytes)
    {
        Source = source;
        var mark = bytes.Length < s_mark.Length ? default : bytes.Slice(0, s_mark.Length).ToArray();
        Bytes = mark.AsSpan().SequenceEqual(s_mark) ? bytes.Slice(s_mark.Length) : bytes;
    }

    public string Source { get; }

    public ReadOnlySequence<byte> Bytes { get; }

    public static DatasetText Read(string source, Stream from)
    {
        Part? first = null, last = null;
        while (true)
        {
            var bytes = new byte[Piece];
            var count = from.ReadAtLeast(bytes, Piece, throwOnEndOfStream: false);
            last = new Part(bytes.AsMemory(0, count), last);
            first ??= last;
            if (count < Piece) return new DatasetText(source, new ReadOnlySequence<byte>(first, 0, last, count));
        }
    }

    public Stream OpenRead() => new Reading(Bytes);

    /// <summary>The line, from 1, of a byte.</summary>
    public int LineAt(long position)
    {
        var line = 1;
        foreach (var piece in Bytes.Slice(0, position)) line += piece.Span.Count((byte)'\n');
        return line;
    }

    private sealed class Part : ReadOnlySequenceSegment<byte>
    {
        public Part(ReadOnlyMemory<byte> bytes, Part? before)
        {
            Memory = bytes;
            if (before is null) return;
            RunningIndex = before.RunningIndex + before.Memory.Length;
            before.Next = this;
        }
    }

    private sealed class Reading(ReadOnlySequence<byte> rest) : Stream
    {
        private ReadOnlySequence<byte> _rest = rest;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, _rest.Length);
            _rest.Slice(0, count).CopyTo(buffer);
            _rest = _rest.Slice(count);
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
            // Nothing is written.
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
