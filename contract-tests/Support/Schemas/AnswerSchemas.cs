using System.Buffers;
using System.Text.Json;
using Emulation.Control.OpenApi;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Tests.Support.Schemas;

/// <summary>What the OpenAPI documents say of answers, compiled once.</summary>
sealed class AnswerSchemas
{
    private const string Json = "application/json";
    private const string Problem = "application/problem+json";

    private static readonly Lazy<AnswerSchemas> s_all = new(() => new AnswerSchemas());

    private readonly Dictionary<string, SchemaReader> _readers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, Schema?>> _answers = new(StringComparer.Ordinal);

    private AnswerSchemas()
    {
        var apis = ApiList.Of(new EmulatorOptions(), Emulator.NoWorlds());
        foreach (var api in apis.Where(api => api.Describe() is not null)) Read(api.Name, apis);
    }

    /// <summary>The documents of all APIs and of the control plane.</summary>
    public static AnswerSchemas All => s_all.Value;

    /// <summary>The schemas of an API.</summary>
    public SchemaReader this[string api] => _readers[api];

    /// <summary>The members of all answers.</summary>
    public IEnumerable<SchemaMember> Members(string api)
    {
        var reached = new HashSet<Schema>();
        var answers = _answers.Where(pair => pair.Key.StartsWith(api + " ", StringComparison.Ordinal));
        foreach (var schema in answers.SelectMany(pair => pair.Value.Values)) Reach(schema, reached);
        return reached.SelectMany(schema => schema.Members?.Values ?? []);
    }

    /// <summary>The schema of an answer; null: it is no JSON, or it can be anything.</summary>
    public Schema? Find(IApi api, Route route, int status, string? mediaType, out string? fault)
    {
        fault = null;
        // What the emulator itself refuses, such as the name of a world, has the form of the control plane on every path.
        if (mediaType == Problem && !api.IsControl) return _readers["control"].Named("Problem");
        if (mediaType is not (Json or Problem)) return null;
        if (!_answers.TryGetValue($"{api.Name} {route.Method} {route.Path}", out var answers)) return null;
        if (!answers.TryGetValue($"{status} {mediaType}", out var schema) && !answers.TryGetValue($"default {mediaType}", out schema))
            fault = $"{status} with {mediaType} is not described";
        return schema is { IsAny: true } ? null : schema;
    }

    private void Read(string name, IReadOnlyList<IApi> apis)
    {
        var buffer = new ArrayBufferWriter<byte>();
        JsonBody.Write(buffer, OpenApiRows.Find(apis, name, "1.0.0", "http://127.0.0.1:5010", worldPrefix: "")!);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        var reader = _readers[name] = new SchemaReader(document.RootElement);
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject()) Read(name, reader, operation);
    }

    private void Read(string api, SchemaReader reader, JsonProperty operation)
    {
        var answers = new Dictionary<string, Schema?>(StringComparer.Ordinal);
        foreach (var response in operation.Value.GetProperty("responses").EnumerateObject())
        {
            if (!response.Value.TryGetProperty("content", out var contents)) continue;
            foreach (var content in contents.EnumerateObject())
            {
                var (name, schema) = ($"{response.Name} {content.Name}", content.Value.GetProperty("schema"));
                answers[name] = reader.Read(schema, name);
            }
        }
        List<string> paths = [operation.Value.GetProperty("x-path").GetString()!];
        if (operation.Value.TryGetProperty("x-other-paths", out var others))
            paths.AddRange(others.EnumerateArray().Select(path => path.GetString()!));
        foreach (var path in paths) _answers[$"{api} {operation.Name.ToUpperInvariant()} {path}"] = answers;
    }

    private static void Reach(Schema? schema, HashSet<Schema> reached)
    {
        if (schema is null || !reached.Add(schema)) return;
        foreach (var member in schema.Members?.Values ?? []) Reach(member.Schema, reached);
        foreach (var alternative in schema.Alternatives) Reach(alternative, reached);
        Reach(schema.OtherMembers, reached);
        Reach(schema.Items, reached);
    }
}
