using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Emulation.Seeding;
using Emulation.Tests.Support;

namespace Emulation.Tests.Fuzz;

/// <summary>
/// Random requests over every route: each refusal in its API's envelope, no bug, no hang, no secret in the log or the journal.
/// </summary>
[NonParallelizable]
class RandomRequestTests
{
    private const int Seeds = 10;
    private const int RequestsPerSeed = 5_000;
    private const int WorldsPerSeed = 4;

    private static readonly TimeSpan s_hang = TimeSpan.FromSeconds(2);

    [Test]
    public async Task Every_answer_to_50000_random_requests_is_one_of_its_api()
    {
        var faults = new ConcurrentQueue<string>();

        await Parallel.ForEachAsync(
            Enumerable.Range(1, Seeds), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (seed, _) => await Run(seed, faults));

        faults.Take(20).Should().BeEmpty($"of {faults.Count} faults the first are shown");
    }

    private static async Task Run(int seed, ConcurrentQueue<string> faults)
    {
        await using var emulator = await Running.InProcess(
            new EmulatorOptions { Dataset = "demo", Size = DemoSize.Default with { Nodes = 200 } });
        var routes = await Routes(emulator);
        var dice = new Dice(seed);
        var generator = new RequestGenerator(routes, new ValuePool(routes), dice);
        for (var world = 0; world < WorldsPerSeed; world++) (await emulator.Send("POST", $"/_emulator/worlds/api-{world}")).Dispose();
        for (var i = 0; i < RequestsPerSeed; i++) await Send(emulator, generator.Next(), seed, i, dice, faults);
        if (emulator.Log.ToString().Contains(RequestGenerator.Secret, StringComparison.Ordinal))
            faults.Enqueue($"seed {seed}: a secret in the log, near {Near(emulator.Log.ToString())}");
        foreach (var line in emulator.Log.ToString().Split('\n').Where(line => line.StartsWith("bug", StringComparison.Ordinal)).Take(5))
            faults.Enqueue($"seed {seed}: {line}");
        for (var world = 0; world < WorldsPerSeed; world++)
        {
            var journal = await emulator.Client.GetStringAsync($"/worlds/api-{world}/_emulator/requests.har");
            if (journal.Contains(RequestGenerator.Secret, StringComparison.Ordinal))
                faults.Enqueue($"seed {seed}: a secret in the journal, near {Near(journal)}");
        }
    }

    /// <summary>A request that takes long is sent again: on a busy machine any may, but not the same one three times.</summary>
    private static async Task Send(Running emulator, RandomRequest request, int seed, int number, Dice dice, ConcurrentQueue<string> faults)
    {
        var world = request.Route.Api == "control" ? "control" : $"api-{dice.Below(WorldsPerSeed).ToString(CultureInfo.InvariantCulture)}";
        for (var attempt = 1; ; attempt++)
        {
            var started = Stopwatch.GetTimestamp();
            if (await FaultOf(emulator, request, world) is { } fault)
                faults.Enqueue($"seed {seed}, request {number}: {fault} to {request}");
            if (Stopwatch.GetElapsedTime(started) < s_hang) return;
            if (attempt < 3) continue;
            faults.Enqueue($"seed {seed}, request {number}: took {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s: {request}");
            return;
        }
    }

    private static async Task<string?> FaultOf(Running emulator, RandomRequest request, string world)
    {
        var content = request.Body is null ? null : new ByteArrayContent(request.Body);
        if (content is not null && request.ContentType.Length > 0)
            content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        try
        {
            using var response = await emulator.Send(
                request.Method, request.Target, content, [.. request.Headers, ("X-Emulator-World", world)]);
            var body = await response.Content.ReadAsStringAsync();
            var status = (int)response.StatusCode;
            if (status < 400
                || Envelopes.Fault(request, status, response.Content.Headers.ContentType?.ToString(), body, Names(response)) is not { } fault) return null;
            return $"{fault}: {status} {body[..Math.Min(body.Length, 200)]}";
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException)
        {
            return $"{failure.GetType().Name} {failure.Message}";
        }
    }

    private static HashSet<string> Names(HttpResponseMessage response) =>
        response.Headers.Select(header => header.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);

    // The control plane is a tenth of the requests; what it is asked for is in a world of its own.
    private static async Task<IReadOnlyList<FuzzRoute>> Routes(Running emulator)
    {
        using var coverage = JsonDocument.Parse(await emulator.Client.GetStringAsync("/_emulator/coverage"));
        var api = coverage.RootElement.GetProperty("routes").EnumerateArray()
            .Select(row => new FuzzRoute(row.GetProperty("api").GetString()!, row.GetProperty("method").GetString()!, row.GetProperty("path").GetString()!, row.GetProperty("served").GetBoolean())).ToList();
        // Without WireMock.Net its admin API is 501 by design; with it, the answers are WireMock.Net's own. A stream of events has no end.
        var control = emulator.Apis.Single(one => one.IsControl).Routes
            .Where(route => !route.Path.StartsWith("/_wiremock", StringComparison.Ordinal) && route.Name != "events").Select(
                route => new FuzzRoute("control", route.Method, route.Path, route.Served));
        return [.. api, .. control];
    }

    private static string Near(string text)
    {
        var at = text.IndexOf(RequestGenerator.Secret, StringComparison.Ordinal);
        return text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 60)];
    }
}
