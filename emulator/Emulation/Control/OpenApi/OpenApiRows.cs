using System.Text.Json;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Control.OpenApi;

/// <summary>The routes under <c>/_emulator/openapi</c>: one document an API and one for the control plane.</summary>
static class OpenApiRows
{
    private const string Extension = ".json";

    /// <summary>The rows; the APIs are asked for their descriptions when a document is requested.</summary>
    public static IReadOnlyList<Route> All(Func<IReadOnlyList<IApi>> apis, string version) =>
    [
        ControlRow.Query("GET", "/openapi/{document}", "openapi", call => Show(call, apis(), version)),
    ];

    /// <summary>The document of an API; null when there is none under this name.</summary>
    public static Action<Utf8JsonWriter>? Find(
        IReadOnlyList<IApi> apis, string name, string version, string origin, string worldPrefix) =>
        apis.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)) is { } api
        && api.Describe() is { } description
            ? new OpenApiDocument(api, description, version, origin, worldPrefix).Write
            : null;

    private static Reply Show(ControlCall call, IReadOnlyList<IApi> apis, string version)
    {
        var file = call["document"];
        if (!file.EndsWith(Extension, StringComparison.Ordinal)) return Missing(file, apis);
        var write = Find(apis, file[..^Extension.Length], version, call.Origin, call.Target.Prefix);
        return write is null
            ? Missing(file, apis)
            : new(200) { ContentType = "application/json", Writer = to => JsonBody.Write(to, write) };
    }

    private static Reply Missing(string file, IReadOnlyList<IApi> apis) => Problem.Reply(
        404, "Not found", $"There is no document {file}; there are {string.Join(", ", apis.Select(api => api.Name + Extension))}.");
}
