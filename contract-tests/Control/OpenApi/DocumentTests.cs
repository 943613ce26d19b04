using System.Buffers;
using System.Text.Json;
using Emulation.Control.OpenApi;
using Emulation.Http;
using Emulation.Http.Json;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Emulation.Tests.Control.OpenApi;

/// <summary>The OpenAPI documents against the route tables and against OpenAPI's own rules.</summary>
class DocumentTests
{
    private const string Origin = "http://127.0.0.1:5010";

    private static readonly string[] s_names = ["threatconnect", "deso", "threatwinds", "control"];

    [TestCaseSource(nameof(s_names))]
    public void Every_served_row_is_an_operation_and_no_other_is(string name)
    {
        using var document = Of(name);

        var operations = Operations(document.RootElement).ToList();

        var documented = operations.SelectMany(one => PathsOf(one.Operation).Select(path => $"{one.Method} {path}"));
        documented.Should().BeEquivalentTo(Api(name).Routes.Where(row => row.Served).Select(row => $"{row.Method} {row.Path}"));
        operations.Select(one => one.Operation.GetProperty("operationId").GetString()).Should().OnlyHaveUniqueItems();
    }

    [TestCaseSource(nameof(s_names))]
    public void A_reader_finds_no_fault_in_the_document(string name)
    {
        using var json = new MemoryStream(Bytes(name));

        var read = Microsoft.OpenApi.OpenApiDocument.Load(json, OpenApiConstants.Json, new OpenApiReaderSettings());

        read.Diagnostic!.SpecificationVersion.Should().Be(OpenApiSpecVersion.OpenApi3_1);
        read.Diagnostic.Errors.Select(error => $"{error.Pointer}: {error.Message}").Should().BeEmpty();
        read.Diagnostic.Warnings.Select(error => $"{error.Pointer}: {error.Message}").Should().BeEmpty();
    }

    [TestCaseSource(nameof(s_names))]
    public void Every_operation_says_where_it_is_known_from(string name)
    {
        using var document = Of(name);

        foreach (var (_, _, operation) in Operations(document.RootElement))
        {
            var provenance = operation.GetProperty("x-provenance");
            provenance.GetProperty("provenance").GetString().Should().BeOneOf("documented", "reference", "client");
            provenance.GetProperty("source").GetString().Should().NotBeNullOrEmpty();
        }
    }

    [TestCaseSource(nameof(s_names))]
    public void Every_parameter_of_a_path_is_described(string name)
    {
        using var document = Of(name);

        foreach (var (_, path, operation) in Operations(document.RootElement))
        {
            var described = operation.TryGetProperty("parameters", out var parameters)
                ? parameters.EnumerateArray().Where(one => one.GetProperty("in").GetString() == "path")
                    .Select(one => $"{{{one.GetProperty("name").GetString()}}}")
                : [];
            described.Should().Equal(path.Split('/').Where(part => part.StartsWith('{')), path);
        }
    }

    [Test]
    public void ThreatConnect_takes_a_token_or_a_signature_and_renews_tokens_without()
    {
        using var document = Of("threatconnect");
        var paths = document.RootElement.GetProperty("paths");

        paths.GetProperty("/v2/whoami").GetProperty("get").GetProperty("security").GetRawText()
            .Should().Be("""[{"token":[]},{"signature":[],"timestamp":[]}]""");
        paths.GetProperty("/appAuth").GetProperty("get").GetProperty("security").GetArrayLength().Should().Be(0);
    }

    [Test]
    public async Task The_server_sends_what_the_command_prints_with_its_own_address()
    {
        await using var plane = await Plane.With();

        var served = await plane.Do("GET", "/_emulator/openapi/deso.json");
        var inWorld = await plane.Do("GET", "/worlds/mine/_emulator/openapi/threatconnect.json");

        served.GetProperty("openapi").GetString().Should().Be("3.1.0");
        served.GetProperty("servers")[0].GetProperty("url").GetString()
            .Should().Be(plane.Running.Address.GetLeftPart(UriPartial.Authority));
        inWorld.GetProperty("servers")[0].GetProperty("url").GetString().Should().EndWith("/worlds/mine/api");
    }

    [TestCase("/_emulator/openapi/unknown.json")]
    [TestCase("/_emulator/openapi/deso.yaml")]
    public async Task Another_name_is_refused_with_the_names_that_there_are(string target)
    {
        await using var plane = await Plane.With();

        var told = await plane.Ask("GET", target);

        told.ShouldRefuse(404);
        told.Text.Should().Contain("threatconnect.json, deso.json, threatwinds.json, control.json");
    }

    internal static IApi Api(string name) =>
        ApiList.Of(new EmulatorOptions(), Emulator.NoWorlds()).Single(api => api.Name == name);

    internal static JsonDocument Of(string name) => JsonDocument.Parse(Bytes(name));

    internal static IEnumerable<(string Method, string Path, JsonElement Operation)> Operations(JsonElement document) =>
        document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
            .Select(operation => (operation.Name.ToUpperInvariant(), path.Name, operation.Value)));

    internal static IEnumerable<string> PathsOf(JsonElement operation) =>
    [
        operation.GetProperty("x-path").GetString()!,
        .. operation.TryGetProperty("x-other-paths", out var others) ? others.EnumerateArray().Select(path => path.GetString()!) : [],
    ];

    private static byte[] Bytes(string name)
    {
        var apis = ApiList.Of(new EmulatorOptions(), Emulator.NoWorlds());
        var buffer = new ArrayBufferWriter<byte>();
        JsonBody.Write(buffer, OpenApiRows.Find(apis, name, "1.0.0", Origin, worldPrefix: "")!);
        return buffer.WrittenSpan.ToArray();
    }
}
