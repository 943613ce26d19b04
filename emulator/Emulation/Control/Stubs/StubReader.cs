using System.Text.Json;
using Emulation.Control.Stubs.Matching;
using Emulation.Http;

namespace Emulation.Control.Stubs;

/// <summary>Reads mappings; unknown members are errors. A stub without an id in its source has an empty id.</summary>
/// <param name="files">The folder of body files; null without one.</param>
sealed class StubReader(BodyFiles? files)
{
    private static readonly JsonElement s_emptyObject = JsonElement.Parse("{}");

    public Stub Read(JsonElement source, string pointer, Defects defects)
    {
        if (WireMockNetDialect.IsDialectOf(source))
        {
            defects.Add(pointer, WireMockNetDialect.Advice);
            return new Stub();
        }
        var body = new Members(source, pointer, defects);
        UnsupportedFeatures.Refuse(body, UnsupportedFeatures.MappingMembers);
        UnsupportedFeatures.Ignore(body, UnsupportedFeatures.IgnoredMembers);
        var (id, uuid) = (IdOf(body, "id"), IdOf(body, "uuid"));
        if (id is not null && uuid is not null && id != uuid) body.Wrong("uuid", "is not the \"id\"; send one of them");
        var (scenario, required, next) = (body.Text("scenarioName"), body.Text("requiredScenarioState"), body.Text("newScenarioState"));
        if (scenario is { Length: 0 }) body.Wrong("scenarioName", "is empty");
        if (scenario is null && required is not null) body.Wrong("requiredScenarioState", "goes with a \"scenarioName\"");
        if (scenario is null && next is not null) body.Wrong("newScenarioState", "goes with a \"scenarioName\"");
        var metadata = body.Any("metadata");
        if (metadata is { ValueKind: not JsonValueKind.Object }) body.Wrong("metadata", "must be an object");
        var stub = new Stub
        {
            Id = id ?? uuid ?? Guid.Empty,
            Name = body.Text("name"),
            Persistent = body.Flag("persistent"),
            Priority = (int?)body.Whole("priority", int.MinValue, int.MaxValue),
            Scenario = scenario,
            RequiredState = required,
            NewState = next,
            Metadata = metadata,
            Request = RequestPattern.Read(body.Any("request") ?? s_emptyObject, body.PointerOf("request"), defects),
            Response = new ResponseReader(files).Read(body.Any("response") ?? s_emptyObject, body.PointerOf("response"), defects),
        };
        body.Close();
        return stub;
    }

    /// <summary>A mapping, or a list of them under <c>mappings</c>.</summary>
    public IReadOnlyList<Stub> ReadFile(JsonElement source, Defects defects)
    {
        var isList = source.ValueKind == JsonValueKind.Object && source.TryGetProperty("mappings", out _);
        if (!isList) return [Read(source, "", defects)];
        var body = new Members(source, "", defects);
        var stubs = body.Each("mappings").Select(one => Read(one.Value, one.Pointer, defects)).ToList();
        // The member meta is accepted so that a listing of WireMock can be saved as a file.
        body.Object("meta");
        body.Close();
        return stubs;
    }

    private static Guid? IdOf(Members body, string name)
    {
        if (body.Text(name) is not { } text) return null;
        if (Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty) return id;
        body.Wrong(name, "must be a UUID, such as \"5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a11\"");
        return null;
    }
}
