using System.Text.Json;
using System.Text.RegularExpressions;
using Emulation.Tests.Support;

namespace Emulation.Tests.Logging;

public class LogFormatTests
{
    private const string Token = "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=";

    private readonly HandClock _machine = new(new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero));

    [Test]
    public async Task A_refusal_in_JSON_is_one_object_with_request_status_and_reason()
    {
        await using var emulator = await Running.InProcess(Options(LogLevels.Quiet), _machine);

        using var refused = await emulator.Send("GET", "/worlds/mine/v2/owners?secret=planted");

        var line = Lines(emulator).Single();
        Text(line, "time").Should().Be("2024-05-01T12:00:00Z");
        Text(line, "level").Should().Be("warning");
        Text(line, "world").Should().Be("mine");
        Text(line, "api").Should().Be("threatconnect");
        Text(line, "route").Should().Be("owners.list");
        Text(line, "method").Should().Be("GET");
        Text(line, "path").Should().Be("/v2/owners");
        line.GetProperty("status").GetInt32().Should().Be(403);
        line.GetProperty("durationMs").GetDouble().Should().BeGreaterThanOrEqualTo(0);
        Text(line, "reason").Should().NotBeEmpty();
        line.GetRawText().Should().NotContain("planted");
    }

    [Test]
    public async Task With_log_requests_each_request_names_its_caller()
    {
        await using var emulator = await Running.InProcess(Options(LogLevels.Requests), _machine);

        using var answer = await emulator.Send("GET", "/v2/owners", null, ("Authorization", Token));

        var line = Lines(emulator).Single();
        Text(line, "level").Should().Be("information");
        line.GetProperty("status").GetInt32().Should().Be(200);
        Text(line, "caller").Should().Be("12345678901234567890");
        line.TryGetProperty("reason", out _).Should().BeFalse();
    }

    [Test]
    public async Task Text_with_log_requests_shows_time_duration_and_caller()
    {
        await using var emulator = await Running.InProcess(Options(LogLevels.Requests) with { LogFormat = LogFormat.Text }, _machine);

        using var answer = await emulator.Send("GET", "/v2/owners", null, ("Authorization", Token));

        emulator.Log.ToString().TrimEnd().Should().Be("12:00:00.000 200 GET /v2/owners 0.0 ms 12345678901234567890");
    }

    [TestCase(10, 0)]
    [TestCase(2_000, 1)]
    public async Task An_import_of_over_a_second_is_logged_at_every_level(int step, int lines)
    {
        var machine = new SteppingClock(TimeSpan.FromMilliseconds(step));
        await using var emulator = await Running.InProcess(Options(LogLevels.Quiet) with { LogFormat = LogFormat.Text }, machine);
        using var dataset = new ByteArrayContent(await emulator.Client.GetByteArrayAsync(new Uri("/_emulator/export", UriKind.Relative)));

        using var answer = await emulator.Send("POST", "/_emulator/import", dataset);

        Regex.Count(emulator.Log.ToString(), @"200 POST /_emulator/import \d+\.0 ms anyone").Should().Be(lines);
    }

    [TestCase(10, 0)]
    [TestCase(2_000, 1)]
    public async Task An_export_of_over_a_second_is_logged_at_every_level(int step, int lines)
    {
        var machine = new SteppingClock(TimeSpan.FromMilliseconds(step));
        await using var emulator = await Running.InProcess(Options(LogLevels.Quiet) with { LogFormat = LogFormat.Text }, machine);

        await emulator.Client.GetByteArrayAsync(new Uri("/_emulator/export", UriKind.Relative));

        Regex.Count(emulator.Log.ToString(), @"200 GET /_emulator/export \d+\.0 ms anyone").Should().Be(lines);
    }

    /// <summary>A machine whose time goes on by a step each time it is read.</summary>
    private sealed class SteppingClock(TimeSpan step) : TimeProvider
    {
        private long _ticks = new DateTime(2024, 5, 1, 12, 0, 0, DateTimeKind.Utc).Ticks;

        public override DateTimeOffset GetUtcNow() => new(Interlocked.Add(ref _ticks, step.Ticks), TimeSpan.Zero);
    }

    private static EmulatorOptions Options(LogLevels level) => new() { Dataset = "docs", Log = level, LogFormat = LogFormat.Json };

    private static List<JsonElement> Lines(Running emulator) =>
        [.. emulator.Log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();
}
