using System.Globalization;
using System.Text.Json;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Journals;

class HttpArchiveTests
{
    // HTTP Archive 1.2: what each object must have, by its path from the entry.
    private static readonly (string Path, string[] Needed)[] s_needed =
    [
        ("",                 ["startedDateTime", "time", "request", "response", "cache", "timings"]),
        ("request",          ["method", "url", "httpVersion", "cookies", "headers", "queryString", "headersSize", "bodySize"]),
        ("response",         ["status", "statusText", "httpVersion", "cookies", "headers", "content", "redirectURL", "headersSize", "bodySize"]),
        ("response/content", ["size", "mimeType"]),
        ("timings",          ["send", "wait", "receive"]),
    ];

    [Test]
    public async Task The_archive_has_all_that_the_format_asks_for()
    {
        await using var emulator = await Journalled.Start();
        await emulator.Ask("/v2/tasks/123456?a=b%20c&d", headers: [("Cookie", "k=v; l=w")]);
        await emulator.Ask("/v2/groups/incidents", "POST", """{"name":"x"}""");
        using var form = await emulator.Send("POST", "/nope", new FormUrlEncodedContent([new("a", "b c")]));

        var log = (await emulator.Json("/_emulator/requests.har")).GetProperty("log");

        log.Text("version").Should().Be("1.2");
        log.Text("creator", "name").Should().Be("emulator");
        log.Text("creator", "version").Should().NotBeEmpty();
        var entries = log.GetProperty("entries").EnumerateArray().ToList();
        foreach (var entry in entries)
        {
            foreach (var (path, needed) in s_needed)
            {
                var at = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(entry, (inner, name) => inner.GetProperty(name));
                foreach (var name in needed) at.TryGetProperty(name, out _).Should().BeTrue($"{path} needs {name}");
            }
            DateTimeOffset.TryParse(entry.Text("startedDateTime"), CultureInfo.InvariantCulture, out _).Should().BeTrue();
            var timings = entry.GetProperty("timings");
            entry.GetProperty("time").GetDouble()
                .Should().Be(new[] { "send", "wait", "receive" }.Sum(name => timings.GetProperty(name).GetDouble()));
            new Uri(entry.Text("request", "url")).IsAbsoluteUri.Should().BeTrue();
            foreach (var header in entry.GetProperty("request").GetProperty("headers").EnumerateArray())
                (header.Text("name") + header.Text("value")).Should().NotBeEmpty();
        }

        entries.Select(entry => entry.Text("request", "method")).Should().Equal("GET", "POST", "POST");
        Pairs(entries[0], "request", "queryString").Should().Equal("a=b c", "d=");
        Pairs(entries[0], "request", "cookies").Should().Equal("k=***", "l=***");
        entries[0].GetProperty("request").TryGetProperty("postData", out _).Should().BeFalse();
        entries[0].Text("response", "content", "mimeType").Should().Be("application/json");
        entries[1].Text("request", "postData", "text").Should().Be("""{"name":"x"}""");
        entries[1].Text("request", "postData", "mimeType").Should().StartWith("application/json");
        Pairs(entries[2], "request", "postData", "params").Should().Equal("a=b c");
        entries[2].Text("_emulator", "refusal").Should().Be("no API has this path");
    }

    [Test]
    public async Task An_empty_archive_is_one()
    {
        await using var emulator = await Journalled.Start();

        (await emulator.Json("/_emulator/requests.har")).GetProperty("log").GetProperty("entries").GetArrayLength().Should().Be(0);
    }

    private static IEnumerable<string> Pairs(JsonElement entry, params string[] path) =>
        path.Aggregate(entry, (inner, name) => inner.GetProperty(name)).EnumerateArray().Select(
            pair => $"{pair.Text("name")}={pair.Text("value")}");
}
