using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Seeding;
using Emulation.Tests.Support;

namespace Emulation.Tests.Seeding;

/// <summary>
/// Null and repeated members, for every member that the schema describes. Null is refused where the schema does not allow it, and means
/// the same as leaving the member out where it does.
/// </summary>
class NullTests
{
    private static readonly string s_document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Seeding", "every-member.json"));

    [Test]
    public void The_document_has_every_member_of_the_schema_and_conforms_to_it()
    {
        var document = Document();
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in SchemaMembers.In(document)) met.Add(member.Described);

        SchemaMembers.All().Should().BeSubsetOf(met);
        SchemaTests.Wrong(JsonDocument.Parse(s_document).RootElement).Should().BeEmpty();
        Read(s_document).Error.Should().BeNull();
    }

    [TestCaseSource(nameof(Members))]
    public void Null_is_refused_where_the_schema_does_not_allow_it(string path, bool allowed)
    {
        var document = Document();
        SchemaMembers.Set(document, path, null);

        var (graph, error) = Read(document.ToJsonString());

        if (!allowed)
        {
            graph.Should().BeFalse("of {0}", path);
            error!.Path.Should().Be(path);
            error.Message.Should().StartWith("import(1): " + path + ": ").And.NotContainAny("\n", "System.");
        }
        else if (error is not null)
        {
            SchemaMembers.Remove(document, path);
            error.Message.Should().Be(Read(document.ToJsonString()).Error?.Message, "null at {0} is the same as leaving it out", path);
        }
    }

    [TestCaseSource(nameof(NamedMembers))]
    public void A_repeated_member_is_refused(string path)
    {
        var (graph, error) = Read(SchemaMembers.Repeated(Document(), path));

        graph.Should().BeFalse("of {0}", path);
        error!.Path.Should().Be(path);
        error.Message.Should().Contain("twice").And.NotContainAny("\n", "System.");
    }

    [Test]
    public async Task A_refused_null_is_400_with_a_pointer_on_import()
    {
        await using var emulator = await Running.OnKestrel("docs");
        foreach (var (path, pointer) in new[] { ("$.profiles[0].coinEntry", "/profiles/0/coinEntry"),
            ("$.posts[0].nft.desoRoyalties", "/posts/0/nft/desoRoyalties"), ("$.groups", "/groups") })
        {
            var document = Document();
            SchemaMembers.Set(document, path, null);
            using var content = new StringContent(document.ToJsonString(), Encoding.UTF8, "application/json");

            using var response = await emulator.Send("POST", "/_emulator/import", content);

            ((int)response.StatusCode).Should().Be(400);
            (await response.Content.ReadAsStringAsync()).Should().Contain($"\"{pointer}\"");
        }
    }

    private static JsonObject Document() => (JsonObject)JsonNode.Parse(s_document)!;

    private static (bool Read, DatasetError? Error) Read(string text)
    {
        var dataset = Datasets.Read("import", new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(text)), out var error);
        return (dataset is not null, error);
    }

    private static IEnumerable<TestCaseData> Members() =>
        SchemaMembers.In(Document()).DistinctBy(member => member.Described, StringComparer.Ordinal)
            .Select(member => new TestCaseData(member.Path, member.Nullable));

    private static IEnumerable<string> NamedMembers() =>
        SchemaMembers.In(Document()).DistinctBy(member => member.Described, StringComparer.Ordinal).Select(member => member.Path)
            .Where(path => !path.EndsWith(']'));
}
