using System.Collections.Frozen;
using System.Reflection;

namespace Emulation.Control.Ui;

/// <summary>The files of the dashboard by their path below <c>Assets</c>.</summary>
sealed class UiFiles
{
    private const string Folder = "ui/";

    private static readonly (string Extension, string ContentType)[] s_types =
    [
        (".css",  "text/css; charset=utf-8"),
        (".html", "text/html; charset=utf-8"),
        (".js",   "text/javascript; charset=utf-8"),
        (".svg",  "image/svg+xml"),
    ];

    private readonly Lazy<FrozenDictionary<string, UiFile>> _files = new(Load);

    /// <summary>The document of every page; its script shows the page that the address names.</summary>
    public UiFile Page => _files.Value["index.html"];

    public UiFile Icon => _files.Value["icon.svg"];

    public UiFile? Find(string path) => _files.Value.GetValueOrDefault(path);

    private static FrozenDictionary<string, UiFile> Load() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Select(resource => (Resource: resource, Name: resource.Replace('\\', '/')))
        .Where(one => one.Name.StartsWith(Folder, StringComparison.Ordinal))
        .ToFrozenDictionary(one => one.Name[Folder.Length..], one => new UiFile(TypeOf(one.Name), one.Resource), StringComparer.Ordinal);

    private static string TypeOf(string name)
    {
        foreach (var (extension, type) in s_types)
            if (name.EndsWith(extension, StringComparison.Ordinal)) return type;
        throw new InvalidOperationException($"The file {name} of the dashboard has no media type.");
    }
}
