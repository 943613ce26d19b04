using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace Emulation.Files;

/// <summary>
/// The bytes of a file as a sequence in pieces. A piece is read when it is looked at, and forgotten when others are, so that a file of any
/// size takes little memory, however often it is read. For one thread at a time.
/// </summary>
sealed class FileBytes
{
    // Below what the garbage collector treats as a large object.
    private const int PieceLength = 64 * 1024;
    private const int PiecesInMemory = 16;

    private readonly SafeFileHandle _file;
    private readonly Piece?[] _read = new Piece?[PiecesInMemory];
    private int _next;

    private FileBytes(SafeFileHandle file, long length)
    {
        _file = file;
        Segment? first = null, last = null;
        for (var offset = 0L; offset < length; offset += PieceLength)
        {
            var piece = new Piece(this, offset, (int)Math.Min(PieceLength, length - offset));
            last = new Segment(piece.All, offset, last);
            first ??= last;
        }
        All = first is null ? default : new ReadOnlySequence<byte>(first, 0, last!, last!.Memory.Length);
    }

    /// <summary>Usable while the file is open.</summary>
    public ReadOnlySequence<byte> All { get; }

    /// <summary>The bytes of an open file, which is closed by the one who opened it.</summary>
    public static FileBytes Of(SafeFileHandle file) => new(file, RandomAccess.GetLength(file));

    private byte[] Read(Piece piece, long offset, int length)
    {
        var bytes = new byte[length];
        for (var done = 0; done < length;)
        {
            var count = RandomAccess.Read(_file, bytes.AsSpan(done), offset + done);
            if (count == 0) throw new IOException("The file became shorter while it was read.");
            done += count;
        }
        _read[_next]?.Forget();
        _read[_next] = piece;
        _next = (_next + 1) % PiecesInMemory;
        return bytes;
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long offset, Segment? before)
        {
            (Memory, RunningIndex) = (memory, offset);
            if (before is not null) before.Next = this;
        }
    }

    /// <summary>Spans of a forgotten piece stay valid, because the garbage collector owns the bytes.</summary>
    private sealed class Piece(FileBytes of, long offset, int length) : MemoryManager<byte>
    {
        private byte[]? _bytes;

        public Memory<byte> All => CreateMemory(length);

        public override Span<byte> GetSpan() => _bytes ??= of.Read(this, offset, length);

        public void Forget() => _bytes = null;

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException("A piece of a file is not pinned.");

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
