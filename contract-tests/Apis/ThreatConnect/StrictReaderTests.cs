using System.Text.Json;
using Emulation.Tests.Support;

namespace Emulation.Tests.Apis.ThreatConnect;

/// <summary>
/// threatconnect-java fails on a member it does not know, in the envelope and in the small objects (its classes are in SOURCES.md): so no
/// answer has one there, printed or not.
/// </summary>
class StrictReaderTests
{
    private static readonly string[] s_included = ["attribute", "tag", "securityLabel"];

    private static readonly Dictionary<string, string[]> s_strict = new(StringComparer.Ordinal)
    {
        ["owner"]                = ["id", "name", "type", "itemId"],
        ["user"]                 = ["userName", "firstName", "lastName", "pseudonym", "role"],
        ["assignee"]             = ["userName", "firstName", "lastName", "pseudonym", "role"],
        ["escalatee"]            = ["userName", "firstName", "lastName", "pseudonym", "role"],
        ["victim"]               = ["id", "name", "description", "org", "suborg", "workLocation", "nationality", "webLink", .. s_included],
        ["victimAsset"]          = ["id", "name", "type", "webLink"],
        ["victimEmailAddress"]   = ["id", "type", "webLink", "address", "addressType"],
        ["victimNetworkAccount"] = ["id", "type", "webLink", "account", "network"],
        ["victimPhone"]          = ["id", "type", "webLink", "phoneType"],
        ["victimSocialNetwork"]  = ["id", "type", "webLink", "account", "network"],
        ["victimWebSite"]        = ["id", "type", "webLink", "webSite"],
        ["tag"]                  = ["name", "description", "webLink"],
        ["securityLabel"]        = ["name", "description", "dateAdded", "color"],
        ["attribute"]            = ["id", "type", "dateAdded", "lastModified", "displayed", "value", "source", "xid"],
        ["fileOccurrence"]       = ["id", "fileName", "path", "date"],
        ["observation"]          = ["count", "dateObserved"],
        ["observationCount"]     = ["count", "lastObserved", "yourCount", "yourLastObserved"],
        ["batchStatus"]          = ["id", "status", "errorCount", "successCount", "unprocessCount", "successIndicatorCount", "errorIndicatorCount", "successGroupCount", "errorGroupCount"],
        ["bulkStatus"]           = ["name", "csvEnabled", "jsonEnabled", "nextRun", "lastRun", "status"],
    };

    public static IEnumerable<TestCaseData> Examples() => Example.All().Where(example => example.Api == "threatconnect")
        .Select(example => new TestCaseData(example.File).SetName($"No_stranger_in({example.File})"));

    [TestCaseSource(nameof(Examples))]
    public void No_printed_response_has_an_unknown_member(string file)
    {
        if (!Example.Read(file).Response.TryGetProperty("body", out var body)) return;

        Strangers(body).Should().BeEmpty();
    }

    [Test]
    public async Task No_response_of_a_thousand_has_an_unknown_member()
    {
        var dice = new Random(11);
        var rows = Paths.All.Where(route => route.Served && route.Method == "GET"
            && !route.Path.Contains("bulk/{format}", StringComparison.Ordinal)
            && !route.Path.StartsWith("/v2/batch/", StringComparison.Ordinal)
                && !route.Path.StartsWith("/appAuth", StringComparison.Ordinal)).ToList();
        string[] words = ["additional", "tags", "attributes", "labels"];
        await using var emulator = await Running.OnKestrel(new EmulatorOptions { Dataset = "docs-9", Auth = Emulation.Http.AuthMode.Off });
        var found = new List<string>();
        var bodies = 0;

        for (var i = 0; i < 1000; i++)
        {
            var target = Paths.Fill(rows[dice.Next(rows.Count)]) + $"?resultStart={dice.Next(3)}&resultLimit={1 + dice.Next(20)}"
                + string.Concat(words.Where(_ => dice.Next(2) == 0).Select(word => $"&includes={word}"));
            using var response = await emulator.Send("GET", target);
            if (response.Content.Headers.ContentType?.ToString() != "application/json") continue;
            using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            bodies++;
            found.AddRange(Strangers(document.RootElement).Select(stranger => $"{target}: {stranger}"));
        }

        found.Should().BeEmpty();
        bodies.Should().BeGreaterThan(900);
    }

    private static IEnumerable<string> Strangers(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("status", out _) || body.TryGetProperty("anonymous", out _))
            return [];
        var found = body.EnumerateObject().Where(member => member.Name is not (
            "status" or "data" or "message" or "description")).Select(member => $"envelope.{member.Name}").ToList();
        if (!body.TryGetProperty("data", out var data)) return found;
        if (data.EnumerateObject().Count(member => member.Name is not ("resultCount" or "batchId")) > 1) found.Add("data has two payloads");
        Look(data, found);
        return found;
    }

    private static void Look(JsonElement element, List<string> found)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray()) Look(item, found);
        if (element.ValueKind != JsonValueKind.Object) return;
        foreach (var member in element.EnumerateObject())
        {
            if (s_strict.TryGetValue(member.Name, out var known))
            {
                var objects = member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray().ToArray() : [member.Value];
                foreach (var one in objects.Where(one => one.ValueKind == JsonValueKind.Object))
                    found.AddRange(one.EnumerateObject().Where(
                        part => !known.Contains(part.Name, StringComparer.Ordinal)).Select(part => $"{member.Name}.{part.Name}"));
            }
            Look(member.Value, found);
        }
    }
}
