using System.Reflection;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace Emulation.Control.Docs;

/// <summary>The files of the reference pages: Swagger UI from its package, which has them compressed, and our own page around it.</summary>
static class DocsAssets
{
    private const string Script = "text/javascript; charset=utf-8";
    private const string Style = "text/css; charset=utf-8";

    private static readonly Dictionary<string, PageFile> s_files = new(StringComparer.Ordinal)
    {
        ["docs.js"]              = Own("docs.js", Script),
        ["docs.css"]             = Own("docs.css", Style),
        ["swagger-ui-bundle.js"] = Package("swagger-ui-bundle.js", Script),
        ["swagger-ui.css"]       = Package("swagger-ui.css", Style),
        ["favicon-32x32.png"]    = Package("favicon-32x32.png", "image/png"),
    };

    public static PageFile Page { get; } = Own("index.html", "text/html; charset=utf-8");

    public static PageFile? Find(string name) => s_files.GetValueOrDefault(name);

    private static PageFile Own(string name, string contentType) =>
        new(contentType, Assembly.GetExecutingAssembly(), $"docs/{name}");

    private static PageFile Package(string name, string contentType) =>
        new(contentType, typeof(SwaggerUIOptions).Assembly, $"Swashbuckle.AspNetCore.SwaggerUI.node_modules.swagger_ui_dist.{name}");
}
