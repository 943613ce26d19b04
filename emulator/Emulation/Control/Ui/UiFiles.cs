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

    private readonly Lazy<FrozenDictionary<string, PageFile>> _files = new(Load);

    /// <summary>The document of every page; its script shows the page that the address names.</summary>
    public PageFile Page => _files.Value["index.html"];

    public PageFile Icon => _files.Value["icon.svg"];

    public PageFile? Find(string path) => _files.Value.GetValueOrDefault(path);

    private static FrozenDictionary<string, PageFile> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Select(resource => (Resource: resource, Name: resource.Replace('\\', '/')))
            .Where(one => one.Name.StartsWith(Folder, StringComparison.Ordinal))
            .ToFrozenDictionary(
                one => one.Name[Folder.Length..],
                one => new PageFile(TypeOf(one.Name), assembly, one.Resource),
                StringComparer.Ordinal);
    }

    private static string TypeOf(string name)
    {
        foreach (var (extension, type) in s_types)
            if (name.EndsWith(extension, StringComparison.Ordinal)) return type;
        throw new InvalidOperationException($"The file {name} of the dashboard has no media type.");
    }
}
