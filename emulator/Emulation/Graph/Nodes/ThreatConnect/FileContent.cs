namespace Emulation.Graphs.ThreatConnect;

/// <summary>
/// The bytes of a file; never written to. Those of generated files are made each time they are read: a graph of a million nodes has ten
/// thousand files.
/// </summary>
sealed class FileContent
{
    private readonly byte[]? _bytes;
    private readonly Func<byte[]>? _make;

    public FileContent(byte[] bytes) => _bytes = bytes;

    /// <param name="make">A pure function: it gives the same bytes at every call, on every thread.</param>
    public FileContent(Func<byte[]> make) => _make = make;

    public byte[] Bytes => _bytes ?? _make!();

    /// <summary>The number of bytes of a generated file, which has no size until it is made; null for other files.</summary>
    public long? GeneratedLength => _make?.Invoke().LongLength;
}
