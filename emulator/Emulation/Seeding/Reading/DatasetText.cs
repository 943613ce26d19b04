using System.Buffers;
using Emulation.Files;

namespace Emulation.Seeding.Reading;

/// <summary>
/// The text of a dataset, in the pieces it came in; that of a file is read when it is looked at.
/// </summary>
sealed class DatasetText : IDisposable
{
    private const int Piece = 1 << 20;

    private static readonly byte[] s_byteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <param name="source">How errors name it.</param>
    /// <param name="bytes">UTF-8. A byte order mark at the beginning is left out.</param>
    public DatasetText(string source, ReadOnlySequence<byte> bytes)
    {
        Source = source;
        var start = bytes.Length < s_byteOrderMark.Length ? default : bytes.Slice(0, s_byteOrderMark.Length).ToArray();
        Bytes = start.AsSpan().SequenceEqual(s_byteOrderMark) ? bytes.Slice(s_byteOrderMark.Length) : bytes;
    }

    public string Source { get; }

    public ReadOnlySequence<byte> Bytes { get; }

    private FileStream? File { get; init; }

    /// <summary>The text of a file, which stays open until this is disposed.</summary>
    public static DatasetText Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        // A pipe is read once.
        if (!stream.CanSeek)
        {
            using (stream) return Read(path, stream);
        }
        return new DatasetText(path, FileBytes.Of(stream.SafeFileHandle).All) { File = stream };
    }

    public void Dispose() => File?.Dispose();

    private static DatasetText Read(string source, Stream from)
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
}
