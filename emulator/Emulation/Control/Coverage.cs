using System.Text.Json;
using Emulation.Http.Json;
using Emulation.Http;

namespace Emulation.Control;

/// <summary>Every route of every API: where it is known from, and whether it is served.</summary>
static class Coverage
{
    public static Reply Show(IReadOnlyList<IApi> apis) =>
        new(200) { ContentType = "application/json", Writer = to => JsonBody.Write(to, json => Write(json, apis)) };

    private static void Write(Utf8JsonWriter json, IReadOnlyList<IApi> apis)
    {
        json.WriteStartObject();
        json.WriteStartObject("totals");
        foreach (var api in apis) Total(json, api);
        json.WriteEndObject();
        json.WriteStartArray("routes");
        foreach (var api in apis)
            foreach (var route in api.Routes) Row(json, api, route);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Total(Utf8JsonWriter json, IApi api)
    {
        var documented = api.Routes.Where(route => route.Provenance == Provenance.Documented)
            .GroupBy(route => route.Path.TrimEnd('/'), StringComparer.Ordinal).ToArray();
        json.WriteStartObject(api.Name);
        json.WriteNumber("rows", api.Routes.Count);
        json.WriteNumber("served", api.Routes.Count(route => route.Served));
        json.WriteNumber("documentedPaths", documented.Length);
        json.WriteNumber("documentedPathsServed", documented.Count(path => path.All(route => route.Served)));
        json.WriteEndObject();
    }

    private static void Row(Utf8JsonWriter json, IApi api, Route route)
    {
        json.WriteStartObject();
        json.WriteString("api", api.Name);
        json.WriteString("method", route.Method);
        json.WriteString("path", route.Path);
        json.WriteString("name", route.Name);
        json.WriteString("provenance", Word(route.Provenance));
        json.WriteString("source", route.Source);
        json.WriteBoolean("served", route.Served);
        json.WriteEndObject();
    }

    private static string Word(Provenance provenance) => provenance switch
    {
        Provenance.Documented => "documented",
        Provenance.Reference => "reference",
        Provenance.Client => "client",
        _ => throw new InvalidOperationException($"Unknown provenance {provenance}."),
    };
}
