using System.Text.Json;
using Emulation.Recordings.Format;
using Emulation.Recordings.Replays;
using Emulation.Tests.Support;

namespace Emulation.Tests.Recordings;

/// <summary>The data that a recording implies.</summary>
[CancelAfter(60_000)]
class ReplayTests
{
    private const string Domain = "domain-59f5e994104053f590acdd1d2d72071669c839a60fc68291110facfa2fd16396";

    [Test]
    public async Task What_answers_show_is_there_again_with_its_links()
    {
        await using var service = await Running.InProcess("docs");
        var recorded = new Recorded(service, keepsValues: true);
        await recorded.Send("GET", "/v2/owners");
        await recorded.Send("GET", "/v2/groups?resultLimit=5");
        await recorded.Send("POST", "/v2/groups/incidents/54160/tags/Seen%20before");
        await recorded.Send("GET", "/v2/groups/incidents/54160");
        await recorded.Send("GET", "/v2/groups/incidents/54160/tags");
        await recorded.Send("GET", "/v2/indicators/hosts/example.org?includeTags=true&includeAttributes=true");
        await recorded.Send("GET", "/v2/tasks");
        await recorded.Send("GET", $"/api/search/v1/associations/{Domain}");
        await recorded.Send("POST", "/api/v0/get-single-post", """{"PostHashHex":"7bf79e2fe04f8eadb66b9877ce04d55b64e2663fb34b392c2f215ca9d6fba938"}""");

        await using var replayed = await Replayed(recorded, before: false);

        (await Get(replayed, "/v2/groups?resultLimit=1")).GetProperty("data").GetProperty("resultCount").GetInt32().Should().Be(5);
        var tags = (await Get(replayed, "/v2/groups/incidents/54160/tags")).GetProperty("data").GetProperty("tag");
        tags[0].GetProperty("name").GetString().Should().Be("Seen before");
        (await Get(replayed, "/v2/indicators/hosts/example.org")).GetProperty("status").GetString().Should().Be("Success");
        (await Get(replayed, "/v2/tasks")).GetProperty("data").GetProperty("resultCount").GetInt32().Should().Be(1);
        replayed.World.Store.Current.NodeCount.Should().BeGreaterThan(12);
    }

    [Test]
    public async Task A_recording_is_compared_with_the_data_that_it_shows()
    {
        await using var service = await Running.InProcess("docs");
        var recorded = new Recorded(service);
        await recorded.Send("GET", "/v2/owners");
        await recorded.Send("GET", "/v2/groups?resultLimit=160");
        await recorded.Send("GET", "/v2/groups/incidents/54007");
        await recorded.Send("POST", "/v2/groups/incidents", """{"name":"Marlena Vossberg was here"}""");
        await recorded.Send("GET", "/v2/groups/incidents/54161");
        await recorded.Send("GET", "/v2/groups?resultLimit=2");

        await using var replayed = await Replayed(recorded, before: true);
        var compared = await recorded.CompareWith(replayed);

        compared.Should().AllSatisfy(exchange => exchange.NotCompared.Should().BeNull());
        compared.SelectMany(exchange => exchange.Differences.Where(difference => difference.Path.StartsWith("$.data.group", StringComparison.Ordinal)
            || difference.Path.StartsWith("$.data.incident", StringComparison.Ordinal))).Should().BeEmpty();
    }

    [Test]
    public void Rows_that_contradict_the_format_are_left_out_and_named()
    {
        var recording = new Emulation.Recordings.Format.Recording(new RecordingHeader { Recording = 1, Started = Captured.Noon }, [
            Answer("/v2/groups", """{"status":"Success","data":{"group":[{"id":1,"name":"a","type":"Nonsense"},{"id":2,"name":"b","type":"Threat"}]}}"""),
        ], IsCut: false);

        var implied = ImpliedDataset.Of("a.recording", recording, before: false);

        implied.LeftOut.Should().ContainSingle().Which.Should().Contain("Nonsense");
        using var json = JsonDocument.Parse(implied.Json);
        json.RootElement.GetProperty("groups").GetArrayLength().Should().Be(1);
    }

    [Test]
    public void An_empty_recording_implies_an_emulator_without_items()
    {
        var recording = new Emulation.Recordings.Format.Recording(new RecordingHeader { Recording = 1, Started = Captured.Noon }, [], IsCut: false);

        ImpliedDataset.Of("a.recording", recording, before: false).LeftOut.Should().BeEmpty();
    }

    private static RecordedExchange Answer(string target, string body) => new()
    {
        Request = new RecordedRequest { Method = "GET", Target = target },
        Response = new RecordedResponse { Status = 200, Body = new RecordedBody { Text = body, Length = body.Length } },
    };

    private static Task<Running> Replayed(Recorded recorded, bool before)
    {
        var header = new RecordingHeader { Recording = 1, Started = Captured.Noon };
        var implied = ImpliedDataset.Of("a.recording", new Emulation.Recordings.Format.Recording(header, recorded.Exchanges, IsCut: false), before);
        implied.LeftOut.Should().BeEmpty();
        return Running.InProcess(new EmulatorOptions { Dataset = "a.recording", DatasetSource = () => implied.Dataset });
    }

    private static async Task<JsonElement> Get(Running emulator, string target)
    {
        using var response = await emulator.Send("GET", target, null, ("Authorization", "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I="));
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }
}
