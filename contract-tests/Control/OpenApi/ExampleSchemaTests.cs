using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Http;
using Emulation.Tests.Support;
using Json.Schema;

namespace Emulation.Tests.Control.OpenApi;

/// <summary>The documented answers against the schemas of the OpenAPI documents.</summary>
class ExampleSchemaTests
{
    private static readonly string[] s_names = ["threatconnect", "deso", "threatwinds"];

    [TestCaseSource(nameof(s_names))]
    public void Every_documented_answer_fits_the_schema_of_its_status(string name)
    {
        using var document = DocumentTests.Of(name);
        var api = DocumentTests.Api(name);
        var operations = DocumentTests.Operations(document.RootElement)
            .SelectMany(one => DocumentTests.PathsOf(one.Operation).Select(path => (Key: $"{one.Method} {path}", one.Operation)))
            .ToDictionary(one => one.Key, one => one.Operation, StringComparer.Ordinal);
        var faults = new List<string>();
        var seen = 0;

        foreach (var example in Example.All().Where(example => example.Api == name))
        {
            if (api.Find(example.Method, Target.Parse(example.Target)).Route is not { } route) continue;
            seen++;
            var fault = Fault(document.RootElement, operations[$"{route.Method} {route.Path}"], example.Response);
            if (fault is not null) faults.Add($"{example.File}: {fault}");
        }

        seen.Should().BePositive();
        faults.Should().BeEmpty();
    }

    [Test]
    public void An_answer_of_another_shape_does_not_fit()
    {
        using var document = DocumentTests.Of("threatwinds");
        var operation = document.RootElement.GetProperty("paths").GetProperty("/api/search/v1/associations/{id}").GetProperty("get");
        using var page = JsonDocument.Parse("""{"status":200,"body":{"pages":1,"items":1}}""");
        using var error = JsonDocument.Parse("""{"status":404,"body":{"error":"record not found"}}""");
        using var teapot = JsonDocument.Parse("""{"status":418,"body":{}}""");

        Fault(document.RootElement, operation, page.RootElement).Should().NotBeNull();
        Fault(document.RootElement, operation, error.RootElement).Should().NotBeNull();
        Fault(document.RootElement, operation, teapot.RootElement).Should().NotBeNull();
    }

    /// <summary>What is wrong with a response; null when it fits.</summary>
    private static string? Fault(JsonElement document, JsonElement operation, JsonElement response)
    {
        var status = response.GetProperty("status").GetInt32();
        if (!operation.GetProperty("responses").TryGetProperty($"{status}", out var described)) return $"{status} is not described";
        if (!response.TryGetProperty("body", out var body) || body.ValueKind is JsonValueKind.Null or JsonValueKind.String) return null;
        if (!described.TryGetProperty("content", out var content)) return $"{status} has a body";
        // The errors of a batch job are JSON with the media type of a file.
        if (content.TryGetProperty("application/octet-stream", out _)) return null;
        if (!content.TryGetProperty("application/json", out var json)) return $"{status} is not JSON";
        var schema = Schema(document, json.GetProperty("schema"));
        return schema.Evaluate(JsonNode.Parse(body.GetRawText())).IsValid ? null : $"{status} {body.GetRawText()} does not fit";
    }

    // The schemas that one refers to are put into the schema itself.
    private static JsonSchema Schema(JsonElement document, JsonElement schema)
    {
        var named = document.GetProperty("components").GetProperty("schemas").GetRawText();
        var text = $$"""{"$defs":{{named}},"allOf":[{{schema.GetRawText()}}]}""";
        return JsonSchema.FromText(text.Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal));
    }
}
