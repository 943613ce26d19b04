using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;

namespace Emulation.Control;

/// <summary>A file of the emulator's own pages, compressed with gzip when the assembly was built. Browsers get those bytes.</summary>
/// <param name="contentType">Its media type.</param>
/// <param name="assembly">The assembly that has it.</param>
/// <param name="resource">The name of its resource.</param>
sealed class PageFile(string contentType, Assembly assembly, string resource)
{
    private readonly Lazy<string> _tag = new(() => $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Read(assembly, resource)))[..16]}\"");

    public string ContentType => contentType;

    /// <summary>A digest of the content. Weak, because the compressed and the plain bytes share it.</summary>
    public string Tag => _tag.Value;

    public byte[] Compressed() => Read(assembly, resource);

    public byte[] Plain()
    {
        using var plain = new MemoryStream();
        using (var gzip = new GZipStream(Open(assembly, resource), CompressionMode.Decompress)) gzip.CopyTo(plain);
        return plain.ToArray();
    }

    private static byte[] Read(Assembly assembly, string resource)
    {
        using var stream = Open(assembly, resource);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Stream Open(Assembly assembly, string resource) => assembly.GetManifestResourceStream(resource)
        ?? throw new InvalidOperationException($"The assembly {assembly.GetName().Name} has no resource {resource}.");
}
