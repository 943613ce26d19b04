using Emulation.Recordings.Format;
using Emulation.Recordings.Replays;
using Emulation.Seeding;
using Emulation.Tests.Support;

namespace Emulation.Tests.Recordings;

/// <summary>What answers show of every kind of item is in the data that the recording implies.</summary>
[CancelAfter(300_000)]
class ImpliedDatasetTests
{
    private const string Profile = """{"PublicKeyBase58Check":"tBCKXFJEDSF7Thcc6BUBcB6kicE5qzmLbAtvFf9LfKSXN4LwFt36oX"}""";

    /// <summary>Members that no answer implies.</summary>
    private static readonly (string Path, string Reason)[] s_exceptions =
    [
        (".InMempool", "the height of the chain, on which it depends, is in no answer"),
    ];

    [TestCase(true)]
    [TestCase(false)]
    public async Task Everything_that_was_read_is_the_same_with_the_data_that_the_recording_shows(bool keepsValues)
    {
        await using var service = await Running.InProcess(
            new EmulatorOptions { Dataset = "demo", Size = DemoSize.Default with { Nodes = 500 } });
        var recorded = new Recorded(service, keepsValues);
        await new Crawl(recorded).Everything();

        var implied = Imply(recorded, before: true);
        await using var replayed = await Running.InProcess(
            new EmulatorOptions { Dataset = "a.recording", DatasetSource = () => implied.Dataset });
        var compared = await recorded.CompareWith(replayed);

        implied.LeftOut.Should().BeEmpty();
        compared.Should().HaveCountGreaterThan(10_000);
        compared.Where(exchange => exchange.NotCompared is not null)
            .Select(exchange => $"{recorded.Exchanges[(int)exchange.Number - 1].Request.Target}: {exchange.NotCompared}").Take(5)
            .Should().BeEmpty();
        compared.SelectMany(exchange => exchange.Differences
                .Where(difference => !s_exceptions.Any(known => difference.Path.Contains(known.Path, StringComparison.Ordinal)))
                .Select(difference => $"{recorded.Exchanges[(int)exchange.Number - 1].Request.Target}: {difference}"))
            .Take(20).Should().BeEmpty();
    }

    [Test]
    public async Task A_tag_of_no_item_and_the_description_of_a_tag_are_there_again()
    {
        await using var service = await Running.InProcess("docs");
        var setUp = new Recorded(service, keepsValues: true);
        await setUp.Send("POST", "/v2/tags", """{"name":"Alone","description":"Of no item"}""");
        var recorded = new Recorded(service, keepsValues: true);
        await recorded.Send("GET", "/v2/tags?detailed=true&resultLimit=500");
        await recorded.Send("GET", "/v2/tags/Alone");

        await ShouldBeTheSame(recorded);
    }

    [Test]
    public async Task Values_that_are_replaced_keep_the_form_that_the_data_must_have()
    {
        await using var service = await Running.InProcess(
            new EmulatorOptions { Dataset = "demo", Size = DemoSize.Default with { Nodes = 500 } });
        var recorded = new Recorded(service, keepsValues: false);
        await recorded.Send("GET", "/v2/indicators/registryKeys?resultLimit=500");
        await recorded.Send("POST", "/api/v0/get-single-profile", Profile);

        await ShouldBeTheSame(recorded);
    }

    [Test]
    public async Task What_the_recording_creates_is_not_there_before_it_is_played()
    {
        await using var service = await Running.InProcess("docs");
        var recorded = new Recorded(service, keepsValues: true);
        await recorded.Send("GET", "/v2/groups/incidents/54160");
        await recorded.Send("POST", "/v2/tags", """{"name":"New","description":"Made now"}""");
        await recorded.Send("POST", "/v2/groups/incidents/54160/tags/New");
        await recorded.Send("POST", "/v2/securityLabels", """{"name":"Own label","color":"FFC000"}""");
        await recorded.Send("POST", "/v2/groups/incidents/54160/securityLabels/Own%20label");
        const string Attribute = """{"type":"Description","value":"Made now","displayed":true}""";
        await recorded.Send("POST", "/v2/groups/incidents/54160/attributes", Attribute);
        foreach (var list in new[] { "tags", "securityLabels", "attributes" })
            await recorded.Send("GET", $"/v2/groups/incidents/54160/{list}");

        await ShouldBeTheSame(recorded);
    }

    private static async Task ShouldBeTheSame(Recorded recorded)
    {
        var implied = Imply(recorded, before: true);
        implied.LeftOut.Should().BeEmpty();
        await using var replayed = await Running.InProcess(
            new EmulatorOptions { Dataset = "a.recording", DatasetSource = () => implied.Dataset });
        (await recorded.CompareWith(replayed)).Should().AllSatisfy(exchange =>
        {
            exchange.NotCompared.Should().BeNull();
            exchange.Differences.Should().BeEmpty(recorded.Exchanges[(int)exchange.Number - 1].Request.Target);
        });
    }

    private static ImpliedDataset Imply(Recorded recorded, bool before)
    {
        var header = new RecordingHeader { Recording = 1, Started = TimeProvider.System.GetUtcNow() };
        var recording = new Emulation.Recordings.Format.Recording(header, recorded.Exchanges, IsCut: false);
        return ImpliedDataset.Of("a.recording", recording, before);
    }
}
