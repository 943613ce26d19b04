using System.Buffers;
using Emulation.Files;
using Microsoft.Win32.SafeHandles;

namespace Emulation.Http;

/// <summary>A large body in a temporary file, which has no name any more or ends with its handle.</summary>
sealed class SpooledBody : IDisposable
{
    private readonly SafeFileHandle _file;
    private FileBytes? _bytes;
    private long _length;

    private SpooledBody(SafeFileHandle file) => _file = file;

    /// <summary>The folder of temporary files, which the environment sets.</summary>
    public static string Folder => Path.GetTempPath();

    /// <summary>Null: a temporary file cannot be created.</summary>
    public static SpooledBody? Create()
    {
        try
        {
            var path = Path.GetTempFileName();
            var atEnd = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None;
            var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, atEnd);
            if (!OperatingSystem.IsWindows()) File.Delete(path);
            return new SpooledBody(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>False when the disk is full; what was written before stays.</summary>
    public bool TryWrite(ReadOnlySequence<byte> bytes)
    {
        try
        {
            var offset = _length;
            foreach (var piece in bytes)
            {
                RandomAccess.Write(_file, piece.Span, offset);
                offset += piece.Length;
            }
            _length = offset;
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public long Length => _length;

    /// <summary>What was written, until this is disposed.</summary>
    public ReadOnlySequence<byte> Bytes => (_bytes ??= FileBytes.Of(_file)).All;

    public void Dispose() => _file.Dispose();
}
