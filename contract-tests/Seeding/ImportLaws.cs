using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Emulation.Seeding;

namespace Emulation.Tests.Seeding;

/// <summary>Whatever is done to a document, it is read or refused in one line: nothing in it is taken for a bug of the reader's.</summary>
class ImportLaws
{
    private static readonly Func<JsonNode?>[] s_values =
    [
        () => null, () => "", () => "x", () => "\u0000", () => 0, () => -1, () => 1, () => 99999999999, () => 9223372036854775807, () => 1e300, () => 0.5, () => true,
        () => new JsonArray(), () => new JsonArray((JsonNode?)null), () => new JsonObject(), () => "2024-01-01T00:00:00Z", () => "9999-12-31T23:59:59Z", () => "0001-01-01T00:00:00Z",
        () => "00", () => "TLP:RED", () => "Example Org", () => "Incident", () => new string('9', 40),
    ];

    private static readonly string[] s_rich = Rich();

    [Test]
    public void A_spoilt_document_is_read_or_refused([Range(0, 7)] int seed)
    {
        var chance = new Random(seed);
        for (var i = 0; i < 150; i++)
        {
            var document = (JsonObject)JsonNode.Parse(s_rich[chance.Next(s_rich.Length)])!;
            for (var wounds = chance.Next(1, 4); wounds > 0; wounds--) Spoil(document, chance);
            var text = document.ToJsonString();

            var read = () => Datasets.Read("import", new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(text)), out _);

            read.Should().NotThrow("of {0}", text);
            if (Datasets.Read("import", new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(text)), out var error) is { } dataset) ExportTests.Import(ExportTests.Export(dataset.Graph));
            else error!.Message.Should().StartWith("import(").And.NotContainAny("\n", "System.");
        }
    }

    private static void Spoil(JsonObject document, Random chance)
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

    /// <summary>A few documents that between them use nearly every member.</summary>
    private static string[] Rich() =>
    [
        Encoding.UTF8.GetString(ExportTests.Export(Datasets.BuiltIn("docs-9").Graph)),
        Encoding.UTF8.GetString(ExportTests.Export(Datasets.Generated(DemoSize.Default with { Nodes = 40 }, 1).Graph)),
        """
        {"format":1,"start":"2024-01-01T00:00:00Z","complete":true,"lastIds":{"group":70,"indicator":80,"account":9},
         "owners":[{"id":2,"name":"Example Org"}],
         "credentials":{"threatConnect":[{"id":1,"owner":"Example Org","accessId":"1","secretKey":"s","tokens":[{"token":"t","expires":"2030-01-01T00:00:00Z"}]}],
          "threatWinds":[{"number":3,"alias":"a","addresses":[{"number":4,"address":"a@b","id":"00000000-0000-4000-8000-000000000001"}],"roles":["user"],"groups":["public"],"sessions":[{"number":2,"bearer":"b","ip":"::1"}],"keyPairs":[{"number":1,"apiKey":"k","apiSecret":"s"}]}]},
         "verificationCodes":[{"number":1,"for":"Email","target":"00000000-0000-4000-8000-000000000001","address":"a@b","code":"123456"}],
         "scans":[{"target":"x.example","@timestamp":"2023-01-01T00:00:00Z"}],
         "indicatorTypes":[{"name":"Wallet","branch":"wallets","entity":"wallet","values":[{"label":"A"},{"label":"B"}]}],
         "associationTypes":[{"name":"W","branch":"w","joins":[["Wallet","Host"]]}],
         "attributeTypes":[{"name":"Mine","maxSize":5}],
         "victims":[{"id":1,"owner":"Example Org","name":"v","assets":[{"id":1,"type":"phoneNumbers","value":"1"},{"id":2,"type":"webSites","value":"w"}]}],
         "groups":[{"id":5,"owner":"Example Org","type":"Document","name":"d","fileName":"f","content":"AAEC","victimAssets":[2]},{"id":6,"owner":"Example Org","type":"Report","name":"r","groups":[5],"victims":[1]}],
         "contents":[{"group":6,"base64":"AAEC"},{"group":6,"base64":"AwQF"}],
         "indicators":[{"id":7,"owner":"Example Org","type":"Host","summary":"a.example","observations":[{"id":1,"user":"1","count":2}],"falsePositives":[{"id":1,"user":"1"}],"threatAssessRating":4.5,"calScore":900},
          {"id":8,"owner":"Example Org","type":"Wallet","summary":"a : b : c","values":["a : b","c"],"associations":[{"type":"w","indicator":7}]},
          {"id":9,"owner":"Example Org","type":"Address","summary":"1.2.3.4","active":false},
          {"id":10,"owner":"Example Org","type":"Host","summary":"b.example","dnsResolutions":[{"id":1,"address":9}]}],
         "customMetrics":[{"id":1,"owner":"Example Org","name":"m","values":[{"date":"2023-01-01T00:00:00Z","value":1.5}]}],
         "batchJobs":[{"id":1,"owner":"Example Org","uploadedAt":"2023-01-01T00:00:00Z","polls":2,"successCount":1,"errors":[{"code":"0x1001","reason":"r","source":"s"}]}],
         "bulkReports":[{"owner":"Example Org","date":"2023-01-01T00:00:00Z","running":true}],
         "entities":[{"type":"ip","@timestamp":"2023-01-01T00:00:00Z","attributes":{"ip":"8.8.8.8","size-in-bytes":12.5},"reporters":["00000000-0000-4000-8000-000000000001"],"version":3},{"type":"domain","@timestamp":"2023-01-01T00:00:00Z","attributes":{"domain":"a.example"}}],
         "transactions":[{"hash":"0000000000000000000000000000000000000000000000000000000000000001","transactor":"tBCKVE2H7fbVTXXnyfuWTtWaGdLFPEGtbZzvkCaMueMtbs9qKPXoFv","nonce":{"expirationBlockHeight":5,"partialId":6}}],
         "userAssociations":[{"id":"0000000000000000000000000000000000000000000000000000000000000001","transactor":"tBCKVE2H7fbVTXXnyfuWTtWaGdLFPEGtbZzvkCaMueMtbs9qKPXoFv","target":"tBCKVE2H7fbVTXXnyfuWTtWaGdLFPEGtbZzvkCaMueMtbs9qKPXoFv","type":"T","valueHex":"ff41","extraData":{"a":"b"},"extraDataHex":{"fe":"00ff"}}]}
        """,
    ];
}
