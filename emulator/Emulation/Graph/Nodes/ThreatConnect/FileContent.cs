namespace Emulation.Graphs.ThreatConnect;

/// <summary>
/// The bytes of a file; never written to. Those of generated files are made each time they are read: a graph of a million nodes has ten
/// thousand files.
/// </summary>
sealed class FileContent
{
    private readonly byte[]? _bytes;
    private readonly Func<byte[]>? _make;
    private long _generatedLength = -1;

    public FileContent(byte[] bytes) => _bytes = bytes;

    /// <param name="make">A pure function: it gives the same bytes at every call, on every thread.</param>
    public FileContent(Func<byte[]> make) => _make = make;

    public byte[] Bytes => _bytes ?? _make!();

    /// <summary>The number of bytes of a generated file, which is made once to count them; null for other files.</summary>
    public long? GeneratedLength
    {
        get
        {
            if (_make is null) return null;
            var known = Volatile.Read(ref _generatedLength);
            if (known >= 0) return known;
            Volatile.Write(ref _generatedLength, _make().LongLength);
            return _generatedLength;
        }
    }
}
