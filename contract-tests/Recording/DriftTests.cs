using System.Text.Json;
using Emulation.Recordings.Drifts;
using Emulation.Tests.Support;

namespace Emulation.Tests.Recordings;

/// <summary>Which differences between a service and the emulator are found, and that no others are.</summary>
[CancelAfter(300_000)]
class DriftTests
{
    private static IEnumerable<PlantedDifference> Differences => PlantedDifferences.All;

    [TestCaseSource(nameof(Differences))]
    public async Task A_planted_difference_is_found_and_named(PlantedDifference planted)
    {
        await using var service = await Running.InProcess("docs");
        await using var emulator = await Running.InProcess("docs");
        var recorded = new Recorded(service);
        var parts = planted.Request.Split(' ', 3);
        await recorded.Send(parts[0], parts[1], parts.Length > 2 ? parts[2] : null, planted.Distort);

        var compared = await recorded.CompareWith(emulator);

        compared.Single().NotCompared.Should().BeNull();
        compared.Single().Differences.Select(difference => (difference.Kind, difference.Path)).Distinct()
            .Should().Equal([(planted.Kind, planted.Path)], string.Join('\n', compared.Single().Differences));
    }

    [Test]
    public void There_are_at_least_forty_kinds() =>
        PlantedDifferences.All.Select(planted => planted.Kind).Distinct().Should().HaveCountGreaterThanOrEqualTo(40);

    [Test]
    public async Task Two_thousand_exchanges_with_other_ids_and_moving_clocks_are_the_same()
    {
        var (serviceClock, emulatorClock) = (new HandClock(new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero)), new HandClock(new(2025, 1, 9, 3, 4, 5, 678, TimeSpan.Zero)));
        await using var service = await Running.InProcess(new EmulatorOptions { Dataset = "docs" }, serviceClock);
        await using var emulator = await Running.InProcess(new EmulatorOptions { Dataset = "docs", Seed = 99 }, emulatorClock);
        await Shift(service, 7);
        var recorded = new Recorded(service);
        await Session.Begin(recorded);
        for (var round = 0; round < 80; round++)
        {
            serviceClock.Advance(TimeSpan.FromSeconds(61));
            await Session.Run(recorded, round);
        }

        var compared = await recorded.CompareWith(emulator, () => emulatorClock.Advance(TimeSpan.FromMilliseconds(987.6543)));

        compared.Should().HaveCountGreaterThanOrEqualTo(2000);
        // Each round looks for names by their beginning once, which stand-ins do not keep.
        compared.Where(exchange => exchange.NotCompared is not null and not "the request looks for the beginning of a text that was replaced").Select(exchange => $"{exchange.Number}: {exchange.NotCompared}").Take(5)
            .Should().BeEmpty();
        compared.SelectMany(exchange => exchange.Differences.Select(difference => $"{Describe(recorded, exchange)}: {difference}")).Take(5)
            .Should().BeEmpty();
    }

    [Test]
    public async Task Every_documented_example_is_the_same_at_two_emulators()
    {
        foreach (var examples in Example.All().Where(example => !example.Options.Any()).GroupBy(example => example.Dataset, StringComparer.Ordinal))
        {
            await using var service = await Running.InProcess(examples.Key);
            await using var emulator = await Running.InProcess(examples.Key);
            var recorded = new Recorded(service, keepsValues: true);
            foreach (var example in examples)
                await recorded.Send(example.Method, example.Target, example.Body is { } body ? BodyText(body) : null);

            var compared = await recorded.CompareWith(emulator);

            compared.SelectMany(exchange => exchange.Differences.Select(difference => $"{Describe(recorded, exchange)}: {difference}"))
                .Should().BeEmpty(examples.Key);
        }
    }

    [Test]
    public async Task What_was_made_before_the_recording_is_named_and_not_counted_as_drift()
    {
        await using var service = await Running.InProcess("docs");
        await using var emulator = await Running.InProcess("docs");
        var id = await Shift(service, 3, keepLast: true);
        var recorded = new Recorded(service);
        await recorded.Send("GET", $"/v2/groups/incidents/{id}");

        var compared = (await recorded.CompareWith(emulator)).Single();

        compared.Differences.Should().BeEmpty();
        compared.NotCompared.Should().Be($"{id} was made before the recording began; give a dataset that has it");
    }

    /// <summary>Makes items and deletes them, so that the next id is another.</summary>
    private static async Task<long> Shift(Running service, int count, bool keepLast = false)
    {
        var recorded = new Recorded(service);
        var id = 0L;
        for (var i = 0; i < count; i++)
        {
            using var answer = JsonDocument.Parse(await recorded.Send("POST", "/v2/groups/incidents", """{"name":"For its id alone"}"""));
            id = answer.RootElement.GetProperty("data").GetProperty("incident").GetProperty("id").GetInt64();
            if (!keepLast || i < count - 1) await recorded.Send("DELETE", $"/v2/groups/incidents/{id}");
        }
        return id;
    }

    private static string BodyText(JsonElement body) => body.ValueKind == JsonValueKind.String ? body.GetString()! : body.GetRawText();

    private static string Describe(Recorded recorded, ComparedExchange exchange)
    {
        var request = recorded.Exchanges[(int)exchange.Number - 1].Request;
        return $"{exchange.Number} {request.Method} {request.Target}";
    }
}
