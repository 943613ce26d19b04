using System.Text.Json;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Control;

/// <summary>Lists every route of every API with its provenance, whether it is served, and how often it was requested in a world.</summary>
static class Coverage
{
    public static Reply Show(ControlCall call, IReadOnlyList<IApi> apis, Worlds worlds, string? evidence)
    {
        if (NamedWorld.Of(call, worlds, out var refusal) is not { } world) return refusal;
        var compared = Evidence.Read(evidence);
        return new(200)
        {
            ContentType = "application/json", Writer = to => JsonBody.Write(to, json => Write(json, apis, world.Usage, compared)),
        };
    }

    private static void Write(
        Utf8JsonWriter json, IReadOnlyList<IApi> apis, RouteUsage usage, Dictionary<string, ComparedRoute> compared)
    {
        json.WriteStartObject();
        json.WriteStartObject("totals");
        foreach (var api in apis) WriteTotals(json, api, usage);
        json.WriteEndObject();
        json.WriteStartArray("routes");
        foreach (var api in apis)
            foreach (var route in api.Routes) WriteRoute(json, api, route, usage.Of(route), compared);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter json, IApi api, RouteUsage usage)
    {
        var documented = api.Routes.Where(route => route.Provenance == Provenance.Documented)
            .GroupBy(route => route.Path.TrimEnd('/'), StringComparer.Ordinal).ToArray();
        json.WriteStartObject(api.Name);
        json.WriteNumber("rows", api.Routes.Count);
        json.WriteNumber("served", api.Routes.Count(route => route.Served));
        json.WriteNumber("documentedPaths", documented.Length);
        json.WriteNumber("documentedPathsServed", documented.Count(path => path.All(route => route.Served)));
        var (counts, unmatched) = (api.Routes.Select(usage.Of).ToArray(), usage.Unmatched(api));
        json.WriteNumber("requests", counts.Sum(count => count.Requests) + unmatched.Requests);
        json.WriteNumber("refused", counts.Sum(count => count.Refused) + unmatched.Refused);
        json.WriteNumber("unmatched", unmatched.Requests);
        json.WriteEndObject();
    }

    private static void WriteRoute(
        Utf8JsonWriter json, IApi api, Route route, UsageCount count, Dictionary<string, ComparedRoute> compared)
    {
        json.WriteStartObject();
        json.WriteString("api", api.Name);
        json.WriteString("method", route.Method);
        json.WriteString("path", route.Path);
        json.WriteString("name", route.Name);
        json.WriteString("provenance", Text(route.Provenance));
        json.WriteString("source", route.Source);
        json.WriteBoolean("served", route.Served);
        json.WriteNumber("requests", count.Requests);
        json.WriteNumber("refused", count.Refused);
        if (compared.TryGetValue(Evidence.KeyOf(api.Name, route.Method, route.Path), out var evidence))
        {
            json.WriteStartObject("compared");
            json.WriteString("at", evidence.At);
            json.WriteString("upstream", evidence.Upstream);
            json.WriteNumber("answers", evidence.Answers);
            json.WriteNumber("differences", evidence.Differences);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static string Text(Provenance provenance) => provenance switch
    {
        Provenance.Documented => "documented",
        Provenance.Reference => "reference",
        Provenance.Client => "client",
        _ => throw new InvalidOperationException($"Unknown provenance {provenance}."),
    };
}
