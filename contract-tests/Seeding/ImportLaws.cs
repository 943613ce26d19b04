using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Emulation.Seeding;

namespace Emulation.Tests.Seeding;

/// <summary>A mutated document is read, or refused in one line; reading never throws anything else.</summary>
class ImportLaws
{
    private static readonly Func<JsonNode?>[] s_values =
    [
        () => null, () => "", () => "x", () => "\u0000", () => 0, () => -1, () => 1, () => 99999999999, () => 9223372036854775807,
            () => 1e300, () => 0.5, () => true,
        () => new JsonArray(), () => new JsonArray((JsonNode?)null), () => new JsonObject(), () => "2024-01-01T00:00:00Z",
            () => "9999-12-31T23:59:59Z", () => "0001-01-01T00:00:00Z",
        () => "00", () => "TLP:RED", () => "Example Org", () => "Incident", () => new string('9', 40),
    ];

    private static readonly string s_everyMember =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Seeding", "every-member.json"));

    private static readonly string[] s_rich = Rich();

    [Test]
    public void A_mutated_document_is_read_or_refused([Range(0, 7)] int seed)
    {
        var chance = new Random(seed);
        for (var i = 0; i < 150; i++)
        {
            var document = (JsonObject)JsonNode.Parse(s_rich[chance.Next(s_rich.Length)])!;
            for (var mutations = chance.Next(1, 4); mutations > 0; mutations--) Mutate(document, chance);
            var text = document.ToJsonString();

            var read = () => Datasets.Read("import", new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(text)), out _);

            read.Should().NotThrow("of {0}", text);
            if (Datasets.Read("import", new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(text)),
                out var error) is { } dataset) ExportTests.Import(ExportTests.Export(dataset.Graph));
            else error!.Message.Should().StartWith("import(").And.NotContainAny("\n", "System.");
        }
    }

    private static void Mutate(JsonObject document, Random chance)
    {
        var places = new List<Action>();
        Visit(document);
        places[chance.Next(places.Count)]();

        void Visit(JsonNode? node)
        {
            if (node is JsonObject members)
            {
                foreach (var (name, value) in members)
                {
                    if (name is "format" or "start") continue;
                    places.Add(() => members[name] = s_values[chance.Next(s_values.Length)]());
                    places.Add(() => members.Remove(name));
                    Visit(value);
                }
            }
            if (node is not JsonArray list) return;
            for (var i = 0; i < list.Count; i++)
            {
                var at = i;
                places.Add(() => list[at] = s_values[chance.Next(s_values.Length)]());
                places.Add(() => list.Add(list[at]?.DeepClone()));
                places.Add(() => list.RemoveAt(at));
                Visit(list[i]);
            }
        }
    }

    /// <summary>Documents that together use every member.</summary>
    private static string[] Rich() =>
    [
        Encoding.UTF8.GetString(ExportTests.Export(Datasets.BuiltIn("docs-9").Graph)),
        Encoding.UTF8.GetString(ExportTests.Export(Datasets.Generated(DemoSize.Default with { Nodes = 40 }, 1).Graph)),
        s_everyMember,
        Encoding.UTF8.GetString(ExportTests.Export(ExportTests.Import(Encoding.UTF8.GetBytes(s_everyMember)))),
    ];
}
