using System.Diagnostics;
using System.Text;
using Emulation.Recordings.Drifts;
using Emulation.Recordings.Format;
using Emulation.Recordings.Rules;
using Emulation.Recordings.Sanitizing;
using Emulation.Tests.Support;

namespace Emulation.Tests.Recordings;

/// <summary>A client of one emulator whose exchanges are captured, sanitised, and compared with another emulator.</summary>
/// <param name="service">The emulator that takes the place of the service.</param>
/// <param name="keepsValues">Only secrets are removed.</param>
sealed class Recorded(Running service, bool keepsValues = false)
{
    private const string Token = "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=";

    private readonly Sanitizer _sanitizer = new(RuleSet.Default, new RouteFinder(RouteFinder.AllApis()), keepsValues);
    private readonly List<RecordedExchange> _exchanges = [];

    public Running Service => service;

    public IReadOnlyList<RecordedExchange> Exchanges => _exchanges;

    /// <summary>Sends a request with credentials, and records it with its answer.</summary>
    /// <param name="distort">Changes the answer before it is recorded, as a service that behaves differently would.</param>
    /// <returns>The answer's body.</returns>
    public async Task<string> Send(string method, string target, string? body = null, Func<CapturedExchange, CapturedExchange>? distort = null)
    {
        var captured = await Capture(method, target, body);
        _exchanges.Add(_sanitizer.Replace(distort is null ? captured : distort(captured)) with { Number = _exchanges.Count + 1 });
        return Encoding.UTF8.GetString(captured.ResponseBody.Bytes.Span);
    }

    /// <summary>Plays everything against another emulator.</summary>
    /// <param name="other">The other emulator.</param>
    /// <param name="before">Called before each exchange.</param>
    public async Task<IReadOnlyList<ComparedExchange>> CompareWith(Running other, Action? before = null)
    {
        using var client = other.Emulator.CreateClient();
        var routes = new RouteFinder(RouteFinder.AllApis());
        var run = await DriftRun.Start(new EmulatorClient(client, client, null), routes, RuleSet.Default);
        var compared = new List<ComparedExchange>();
        foreach (var exchange in _exchanges)
        {
            before?.Invoke();
            compared.Add(await run.Compare(exchange));
        }
        return compared;
    }

    private async Task<CapturedExchange> Capture(string method, string target, string? body)
    {
        (string Name, string Value)[] headers = target.StartsWith("/api/v0", StringComparison.Ordinal) ? []
            : target.StartsWith("/api/", StringComparison.Ordinal) && !target.StartsWith("/api/v2", StringComparison.Ordinal)
                ? [("api-key", "emulator-key"), ("api-secret", "emulator-secret")]
                : [("Authorization", Token)];
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        var watch = Stopwatch.StartNew();
        using var response = await service.Send(method, target, content, headers);
        var answer = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .SelectMany(header => header.Value.Select(value => new RecordedHeader(header.Key, value)));
        return new CapturedExchange
        {
            At = Captured.Noon,
            Duration = watch.Elapsed,
            Method = method,
            Target = target,
            RequestHeaders = [.. headers.Select(header => new RecordedHeader(header.Name, header.Value)), new("Content-Type", "application/json; charset=utf-8")],
            RequestBody = body is null ? CapturedBody.None : Captured.Body(body),
            Status = (int)response.StatusCode,
            ResponseHeaders = [.. answer],
            ResponseBody = Captured.Body(await response.Content.ReadAsByteArrayAsync()),
        };
    }
}
