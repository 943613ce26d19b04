using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;

namespace Emulation.Control.Ui;

/// <summary>A file of the dashboard, embedded in the assembly. It is compressed once, when it is first requested.</summary>
/// <param name="contentType">Its media type.</param>
/// <param name="resource">The name of its resource.</param>
sealed class UiFile(string contentType, string resource)
{
    private readonly Lazy<byte[]> _compressed = new(() => Compress(Read(resource)));
    private readonly Lazy<string> _tag = new(() => $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Read(resource)))[..16]}\"");

    public string ContentType => contentType;

    /// <summary>A digest of the content.</summary>
    public string Tag => _tag.Value;

    public byte[] Compressed() => _compressed.Value;

    public byte[] Plain() => Read(resource);

    private static byte[] Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly has no resource {resource}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] Compress(byte[] plain)
    {
        using var to = new MemoryStream();
        using (var gzip = new GZipStream(to, CompressionLevel.SmallestSize)) gzip.Write(plain);
        return to.ToArray();
    }
}
