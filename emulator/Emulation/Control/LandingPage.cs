using System.Globalization;
using System.Net;
using System.Text;
using Emulation.Http;

namespace Emulation.Control;

/// <summary>The page a person gets at the root: what the banner says.</summary>
static class LandingPage
{
    /// <summary>A page is what the client likes best.</summary>
    public static bool IsWanted(Call call)
    {
        if (call.Header("Accept") is not { } accept) return false;
        var wishes = accept.Split(',').Select(Wish).ToArray();
        var page = wishes.Where(wish => wish.Type is "text/html" or "application/xhtml+xml").Select(wish => wish.Weight).DefaultIfEmpty(0).Max();
        return page > 0 && wishes.All(wish => wish.Weight <= page);
    }

    public static Reply Show(Call call, IReadOnlyList<IApi> apis)
    {
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>API emulator</title>")
            .Append("<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:3rem auto;padding:0 1rem}pre{background:#f4f4f4;padding:.75rem;overflow:auto}</style></head><body><h1>API emulator</h1>");
        foreach (var api in apis)
        {
            page.Append("<h2>").Append(Text(api.Title)).Append("</h2><p>");
            page.AppendJoin(" and ", api.BasePaths.Select(path => $"<code>{Text(call.Origin + path)}</code>")).Append("</p>");
            foreach (var account in api.Accounts(call.Graph).Take(2))
                page.Append("<p>").Append(Text(account.Name)).Append(": <code>").Append(Text(string.Join(", ", account.Credentials.Select(part => $"{part.Key} {part.Value}")))).Append("</code></p>");
            if (api.Sample is { } sample) page.Append("<pre>").Append(Text(Curl(call.Origin, sample))).Append("</pre>");
        }
        page.Append("<h2>Control</h2><p><a href=\"/_emulator/info\">info</a>, <a href=\"/_emulator/coverage\">coverage</a>, <a href=\"/_emulator/health/ready\">health</a></p></body></html>");
        return new(200) { ContentType = "text/html; charset=utf-8", Bytes = Encoding.UTF8.GetBytes(page.ToString()) };
    }

    private static string Curl(string origin, Sample sample) =>
        $"curl -s '{origin}{sample.Target}'" + string.Concat(sample.Headers.Select(header => $" -H '{header.Key}: {header.Value}'"));

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static (string Type, double Weight) Wish(string part)
    {
        var pieces = part.Split(';', StringSplitOptions.TrimEntries);
        var weight = pieces.Skip(1).Select(piece => piece.StartsWith("q=", StringComparison.OrdinalIgnoreCase) ? piece[2..] : null).FirstOrDefault(piece => piece is not null);
        return (pieces[0].Trim().ToLowerInvariant(), double.TryParse(weight ?? "1", NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0);
    }
}
