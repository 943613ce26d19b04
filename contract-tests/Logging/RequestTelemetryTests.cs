using System.Diagnostics;
using System.Diagnostics.Metrics;
using Emulation.Tests.Support;

namespace Emulation.Tests.Logging;

public class RequestTelemetryTests
{
    private const string Token = "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=";

    [Test]
    public async Task A_request_is_a_span_of_the_clients_trace()
    {
        const string Trace = "0af7651916cd43dd8448eb211c80319c";
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "ApiEmulator",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => { if (span.TraceId.ToHexString() == Trace) spans.Add(span); },
        };
        ActivitySource.AddActivityListener(listener);
        await using var emulator = await Running.InProcess("docs");

        using var answer = await emulator.Send(
            "GET", "/worlds/mine/v2/tasks/123456", null, ("Authorization", Token), ("traceparent", $"00-{Trace}-b7ad6b7169203331-01"));

        var span = spans.Single();
        span.DisplayName.Should().Be("GET /v2/tasks/{id}");
        span.ParentSpanId.ToHexString().Should().Be("b7ad6b7169203331");
        span.GetTagItem("http.route").Should().Be("/v2/tasks/{id}");
        span.GetTagItem("http.response.status_code").Should().Be(200);
        span.GetTagItem("emulator.world").Should().Be("mine");
        span.TagObjects.Select(tag => $"{tag.Value}").Should().NotContain(value => value.Contains("APIV2", StringComparison.Ordinal));
    }

    [Test]
    public async Task Durations_are_recorded_by_route_and_status_and_worlds_are_counted()
    {
        var (durations, worlds) = (new List<string>(), new List<int>());
        await using var emulator = await Running.InProcess("docs");
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) => { if (instrument.Meter.Name == "ApiEmulator") self.EnableMeasurementEvents(instrument); },
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            lock (durations) durations.Add(string.Join(' ', tags.ToArray().Select(tag => $"{tag.Value}")));
        });
        listener.SetMeasurementEventCallback<int>(
            (instrument, value, _, _) => { if (instrument.Name == "emulator.worlds") worlds.Add(value); });
        listener.Start();

        using var answer = await emulator.Send("GET", "/worlds/other/v2/owners/mine", null, ("Authorization", Token));
        listener.RecordObservableInstruments();

        durations.Should().Contain("GET /v2/owners/mine 200 threatconnect");
        worlds.Should().Contain(2);
    }
}
