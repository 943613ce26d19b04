using System.Globalization;
using System.Text.Json;
using Emulation.Http;
using Emulation.Http.Descriptions;

namespace Emulation.Control.OpenApi;

/// <summary>Writes the operations of an OpenAPI document.</summary>
sealed class OperationWriter(
    IApi api, ApiDescription description, Dictionary<string, RouteEvidence> evidence, ILookup<Route, RouteExample> examples)
{
    private const string IntegerType = "\"type\":\"integer\"";

    /// <summary>The groups of operations, in the order of the route table.</summary>
    public IEnumerable<string> TagsOf(IReadOnlyList<PathItem> paths) => paths.SelectMany(path => path.Operations)
        .Select(operation => Describe(operation.Route).Tag).Distinct(StringComparer.Ordinal);

    public void Write(Utf8JsonWriter json, PathItem path)
    {
        json.WriteStartObject(path.Path);
        foreach (var operation in path.Operations) Write(json, path, operation);
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, PathItem path, PathOperation operation)
    {
        var route = operation.Route;
        var described = Describe(route);
        json.WriteStartObject(route.Method.ToLowerInvariant());
        json.WriteString("operationId", route.Name);
        json.WriteString("summary", SummaryOf(route.Name));
        json.WriteStartArray("tags");
        json.WriteStringValue(described.Tag);
        json.WriteEndArray();
        WriteProvenance(json, operation);
        WriteSecurity(json, described);
        WriteParameters(json, path, route, described);
        if (described.Body is { } body) WriteBody(json, route, body, described.BodyRequired);
        json.WriteStartObject("responses");
        foreach (var response in described.Responses) WriteResponse(json, route, response);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteProvenance(Utf8JsonWriter json, PathOperation operation)
    {
        var provenance = operation.Route.Provenance.ToString().ToLowerInvariant();
        var source = EvidenceOf(operation.Route)?.Source ?? operation.Route.Source;
        // Reference pages show descriptions, but not extensions.
        if (!api.IsControl) json.WriteString("description", $"Known from ({provenance}): {source}");
        json.WriteStartObject("x-provenance");
        json.WriteString("provenance", provenance);
        json.WriteString("source", source);
        json.WriteEndObject();
        json.WriteString("x-path", operation.Route.Path);
        if (operation.Others.Count == 0) return;
        json.WriteStartArray("x-other-paths");
        foreach (var other in operation.Others) json.WriteStringValue(other.Path);
        json.WriteEndArray();
    }

    private static void WriteSecurity(Utf8JsonWriter json, OperationDescription described)
    {
        json.WriteStartArray("security");
        foreach (var alternative in described.Credentials)
        {
            json.WriteStartObject();
            foreach (var scheme in alternative)
            {
                json.WriteStartArray(scheme);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteParameters(Utf8JsonWriter json, PathItem path, Route route, OperationDescription described)
    {
        if (path.Parameters.Count + described.Query.Count == 0) return;
        var values = ExampleValuesOf(route);
        json.WriteStartArray("parameters");
        for (var i = 0; i < path.Parameters.Count; i++)
        {
            var schema = described.PathSchema(route.Parameters[i]);
            StartParameter(json, path.Parameters[i], "path", schema);
            json.WriteBoolean("required", true);
            if (values is not null) WriteExample(json, schema, values[i]);
            json.WriteEndObject();
        }
        foreach (var parameter in described.Query)
        {
            StartParameter(json, parameter.Name, "query", parameter.Schema);
            if (parameter.Required) json.WriteBoolean("required", true);
            json.WriteString("description", parameter.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteExample(Utf8JsonWriter json, string schema, string value)
    {
        if (!schema.Contains(IntegerType, StringComparison.Ordinal)) json.WriteString("example", value);
        else if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) json.WriteNumber("example", number);
    }

    private static void StartParameter(Utf8JsonWriter json, string name, string place, string schema)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("in", place);
        json.WritePropertyName("schema");
        json.WriteRawValue(schema);
    }

    private void WriteBody(Utf8JsonWriter json, Route route, ContentDescription body, bool required)
    {
        json.WriteStartObject("requestBody");
        json.WriteBoolean("required", required);
        json.WriteStartObject("content");
        var bodies = examples[route].Where(example => example is { RequestBody: not null, Status: < 400 })
            .OrderByDescending(example => example.IsUsual);
        WriteContent(json, body, bodies.Select(example => (example.Name, example.RequestBody!.Value)));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteResponse(Utf8JsonWriter json, Route route, ResponseDescription response)
    {
        json.WriteStartObject(response.Status);
        json.WriteString("description", response.Text);
        if (response.Contents.Count > 0)
        {
            var bodies = examples[route].Where(example => $"{example.Status}" == response.Status && example.ResponseBody is not null);
            json.WriteStartObject("content");
            foreach (var content in response.Contents)
                WriteContent(json, content, bodies.Select(example => (example.Name, example.ResponseBody!.Value)));
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter json, ContentDescription content, IEnumerable<(string Name, JsonElement Body)> bodies)
    {
        json.WriteStartObject(content.Type);
        json.WritePropertyName("schema");
        json.WriteRawValue(content.Schema);
        if (content.Type == "application/json" && bodies.Any())
        {
            json.WriteStartObject("examples");
            foreach (var (name, body) in bodies)
            {
                json.WriteStartObject(name.Replace('/', '.'));
                json.WritePropertyName("value");
                body.WriteTo(json);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <summary>Values that find something, from the first documented request that succeeded.</summary>
    private string[]? ExampleValuesOf(Route route) =>
        examples[route].Where(example => example.Status < 300).OrderByDescending(example => example.IsUsual)
            .FirstOrDefault()?.Match.Values;

    private OperationDescription Describe(Route route) => description.Operation(route, EvidenceOf(route));

    private RouteEvidence? EvidenceOf(Route route) => evidence.GetValueOrDefault(RouteEvidence.KeyOf(route));

    // "groups.list-of-type" is "Groups: list of type".
    private string SummaryOf(string name)
    {
        var words = name.Replace('-', ' ').Split('.');
        var summary = words.Length == 1 ? words[0] : $"{string.Join(' ', words[..^1])}: {words[^1]}";
        return summary.Length == 0 ? api.Title : char.ToUpperInvariant(summary[0]) + summary[1..];
    }
}
