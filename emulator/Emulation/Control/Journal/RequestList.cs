using System.Text;
using Emulation.Http;

namespace Emulation.Control.Journals;

/// <summary>The routes for a world's recorded requests, newest first: list, one request, its curl command, and an HTTP archive.</summary>
static class RequestList
{
    public static IReadOnlyList<Route> Rows(string version) =>
    [
        ControlRow.Query("GET", "/requests",           "requests.list", Show),
        ControlRow.Query("GET", "/requests.har",       "requests.har",  call => ShowArchive(call, version)),
        ControlRow.Query("GET", "/requests/{id}",      "requests.get",  Get),
        ControlRow.Query("GET", "/requests/{id}/curl", "requests.curl", ShowCurl),
    ];

    public static Exchange? Find(ControlCall call, string id) =>
        Guid.TryParse(id, out var guid) ? JournalControl.Of(call).Entries.FirstOrDefault(exchange => exchange.Id == guid) : null;

    private static Reply Show(ControlCall call)
    {
        if (ExchangeFilter.Of(call, out var refusal) is not { } filter) return refusal;
        var found = filter.Apply(JournalControl.Of(call).Entries, out var total);
        return ControlReplies.Object(200, json =>
        {
            json.WriteNumber("total", total);
            json.WriteStartArray("requests");
            foreach (var exchange in found)
            {
                json.WriteStartObject();
                if (filter.IsSummary) ExchangeJson.WriteSummary(json, new RedactedExchange(exchange));
                else ExchangeJson.Write(json, new RedactedExchange(exchange));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private static Reply Get(ControlCall call) => Find(call, call["id"]) is not { } exchange
        ? ControlReplies.NotFound("request", call["id"])
        : ControlReplies.Object(200, json =>
        {
            ExchangeJson.Write(json, new RedactedExchange(exchange));
            if (!exchange.IsMatched && NearestRoute.To(exchange) is { } route)
                json.WriteString("nearestRoute", $"{route.Method} {route.Path}");
        });

    private static Reply ShowCurl(ControlCall call) => Find(call, call["id"]) is not { } exchange
        ? ControlReplies.NotFound("request", call["id"])
        : new Reply(200) { ContentType = "text/plain; charset=utf-8", Bytes = Encoding.UTF8.GetBytes(CurlCommand.Of(exchange)) };

    private static Reply ShowArchive(ControlCall call, string version)
    {
        if (ExchangeFilter.Of(call, out var refusal) is not { } filter) return refusal;
        var found = filter.Apply(JournalControl.Of(call).Entries, out _);
        return HttpArchive.Of(found.Reverse().Select(exchange => new RedactedExchange(exchange)), version);
    }
}
