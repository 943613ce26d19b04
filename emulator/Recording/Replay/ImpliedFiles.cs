using Emulation.Recordings.Format;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Recordings.Replays;

/// <summary>The files of documents, reports and signatures. Of a binary file only the length is known: it has as many zeros.</summary>
static class ImpliedFiles
{
    private const int Longest = 1024 * 1024;

    public static void Add(ImpliedThreatConnect data, RouteFinder routes, RecordedExchange exchange)
    {
        if (exchange is not { Request.Method: "GET", Response: { Status: 200, Body: { Length: > 0 and <= Longest } body } }) return;
        var (api, match) = routes.Find("GET", exchange.Request.Target);
        if (api != "threatconnect" || match.Route is not { Name: { } route }) return;
        if (!route.EndsWith(".download", StringComparison.Ordinal)) return;
        if (match.Values.Length == 0 || data.Groups.Find(match.Values[0]) is not { } row) return;
        if (route == "signature.download") row["fileText"] = body.Text;
        else row["content"] = Convert.ToBase64String(body.Text is null ? new byte[body.Length] : body.Bytes());
    }
}
