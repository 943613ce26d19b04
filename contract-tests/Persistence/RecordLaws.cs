using System.Buffers;
using Emulation.Apis.Deso;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Seeding;
using Emulation.Seeding.Records;
using Emulation.Tests.Control.Exports;
using Emulation.Tests.Seeding;
using Emulation.Tests.Support;

namespace Emulation.Tests.Persistence;

/// <summary>Whatever was done through the APIs, the graph that is built from its records is the same.</summary>
class RecordLaws
{
    [Test]
    public async Task The_graph_of_the_records_is_the_graph_that_was_written_to(
        [Values("docs", "docs-9", "demo")] string dataset, [Range(1, 3)] int seed)
    {
        var clock = new HandClock(new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero));
        var options = new EmulatorOptions
        {
            Dataset = dataset,
            Size = DemoSize.Default with { Nodes = 300 },
            Auth = AuthMode.Off,
            Deso = new DesoOptions { Signatures = Signatures.Trust },
        };
        await using var emulator = await Running.OnKestrel(options, clock);
        var writes = new RandomWrites(emulator.Apis, new Random(seed));
        var (records, old) = (new GraphRecords(), emulator.World.Store.Current);
        var rebuilt = Rebuilt(records, old);
        for (var i = 0; i < 400; i++)
        {
            if (i % 20 == 0) clock.Advance(TimeSpan.FromHours(7));
            if (writes.Next(old) is { } wish) await RandomRequests.Send(emulator, wish);
            var now = emulator.World.Store.Current;
            if (ReferenceEquals(now, old)) continue;
            rebuilt = records.Apply(rebuilt, Record(records, old, now));
            old = now;
        }

        IsSame(rebuilt, old);
        IsSame(Rebuilt(records, old), old);
    }

    [Test]
    public void The_record_of_one_node_is_short_in_a_large_graph()
    {
        var graph = Datasets.Generated(DemoSize.Default with { Nodes = 20_000 }, 1).Graph;
        var tag = (Tag)graph.All(Tag.ByName).Slice(0, 1).Single();

        var record = Record(new GraphRecords(), graph, graph.Replace(tag, tag with { Description = "changed" }));

        var owner = graph.Find<Owner, IdKey>(Owner.ById, new IdKey(0, tag.Owner))!.Name;
        System.Text.Encoding.UTF8.GetString(record).Should().Be(
            $"{{\"version\":{graph.Version + 1},\"lastKey\":{graph.LastKey},\"lastIds\":{{}},\"put\":[{{\"key\":{tag.Key},\"kind\":\"tag\","
            + $"\"row\":{{\"owner\":\"{owner}\",\"name\":\"{tag.Name}\",\"description\":\"changed\"}}}}]}}");
    }

    [Test]
    public void Every_kind_has_a_codec() =>
        new NodeCodecs().All.Select(codec => codec.Kind).Should().BeEquivalentTo(Model.Schema.Kinds);

    private static Graph Rebuilt(GraphRecords records, Graph graph) => records.Build(records.Parts(graph).Select(part => part.ToArray()));

    private static byte[] Record(GraphRecords records, Graph old, Graph now)
    {
        var buffer = new ArrayBufferWriter<byte>();
        records.Write(buffer, old, now);
        return buffer.WrittenSpan.ToArray();
    }

    private static void IsSame(Graph rebuilt, Graph graph)
    {
        rebuilt.Should().NotBeSameAs(graph);
        ExportTests.Export(rebuilt).Should().Equal(ExportTests.Export(graph));
        GraphContent.Of(rebuilt).Should().Equal(GraphContent.Of(graph));
        (rebuilt.Version, rebuilt.LastKey).Should().Be((graph.Version, graph.LastKey));
        rebuilt.Links().Should().Equal(graph.Links());
        for (var key = 1; key <= graph.LastKey; key++) rebuilt.Find(key)?.Kind.Should().Be(graph.Find(key)?.Kind);
    }
}
