using System.Text.Json;
using Emulation.Control.Stubs;
using Emulation.Control.Stubs.Matching;
using Emulation.Http;

namespace Emulation.Control.Journals.WireMock;

/// <summary>What nearly matched: the stubs nearest to a request, or the requests nearest to a pattern; three at most, as in WireMock.</summary>
static class NearMisses
{
    private const int Most = 3;

    // A comparison takes a few microseconds. Of thousands of requests and thousands of stubs, the latest requests are compared.
    private const int MostCompared = 200_000;

    public static IReadOnlyList<Route> Rows { get; } =
    [
        AdminRow.Of("GET",  "/requests/unmatched/near-misses", "near-misses.unmatched", OfUnmatched),
        AdminRow.Of("POST", "/near-misses/request",            "near-misses.request",   OfRequest),
        AdminRow.Of("POST", "/near-misses/request-pattern",    "near-misses.pattern",   OfPattern),
    ];

    private static Reply OfUnmatched(ControlCall call) => Listed(json =>
    {
        var most = Math.Max(1, MostCompared / Math.Max(1, AdminRow.StubsOf(call).Now.All.Count));
        foreach (var exchange in JournalControl.Of(call).Entries.Where(exchange => !exchange.IsMatched).Take(most))
        {
            var shown = new Shown(exchange);
            foreach (var (stub, distance) in Nearest(call, exchange.AsAsked()))
                Write(json, one => LoggedRequest.Write(one, shown), "stubMapping", one => ServeEvent.Write(one, shown, stub.Write), distance);
        }
    });

    private static Reply OfRequest(ControlCall call)
    {
        var defects = new Defects();
        var request = GivenRequest.Read(new Members(AdminRow.Body(call, defects), "", defects));
        if (defects.First is { } defect) return AdminAnswers.Wrong(defect);
        return Listed(json =>
        {
            foreach (var (stub, distance) in Nearest(call, request.AsAsked()))
                Write(json, request.Write, "stubMapping", stub.Write, distance);
        });
    }

    private static Reply OfPattern(ControlCall call)
    {
        if (AdminRequests.Pattern(call, out var refusal) is not { } pattern) return refusal;
        var near = JournalControl.Of(call).Entries
            .Select(exchange => (Exchange: exchange, Distance: pattern.Distance(exchange.AsAsked())))
            .OrderBy(one => one.Distance)
            .Take(Most)
            .ToList();
        return Listed(json =>
        {
            foreach (var (exchange, distance) in near)
                Write(json, one => LoggedRequest.Write(one, new Shown(exchange)), "requestPattern", pattern.Write, distance);
        });
    }

    private static List<(Stub Stub, double Distance)> Nearest(ControlCall call, RequestView asked) =>
        [.. AdminRow.StubsOf(call).Now.All.Select(stub => (Stub: stub, Distance: stub.Request.Distance(asked))).OrderBy(near => near.Distance).Take(Most)];

    private static Reply Listed(Action<Utf8JsonWriter> near) => Answers.Object(200, json =>
    {
        json.WriteStartArray("nearMisses");
        near(json);
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, Action<Utf8JsonWriter> request, string name, Action<Utf8JsonWriter> other, double distance)
    {
        json.WriteStartObject();
        json.WriteStartObject("request");
        request(json);
        json.WriteEndObject();
        json.WritePropertyName(name);
        other(json);
        json.WriteStartObject("matchResult");
        json.WriteStartArray("subEvents");
        json.WriteEndArray();
        json.WriteStartArray("diffDescriptions");
        json.WriteEndArray();
        json.WriteNumber("distance", distance);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
