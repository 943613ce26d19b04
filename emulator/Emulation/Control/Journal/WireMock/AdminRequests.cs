using System.Globalization;
using System.Text.Json;
using Emulation.Control.Stubs;
using Emulation.Control.Stubs.Matching;
using Emulation.Http;

namespace Emulation.Control.Journals.WireMock;

/// <summary>
/// WireMock's admin routes for recorded requests. A request counts as matched when a stub answered it or its path belongs to a route.
/// </summary>
static class AdminRequests
{
    public static IReadOnlyList<Route> Rows { get; } =
    [
        AdminRow.Of("GET",    "/requests",                    "requests.admin.list",       List),
        AdminRow.Of("DELETE", "/requests",                    "requests.admin.clear",      Clear),
        AdminRow.Of("POST",   "/requests/reset",              "requests.admin.reset",      Clear),
        AdminRow.Of("POST",   "/requests/count",              "requests.admin.count",      Count),
        AdminRow.Of("POST",   "/requests/find",               "requests.admin.find",       Find),
        AdminRow.Of("POST",   "/requests/remove",             "requests.admin.remove",     Remove),
        AdminRow.Of("POST",   "/requests/remove-by-metadata", "requests.admin.metadata",   RemoveByMetadata),
        AdminRow.Of("GET",    "/requests/unmatched",          "requests.admin.unmatched",  Unmatched),
        AdminRow.Of("GET",    "/requests/{id}",               "requests.admin.get",        Get),
        AdminRow.Of("DELETE", "/requests/{id}",               "requests.admin.delete",     Delete),
    ];

    /// <summary>The pattern in the body, which is required.</summary>
    public static RequestPattern? Pattern(ControlCall call, out Reply refusal)
    {
        var defects = new Defects();
        if (call.Body.IsEmpty) defects.Add("", "The body is empty; send a request pattern, {} for every request.");
        var pattern = RequestPattern.Read(AdminRow.Body(call, defects), "", defects);
        refusal = defects.First is { } defect ? AdminReplies.Wrong(defect) : AdminReplies.Empty;
        return defects.First is null ? pattern : null;
    }

    public static IEnumerable<Exchange> Matching(ControlCall call, RequestPattern pattern) =>
        JournalControl.Of(call).Entries.Where(exchange => pattern.Matches(exchange.ToView()));

    public static void WriteDisabled(Utf8JsonWriter json, ControlCall call) =>
        json.WriteBoolean("requestJournalDisabled", !JournalControl.Of(call).IsOpen);

    private static Reply List(ControlCall call)
    {
        if (Limit(call.Query["limit"]) is not { } limit) return Refused("limit", "a whole number from 0 on");
        var since = call.Query["since"] is { } text ? Instants.Parse(text) : DateTimeOffset.MinValue;
        if (since is null) return Refused("since", $"a moment: {Instants.Allowed}");
        if (call.Query["matchingStub"] is { } stub && !Guid.TryParseExact(stub, "D", out _)) return Refused("matchingStub", "a UUID");
        if (call.Query["unmatched"] is { } flag && flag is not ("" or "true" or "false")) return Refused("unmatched", "true or false");
        var stubId = call.Query["matchingStub"];
        var unmatched = call.Query["unmatched"] is "" or "true";
        var all = JournalControl.Of(call).Entries
            .Where(exchange => stubId is null || string.Equals(exchange.Details.Stub, stubId, StringComparison.OrdinalIgnoreCase))
            .Where(exchange => !unmatched || !exchange.IsMatched)
            .ToList();
        // As in WireMock, the total includes requests that are too old or beyond the limit.
        return ControlReplies.Object(200, json =>
        {
            WriteEvents(json, "requests", call, all.Where(exchange => exchange.Details.MachineNow > since).Take(limit));
            json.WriteStartObject("meta");
            json.WriteNumber("total", all.Count);
            json.WriteEndObject();
            WriteDisabled(json, call);
        });
    }

    private static Reply Clear(ControlCall call)
    {
        JournalControl.Of(call).RemoveAll();
        return AdminReplies.Empty;
    }

    private static Reply Count(ControlCall call)
    {
        if (Pattern(call, out var refusal) is not { } pattern) return refusal;
        var count = Matching(call, pattern).Count();
        return ControlReplies.Object(200, json =>
        {
            json.WriteNumber("count", count);
            WriteDisabled(json, call);
        });
    }

    private static Reply Find(ControlCall call) =>
        Pattern(call, out var refusal) is { } pattern ? Requests(call, Matching(call, pattern)) : refusal;

    private static Reply Unmatched(ControlCall call) =>
        Requests(call, JournalControl.Of(call).Entries.Where(exchange => !exchange.IsMatched));

    private static Reply Remove(ControlCall call) =>
        Pattern(call, out var refusal) is { } pattern ? Removed(call, [.. Matching(call, pattern)]) : refusal;

    private static Reply RemoveByMetadata(ControlCall call)
    {
        var defects = new Defects();
        var matcher = MatcherReader.Read(new Members(AdminRow.Body(call, defects), "", defects));
        if (defects.First is { } defect) return AdminReplies.Wrong(defect);
        var matching = JournalControl.Of(call).Entries.Where(exchange =>
            ServeEvent.StubOf(call, exchange)?.Metadata is { } metadata
            && matcher.Matches(new MatchInput(metadata.GetRawText(), new WorkBudget())));
        return Removed(call, [.. matching]);
    }

    private static Reply Removed(ControlCall call, List<Exchange> exchanges)
    {
        JournalControl.Of(call).Remove(exchanges.Select(exchange => exchange.Serial).ToHashSet());
        return ControlReplies.Object(200, json => WriteEvents(json, "serveEvents", call, exchanges));
    }

    private static Reply Get(ControlCall call)
    {
        if (InvalidId(call) is { } refusal) return refusal;
        return RequestList.Find(call, call["id"]) is { } exchange
            ? ControlReplies.Object(200, json => ServeEvent.Write(json, call, exchange))
            : AdminReplies.Refused(404, 404, "Not found", $"There is no request {call["id"]}.", null);
    }

    private static Reply Delete(ControlCall call)
    {
        if (InvalidId(call) is { } refusal) return refusal;
        if (RequestList.Find(call, call["id"]) is { } exchange) JournalControl.Of(call).Remove(new HashSet<long> { exchange.Serial });
        return AdminReplies.Empty;
    }

    private static Reply Requests(ControlCall call, IEnumerable<Exchange> exchanges) => ControlReplies.Object(200, json =>
    {
        json.WriteStartArray("requests");
        foreach (var exchange in exchanges)
        {
            json.WriteStartObject();
            LoggedRequest.Write(json, new RedactedExchange(exchange));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteDisabled(json, call);
    });

    private static void WriteEvents(Utf8JsonWriter json, string name, ControlCall call, IEnumerable<Exchange> exchanges)
    {
        json.WriteStartArray(name);
        foreach (var exchange in exchanges)
        {
            json.WriteStartObject();
            ServeEvent.Write(json, call, exchange);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static Reply? InvalidId(ControlCall call) => Guid.TryParseExact(call["id"], "D", out _)
        ? null
        : AdminReplies.Refused(400, AdminReplies.WrongJson, $"{call["id"]} is not a valid UUID", "A request is named by its id.", null);

    private static int? Limit(string? text)
    {
        if (text is null) return int.MaxValue;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null;
    }

    private static Reply Refused(string name, string allowed) =>
        AdminReplies.Refused(400, AdminReplies.WrongJson, $"Query parameter {name} is not valid", $"\"{name}\" must be {allowed}.", null);
}
