using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Emulation.Seeding;
using Emulation.Tests.Support;

namespace Emulation.Tests.Seeding;

/// <summary>Values at the ends of their ranges: refused, or good for every later request and export.</summary>
class ExtremeValueTests
{
    private const string Token = "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=";
    private static readonly string s_document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Seeding", "every-member.json"));

    private static readonly JsonNode?[] s_extremes =
    [
        long.MaxValue, long.MinValue, ulong.MaxValue, 9007199254740991, 4503599627370495, int.MaxValue, int.MinValue, uint.MaxValue, -1, 0,
        1e300, -0.0, "", " ", "\0", "\uFFFD", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59-14:00",
            "1677-01-01T00:00:00Z",
        "00000000-0000-0000-0000-000000000000",
    ];

    [Test]
    public void Any_value_in_any_member_is_refused_or_can_be_exported_and_imported()
    {
        var turn = 0;
        foreach (var path in SchemaMembers.In(Document()).DistinctBy(member => member.Described, StringComparer.Ordinal)
            .Select(member => member.Path))
        {
            var kind = SchemaMembers.Get(Document(), path)?.GetValueKind();
            // Each value has its turn; all of them in each member would take a minute.
            var values = s_extremes.Where(value => value?.GetValueKind() == kind).ToArray();
            for (var i = 0; i < Math.Min(2, values.Length); i++)
            {
                var value = values[turn++ % values.Length];
                var document = Document();
                SchemaMembers.Set(document, path, value?.DeepClone());

                var (dataset, error) = Read(document.ToJsonString());

                if (dataset is null) error!.Message.Should().StartWith("import(").And.NotContainAny("\n", "System.");
                else ExportTests.Import(ExportTests.Export(dataset.Graph));
            }
        }
    }

    [Test]
    public void Half_a_surrogate_pair_is_refused_in_any_member_that_is_text()
    {
        foreach (var member in SchemaMembers.In(Document()).DistinctBy(member => member.Described, StringComparer.Ordinal))
        {
            if (SchemaMembers.Get(Document(), member.Path) is not JsonValue value
                || value.GetValueKind() != System.Text.Json.JsonValueKind.String) continue;
            var document = Document();
            SchemaMembers.Set(document, member.Path, "the value");

            var (dataset, error) = Read(document.ToJsonString().Replace("\"the value\"", "\"\\uD800\"", StringComparison.Ordinal));

            dataset.Should().BeNull("of {0}", member.Path);
            error!.Path.Should().StartWith(member.Path);
        }
    }

    [TestCase("\"lastIds\":{\"group\":9007199254740991}", "$.lastIds")]
    [TestCase("\"lastIds\":{\"owner\":2147483647}", "$.lastIds")]
    [TestCase("\"groups\":[{\"id\":9007199254740991,\"type\":\"Incident\",\"name\":\"a\"}]", "$.groups[0]")]
    [TestCase("\"groups\":[{\"type\":\"Incident\",\"name\":\"a\"},{\"id\":9223372036854775807,\"type\":\"Incident\",\"name\":\"a\"}]",
        "$.groups[1]")]
    [TestCase("\"owners\":[{\"id\":2147483647,\"name\":\"a\"}]", "$.owners[0]")]
    [TestCase("\"scans\":[{\"target\":\"a\",\"@timestamp\":\"9999-01-01T00:00:00Z\"}]", "$.scans[0]")]
    public void An_id_or_a_date_that_leaves_no_room_for_what_follows_is_refused(string member, string path)
    {
        Read("{\"format\":1,\"start\":\"2024-01-01T00:00:00Z\"," + member + "}").Error!.Path.Should().StartWith(path);
    }

    [TestCase("0001-01-01T00:00:00Z")]
    [TestCase("1969-12-31T23:59:59Z")]
    [TestCase("2200-01-01T00:00:01Z")]
    [TestCase("9999-12-31T23:59:59Z")]
    public void A_world_begins_between_1970_and_2200(string start)
    {
        Read($"{{\"format\":1,\"start\":\"{start}\"}}").Error!.Path.Should().Be("$.start");
    }

    [Test]
    public async Task What_is_created_after_the_highest_id_can_be_exported_and_imported()
    {
        await using var emulator = await Running.OnKestrel("docs");
        var text = """{"format":1,"start":"2024-01-01T00:00:00Z","lastIds":{"group":4503599627370495}}""";
        await Send(emulator, "/_emulator/import", text);

        await Send(emulator, "/v2/groups/incidents", """{"name":"one more"}""");

        using var export = await emulator.Send("GET", "/_emulator/export");
        await Send(emulator, "/_emulator/import", await export.Content.ReadAsStringAsync());
    }

    private static async Task Send(Running emulator, string target, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await emulator.Send("POST", target, content, ("Authorization", Token));
        ((int)response.StatusCode).Should().BeOneOf([200, 201], await response.Content.ReadAsStringAsync());
    }

    private static JsonObject Document() => (JsonObject)JsonNode.Parse(s_document)!;

    private static (Dataset? Dataset, DatasetError? Error) Read(string text)
    {
        var dataset = Datasets.Read("import", new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(text)), out var error);
        return (dataset, error);
    }
}
