using System.IO.Compression;
using System.Reflection;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace Emulation.Control.Docs;

/// <summary>A file of the reference pages.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Resource">The name of its resource.</param>
/// <param name="IsCompressed">The resource is compressed with gzip.</param>
sealed record DocsAsset(string ContentType, string Resource, bool IsCompressed)
{
    /// <summary>The bytes as they are in the assembly.</summary>
    public byte[] Stored()
    {
        var assembly = IsCompressed ? typeof(SwaggerUIOptions).Assembly : Assembly.GetExecutingAssembly();
        using var resource = assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly {assembly.GetName().Name} has no resource {Resource}.");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The bytes without compression.</summary>
    public byte[] Plain()
    {
        if (!IsCompressed) return Stored();
        using var plain = new MemoryStream();
        using (var compressed = new GZipStream(new MemoryStream(Stored()), CompressionMode.Decompress)) compressed.CopyTo(plain);
        return plain.ToArray();
    }
}

/// <summary>The files of the reference pages: Swagger UI from its package, and our own page around it.</summary>
static class DocsAssets
{
    private const string Script = "text/javascript; charset=utf-8";
    private const string Style = "text/css; charset=utf-8";

    private static readonly Dictionary<string, DocsAsset> s_files = new(StringComparer.Ordinal)
    {
        ["docs.js"]              = Own("docs.js", Script),
        ["docs.css"]             = Own("docs.css", Style),
        ["swagger-ui-bundle.js"] = Package("swagger-ui-bundle.js", Script),
        ["swagger-ui.css"]       = Package("swagger-ui.css", Style),
        ["favicon-32x32.png"]    = Package("favicon-32x32.png", "image/png"),
    };

    public static DocsAsset Page { get; } = Own("index.html", "text/html; charset=utf-8");

    public static DocsAsset? Find(string name) => s_files.GetValueOrDefault(name);

    private static DocsAsset Own(string name, string contentType) => new(contentType, $"docs/{name}", IsCompressed: false);

    private static DocsAsset Package(string name, string contentType) =>
        new(contentType, $"Swashbuckle.AspNetCore.SwaggerUI.node_modules.swagger_ui_dist.{name}", IsCompressed: true);
}
