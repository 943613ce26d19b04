using System.Buffers;
using System.Text.Json;
using Emulation.Seeding;
using Emulation.Seeding.Files;

namespace Emulation.Tests.Seeding;

/// <summary>The reader of built-in datasets reads what the reader of files reads.</summary>
class BuiltInReaderTests
{
    [Test]
    public void Every_built_in_dataset_reads_alike_both_ways([ValueSource(nameof(BuiltIn))] string name)
    {
        using var stream = typeof(Datasets).Assembly.GetManifestResourceStream($"datasets/{name}.json")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);

        Text(BuiltInReader.Read(bytes.ToArray())).Should().Be(Text(DatasetReader.Parse(TextOf($"{name}.json", bytes.ToArray()))));
    }

    [Test]
    public void What_a_row_leaves_out_has_the_same_default()
    {
        const string Rows = """
            {"format":1,"name":"x","start":"2024-01-01T00:00:00Z","credentials":{"threatConnect":[{"tokens":[{}]}],"threatWinds":[{"sessions":[{}],"keyPairs":[{}]}]},
             "owners":[{}],"members":[{}],"indicatorTypes":[{"values":[{}]}],"associationTypes":[{}],"attributeTypes":[{}],"tags":[{}],"securityLabels":[{}],
             "groups":[{"attributes":[{}],"assets":[{}]}],"indicators":[{"associations":[{}],"fileOccurrences":[{}],"dnsResolutions":[{}]}],"tasks":[{}],"victims":[{}],
             "deletedIndicators":[{}],"customMetrics":[{}],"batchJobs":[{"errors":[{}]}],"chain":{"height":0},"profiles":[{"publicKey":"","username":"","coinEntry":{},"daoCoinEntry":{}}],
             "posts":[{"hash":"","poster":""}],"userAssociations":[{"transactor":"","type":"","value":""}],"postAssociations":[],
             "derivedKeys":[{"owner":"","derived":"","expirationBlock":0}],"entities":[{}],"entityRelations":[{}],"entityReports":[{}],"entityRelationReports":[{}],"entityComments":[{}]}
            """;
        var bytes = System.Text.Encoding.UTF8.GetBytes(Rows);

        Text(BuiltInReader.Read(bytes)).Should().Be(Text(DatasetReader.Parse(TextOf("x.json", bytes))));
    }

    private static IEnumerable<string> BuiltIn() => Datasets.Names.Where(name => name != Datasets.Demo);

    private static DatasetText TextOf(string source, byte[] bytes) => new(source, new ReadOnlySequence<byte>(bytes));

    private static string Text(DatasetFile file) => JsonSerializer.Serialize(file, DatasetJson.Default.DatasetFile);
}
