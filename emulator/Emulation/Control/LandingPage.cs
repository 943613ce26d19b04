using System.Globalization;
using System.Net;
using System.Text;
using Emulation.Http;

namespace Emulation.Control;

/// <summary>The HTML page for browsers at the root, with the same content as the banner.</summary>
static class LandingPage
{
    /// <summary>The Accept header prefers HTML.</summary>
    public static bool IsWanted(Call call)
    {
        if (call.Header("Accept") is not { } accept) return false;
        var ranges = accept.Split(',').Select(MediaRange).ToArray();
        var html = ranges.Where(range => range.Type is "text/html" or "application/xhtml+xml");
        var weight = html.Select(range => range.Weight).DefaultIfEmpty(0).Max();
        return weight > 0 && ranges.All(range => range.Weight <= weight);
    }

    public static Reply Show(Call call, IReadOnlyList<IApi> apis)
    {
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>API emulator</title>")
            .Append("<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:3rem auto;padding:0 1rem}")
            .Append("pre{background:#f4f4f4;padding:.75rem;overflow:auto}</style></head><body><h1>API emulator</h1>");
        foreach (var api in apis)
        {
            page.Append("<h2>").Append(Encode(api.Title)).Append("</h2><p>");
            page.AppendJoin(" and ", api.BasePaths.Select(path => $"<code>{Encode(call.Origin + path)}</code>")).Append("</p>");
            foreach (var account in api.Accounts(call.Graph).Take(2))
            {
                var credentials = string.Join(", ", account.Credentials.Select(part => $"{part.Key} {part.Value}"));
                page.Append("<p>").Append(Encode(account.Name)).Append(": <code>").Append(Encode(credentials)).Append("</code></p>");
            }
            if (api.Sample is { } sample) page.Append("<pre>").Append(Encode(SampleCommand.Curl(call.Origin, sample))).Append("</pre>");
        }
        page.Append("<h2>Control</h2><p><a href=\"/_emulator/docs\">reference pages with try-it</a>, ")
            .Append("<a href=\"/_emulator/info\">info</a>, <a href=\"/_emulator/coverage\">coverage</a>, ")
            .Append("<a href=\"/_emulator/health/ready\">health</a></p></body></html>");
        return new(200) { ContentType = "text/html; charset=utf-8", Bytes = Encoding.UTF8.GetBytes(page.ToString()) };
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static (string Type, double Weight) MediaRange(string part)
    {
        var pieces = part.Split(';', StringSplitOptions.TrimEntries);
        var weight = pieces.Skip(1).FirstOrDefault(piece => piece.StartsWith("q=", StringComparison.OrdinalIgnoreCase))?[2..] ?? "1";
        var isNumber = double.TryParse(weight, NumberStyles.Float, CultureInfo.InvariantCulture, out var value);
        return (pieces[0].Trim().ToLowerInvariant(), isNumber ? value : 0);
    }
}
