using System.Text;
using System.Text.Json;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Tests.Recordings;

/// <summary>A value that must not be recorded, and how it may be recognised in a file.</summary>
sealed record Planted(string Kind, string Value)
{
    /// <summary>The value and its telling parts.</summary>
    public IEnumerable<string> Traces =>
        Value.Split([' ', '@', ',', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length >= 5 && !part.All(char.IsAsciiDigit)).Append(Value);

    /// <summary>The traces in a text: as they are, escaped for an address or for JSON, or in base64.</summary>
    public IEnumerable<string> TracesIn(string text) => Traces.Where(trace =>
        text.Contains(trace, StringComparison.OrdinalIgnoreCase)
        || text.Contains(Uri.EscapeDataString(trace), StringComparison.OrdinalIgnoreCase)
        || text.Contains(JsonEncodedText.Encode(trace).ToString(), StringComparison.OrdinalIgnoreCase)
        || text.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes(trace)).TrimEnd('='), StringComparison.Ordinal));
}

/// <summary>Secrets and personal values, invented, and the places of an exchange.</summary>
static class PlantedValues
{
    private static readonly string[] s_first =
        ["Marlena", "Torvald", "Ysolde", "Bertram", "Anneke", "Casimir", "Delphine", "Ekkehard", "Philippa", "Gunnar"];

    private static readonly string[] s_last =
        ["Vossberg", "Hallstrom", "Quillfeather", "Ostrander", "Pemberly", "Lindqvist", "Zabriskie", "Thornbury"];

    private static readonly string[] s_companies = ["Brightwater Logistics", "Kessler Foundries", "Novaterra Shipping", "Halloran Dairy"];

    private static readonly string[] s_topics = ["layoffs", "merger", "salary", "pregnancy", "lawsuit"];

    public static IReadOnlyList<Planted> All { get; } = [.. Enumerable.Range(0, 300).Select(Make)];

    /// <summary>Places in which any value may be.</summary>
    public static IReadOnlyList<(string Name, Func<string, CapturedExchange> With)> Places { get; } =
    [
        ("path segment",             value => Captured.Get($"/v2/tags/{Escape(value)}/groups")),
        ("path of an indicator",     value => Captured.Get($"/api/v2/indicators/hosts/{Escape(value)}?owner=Example")),
        ("unknown path",             value => Captured.Get($"/somewhere/{Escape(value)}/x")),
        ("known query parameter",    value => Captured.Get($"/v2/groups?owner={Escape(value)}")),
        ("unknown query parameter",  value => Captured.Get($"/v2/groups?q={Escape(value)}&x=1")),
        ("name of a parameter",      value => Captured.Get($"/v2/groups?{Escape(value)}=1")),
        ("filter",                   value => Captured.Get($"/v2/groups?filters=name%3D{Escape(value)}")),
        ("unknown request header",   value => Captured.Get("/v2/owners").WithRequestHeader("X-Department", value.Replace('\n', ' '))),
        ("recorded request header",  value => Captured.Get("/v2/owners").WithRequestHeader("User-Agent", $"python-requests/2.1 ({value.Replace('\n', ' ')})")),
        ("response header",          value => Captured.Get("/v2/owners").WithResponseHeader("X-Served-For", value.Replace('\n', ' '))),
        ("error header",             value => Captured.Get("/api/search/v1/x").WithResponseHeader("x-error", $"unknown type: {value.Replace('\n', ' ')}")),
        ("redirect",                 value => Captured.Get("/v2/owners").WithResponseHeader("Location", $"https://x.corp.test/v2/tags/{Escape(value)}?a={Escape(value)}")),
        ("known member",             value => Captured.Post("/v2/groups/incidents", $$"""{"name":{{Json(value)}}}""")),
        ("unknown member",           value => Captured.Post("/v2/groups/incidents", $$"""{"zzz":{"deep":[1,[{"w":{{Json(value)}}}]] } }""")),
        ("name of a member",         value => Captured.Post("/api/v0/x", $$"""{"ExtraData":{ {{Json(value)}}:1} }""")),
        ("answer",                   value => Captured.Get("/v2/groups", $$"""{"data":{"group":[{"name":{{Json(value)}},"ownerName":{{Json(value)}}}] } }""")),
        ("error text",               value => Captured.Get("/v2/groups", $$"""{"status":"Failure","message":{{Json($"The requested {value} was not found")}}}""", 404)),
        ("status",                   value => Captured.Get("/v2/groups", $$"""{"status":{{Json(value)}},"type":{{Json(value)}}}""")),
        ("JSON in a string",         value => Captured.Post("/api/v0/x", $$"""{"Body":{{Json($$"""{"inner":{{Json(value)}}}""")}}}""")),
        ("URL in a member",          value => Captured.Get("/v2/groups", $$"""{"webLink":{{Json($"https://u:{Escape(value)}@x.corp.test/{Escape(value)}?who={Escape(value)}#{Escape(value)}")}}}""")),
        ("form",                     value => Captured.Post("/v2/x", $"a={Escape(value)}&b=2", "application/x-www-form-urlencoded")),
        ("plain text",               value => Captured.Post("/v2/x", $"Dear {value}, please call.", "text/plain")),
        ("CSV",                      value => Captured.Post("/v2/x", $"id,who\n1,\"{value}\"\n", "text/csv")),
        ("HTML",                     value => Captured.Post("/v2/x", $"<p title=\"{value}\">{value}</p>", "text/html")),
        ("malformed JSON",           value => Captured.Post("/v2/x", $$"""{"name":{{Json(value)}},}{ {{value}}""")),
        ("JSON lines",               value => Captured.Get("/api/feeds/v1/x", $"{{\"a\":{Json(value)}}}\n{{\"b\":{Json(value)}}}\n")),
        ("binary content",           value => Captured.Post("/v2/x", $"\0\0{value}", "application/octet-stream")),
    ];

