using System.Text.Json;
using Emulation.Control.Stubs;
using Emulation.Control.Stubs.Matching;
using Emulation.Http;

namespace Emulation.Control.Journals.WireMock;

/// <summary>
/// WireMock's near misses: the stubs nearest to a request, or the requests nearest to a pattern; at most three, as in WireMock.
/// </summary>
static class NearMisses
{
    private const int MaxResults = 3;

    // A comparison takes a few microseconds. With many requests and many stubs, only the latest requests are compared.
    private const int MaxComparisons = 200_000;

    public static IReadOnlyList<Route> Rows { get; } =
    [
        AdminRow.Of("GET",  "/requests/unmatched/near-misses", "near-misses.unmatched", OfUnmatched),
        AdminRow.Of("POST", "/near-misses/request",            "near-misses.request",   OfRequest),
        AdminRow.Of("POST", "/near-misses/request-pattern",    "near-misses.pattern",   OfPattern),
    ];

    private static Reply OfUnmatched(ControlCall call) => NearMissList(json =>
    {
        var maxRequests = Math.Max(1, MaxComparisons / Math.Max(1, AdminRow.StubsOf(call).Now.All.Count));
        foreach (var exchange in JournalControl.Of(call).Entries.Where(exchange => !exchange.IsMatched).Take(maxRequests))
        {
            var redacted = new RedactedExchange(exchange);
            foreach (var (stub, distance) in Nearest(call, exchange.ToView()))
                Write(
                    json,
                    one => LoggedRequest.Write(one, redacted),
                    "stubMapping",
                    one => ServeEvent.Write(one, redacted, stub.Write),
                    distance);
        }
    });

    private static Reply OfRequest(ControlCall call)
    {
        var defects = new Defects();
        var request = DescribedRequest.Read(new Members(AdminRow.Body(call, defects), "", defects));
        if (defects.First is { } defect) return AdminReplies.Wrong(defect);
        return NearMissList(json =>
        {
            foreach (var (stub, distance) in Nearest(call, request.ToView()))
                Write(json, request.Write, "stubMapping", stub.Write, distance);
        });
    }

    private static Reply OfPattern(ControlCall call)
    {
        if (AdminRequests.Pattern(call, out var refusal) is not { } pattern) return refusal;
        var near = JournalControl.Of(call).Entries
            .Select(exchange => (Exchange: exchange, Distance: pattern.Distance(exchange.ToView())))
            .OrderBy(one => one.Distance)
            .Take(MaxResults)
            .ToList();
        return NearMissList(json =>
        {
            foreach (var (exchange, distance) in near)
                Write(json, one => LoggedRequest.Write(one, new RedactedExchange(exchange)), "requestPattern", pattern.Write, distance);
        });
    }

    private static List<(Stub Stub, double Distance)> Nearest(ControlCall call, RequestView request) =>
    [
        .. AdminRow.StubsOf(call).Now.All
            .Select(stub => (Stub: stub, Distance: stub.Request.Distance(request)))
            .OrderBy(candidate => candidate.Distance)
            .Take(MaxResults),
    ];

    private static Reply NearMissList(Action<Utf8JsonWriter> elements) => ControlReplies.Object(200, json =>
    {
        json.WriteStartArray("nearMisses");
        elements(json);
        json.WriteEndArray();
    });

    private static void Write(
        Utf8JsonWriter json, Action<Utf8JsonWriter> request, string name, Action<Utf8JsonWriter> other, double distance)
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
