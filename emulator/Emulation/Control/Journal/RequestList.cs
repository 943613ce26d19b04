using System.Text;
using Emulation.Http;

namespace Emulation.Control.Journals;

/// <summary>What was asked of a world, the newest first: as a list, one by one, as a curl, and as an archive for other tools.</summary>
static class RequestList
{
    public static IReadOnlyList<Route> Rows(string version) =>
    [
        ControlRow.Of("GET", "/requests",           "requests.list") with { ControlQuery = Show },
        ControlRow.Of("GET", "/requests.har",       "requests.har")  with { ControlQuery = call => Archive(call, version) },
        ControlRow.Of("GET", "/requests/{id}",      "requests.get")  with { ControlQuery = Get },
        ControlRow.Of("GET", "/requests/{id}/curl", "requests.curl") with { ControlQuery = Repeat },
    ];

    public static Exchange? Find(ControlCall call, string id) =>
        Guid.TryParse(id, out var wanted) ? JournalControl.Of(call).Entries.FirstOrDefault(exchange => exchange.Id == wanted) : null;

    private static Reply Show(ControlCall call)
    {
        if (Filter.Of(call, out var refusal) is not { } filter) return refusal;
        var found = filter.Apply(JournalControl.Of(call).Entries, out var total);
        return Answers.Object(200, json =>
        {
            json.WriteNumber("total", total);
            json.WriteStartArray("requests");
            foreach (var exchange in found)
            {
                json.WriteStartObject();
                ExchangeJson.Write(json, new Shown(exchange));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private static Reply Get(ControlCall call) => Find(call, call["id"]) is not { } exchange
        ? Answers.Missing("request", call["id"])
        : Answers.Object(200, json =>
        {
            ExchangeJson.Write(json, new Shown(exchange));
            if (!exchange.IsMatched && Nearest.To(exchange) is { } near) json.WriteString("nearestRoute", $"{near.Method} {near.Path}");
        });

    private static Reply Repeat(ControlCall call) => Find(call, call["id"]) is not { } exchange
        ? Answers.Missing("request", call["id"])
        : new Reply(200) { ContentType = "text/plain; charset=utf-8", Bytes = Encoding.UTF8.GetBytes(Curl.Of(exchange)) };

    private static Reply Archive(ControlCall call, string version)
    {
        if (Filter.Of(call, out var refusal) is not { } filter) return refusal;
        var found = filter.Apply(JournalControl.Of(call).Entries, out _);
        return Har.Of(found.Reverse().Select(exchange => new Shown(exchange)), version);
    }
}