    /// <summary>Places of credentials.</summary>
    public static IReadOnlyList<(string Name, Func<string, CapturedExchange> With)> SecretPlaces { get; } =
    [
        ("Basic",            value => Captured.Get("/v2/owners").WithRequestHeader("Authorization", $"Basic {Base64($"user:{value}")}")),
        ("Bearer",           value => Captured.Get("/api/search/v1/x").WithRequestHeader("Authorization", $"Bearer {Line(value)}")),
        ("token",            value => Captured.Get("/v2/owners").WithRequestHeader("Authorization", $"TC-Token {Line(value)}")),
        ("key",              value => Captured.Get("/api/search/v1/x").WithRequestHeader("api-secret", Line(value))),
        ("cookie",           value => Captured.Get("/v2/owners").WithRequestHeader("Cookie", $"theme={Escape(value)}")),
        ("new cookie",       value => Captured.Get("/v2/owners").WithResponseHeader("Set-Cookie", $"sid={Escape(value)}; Path=/")),
        ("query",            value => Captured.Get($"/v2/owners?access_token={Escape(value)}")),
        ("member",           value => Captured.Post("/api/v0/x", $$"""{"password":{{Json(value)}},"again":{{Json(value)}}}""")),
        ("form",             value => Captured.Post("/v2/x", $"password={Escape(value)}&b=2", "application/x-www-form-urlencoded")),
        ("link in a text",   value => Captured.Post("/v2/x", $"See https://x.corp.test/?token={Escape(value)}", "text/plain")),
    ];

    private static Planted Make(int number)
    {
        var random = new Random(number);
        var (first, last) = (s_first[number % s_first.Length], s_last[number / 7 % s_last.Length]);
        var company = s_companies[number % s_companies.Length];
        return (number % 16) switch
        {
            0  => new("name", $"{first} {last}"),
            1  => new("e-mail", $"{first}.{last}{number}@{company.Split(' ')[0]}.com".ToLowerInvariant()),
            2  => new("e-mail below example.com", $"{first}.{last}@example.com".ToLowerInvariant()),
            3  => new("company", $"{company} {number}"),
            4  => new("phone", $"+49 30 {random.Next(1000000, 9999999)}"),
            5  => new("phone with dashes", $"{random.Next(200, 999)}-{random.Next(200, 999)}-{random.Next(1000, 9999)}"),
            6  => new("IPv4 address", $"{random.Next(11, 99)}.{random.Next(256)}.{random.Next(256)}.{random.Next(1, 255)}"),
            7  => new("IPv6 address", $"2a02:{random.Next(4096, 65535):x}:{random.Next(4096, 65535):x}::{random.Next(1, 65535):x}"),
            8  => new("host", $"{last}-{number}.{company.Split(' ')[1]}.net".ToLowerInvariant()),
            9  => new("free text", $"{first} said the {s_topics[number % s_topics.Length]} of {company} is near.\nTell {last}."),
            10 => new("address of a house", $"{number} Lilienstrasse, 8{number:D4} Gruenwald"),
            11 => new("token", Token(random, 40)),
            12 => new("JSON web token", $"eyJhbGciOiJIUzI1NiJ9.{Token(random, 44)}.{Token(random, 43)}"),
            13 => new("card", Card(random)),
            14 => new("hardware address", $"3C-22-FB-{random.Next(256):X2}-{random.Next(256):X2}-{random.Next(256):X2}"),
            _  => new("user name", $"{first}{last}{number}".ToLowerInvariant()),
        };
    }

    private static string Token(Random random, int length)
    {
        const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        // A digit in every third place, as random tokens have in the mean.
        return string.Concat(Enumerable.Range(0, length).Select(at => at % 3 == 2
            ? Characters[52 + random.Next(10)]
            : Characters[random.Next(52)]));
    }

    private static string Card(Random random)
    {
        var digits = $"4{random.NextInt64(10_000_000_000_000, 99_999_999_999_999)}";
        for (var last = 0; ; last++)
            if (CardNumbers.Is(digits + last)) return digits + last;
    }

    private static string Base64(string value) => Convert.ToBase64String(Encoding.UTF8.GetBytes(value));

    private static string Line(string value) => value.Replace('\n', ' ');

    private static string Escape(string value) => Uri.EscapeDataString(value);

    private static string Json(string value) => $"\"{System.Text.Json.JsonEncodedText.Encode(value)}\"";
}
