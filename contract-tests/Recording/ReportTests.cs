using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Emulation.Recordings.Drifts;
using Emulation.Tests.Support;

namespace Emulation.Tests.Recordings;

/// <summary>How differences are reported, and how known ones are accepted.</summary>
[CancelAfter(60_000)]
class ReportTests
{
    private readonly AcceptedDifferences _accepted = new([
        new AcceptedDifference("GET /v2/groups", "count", "*", "the service has more groups"),
    ]);

    [Test]
    public async Task The_table_groups_differences_by_route_and_kind_with_the_provenance_of_the_route()
    {
        using var output = new StringWriter();

        ReportTable.Write(await Report(AcceptedDifferences.None), output);

        output.ToString().ReplaceLineEndings("\n").Should().Be("""
            a.recording: recorded 2024-05-01 from https://upstream.example
            compared with emulator 1.2.3, dataset docs

            ROUTE                       PROVENANCE  COMPARED  SAME  DRIFT
            GET /v2/groups              documented         3     0      2
                count at $.data.resultCount
                    recorded 161; found 160
                    in exchange 1, 2, 3
                fixed-value at $.status
                    recorded Complete; found Success
                    in exchange 3
            GET /v2/groups/{type}/{id}  documented         0     0      0
                1 not compared: 999999 was made before the recording began; give a dataset that has it
            GET /v2/owners              documented         1     1      0

            1 of 4 answers are the same; 2 differences of 2 kinds; 1 exchange not compared

            """.ReplaceLineEndings("\n"));
    }

    [Test]
    public async Task The_json_says_the_same()
    {
        using var json = JsonDocument.Parse(ReportJson.Of(await Report(_accepted)));

        var route = json.RootElement.GetProperty("routes").EnumerateArray().First(one => one.GetProperty("path").GetString() == "/v2/groups");
        json.RootElement.GetProperty("totals").GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal)
            .Should().Be("""{"compared":4,"same":3,"differences":1,"accepted":1,"notCompared":1}""");
        route.GetProperty("provenance").GetString().Should().Be("documented");
        route.GetProperty("differences")[0].GetProperty("kind").GetString().Should().Be("count");
        route.GetProperty("differences")[0].GetProperty("accepted").GetString().Should().Be("the service has more groups");
        route.GetProperty("differences")[1].GetProperty("accepted").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Test]
    public async Task JUnit_has_a_test_case_for_each_route()
    {
        using var file = new MemoryStream();

        ReportJUnit.Write(await Report(_accepted), file);

        file.Position = 0;
        var suite = XDocument.Load(file).Root!.Element("testsuite")!;
        suite.Attribute("name")!.Value.Should().Be("drift.threatconnect");
        (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("skipped")!.Value).Should().Be(("3", "1", "1"));
        suite.Elements("testcase").First().Element("failure")!.Value
            .Should().Be("fixed-value at $.status: recorded Complete; found Success (exchange 3)");
    }

    [Test]
    public async Task Reports_in_files_begin_without_a_byte_order_mark()
    {
        var report = await Report(AcceptedDifferences.None);
        using var file = new MemoryStream();

        ReportJUnit.Write(report, file);

        Encoding.Latin1.GetString(file.ToArray()).Should().StartWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        Encoding.Latin1.GetString(ReportJson.Of(report)).Should().StartWith("{");
    }

    [Test]
    public async Task One_of_a_kind_is_counted_in_the_singular()
    {
        var report = await Report(_accepted);
        using var file = new MemoryStream();

        ReportJUnit.Write(report, file);

        ReportTable.Summary(report).Should().Be("3 of 4 answers are the same; 1 difference of 1 kind; 1 accepted; 1 exchange not compared");
        Encoding.UTF8.GetString(file.ToArray()).Should().Contain("message=\"1 difference, documented\"");
        ReportTable.Summary(report with { Routes = [.. report.Routes.Where(route => route.Path == "/v2/owners")] })
            .Should().Be("1 of 1 answer is the same");
    }

    [Test]
    public async Task Drift_that_is_accepted_with_a_reason_is_drift_no_more()
    {
        var report = await Report(AcceptedDifferences.None);
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.ID}.json");

        await File.WriteAllBytesAsync(file, AcceptedDifferences.None.With(report, "known since May").ToJson());

        var after = await Report(AcceptedDifferences.Load(file));
        report.Drift.Should().HaveCount(2);
        after.Drift.Should().BeEmpty();
        after.AcceptedCount.Should().Be(2);
        after.SameCount.Should().Be(4);
    }

    [TestCase("""{"accepted":[]}""", "format")]
    [TestCase("""{"format":1,"accepted":[{"route":"*","kind":"*","path":"*","reason":" "}]}""", "has no reason")]
    [TestCase("""{"format":1,"accepted":[{"route":"*","kind":"*","path":"*"}]}""", "reason")]
    public void An_accepted_difference_needs_a_reason(string text, string fault)
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.ID}.json");
        File.WriteAllText(file, text);

        var act = () => AcceptedDifferences.Load(file);

        act.Should().Throw<OptionError>().WithMessage($"*{fault}*");
    }

    [Test]
    public async Task No_planted_value_is_in_a_report()
    {
        await using var service = await Running.InProcess("docs");
        await using var emulator = await Running.InProcess("docs");
        var recorded = new Recorded(service);
        foreach (var planted in PlantedValues.All)
        {
            var name = JsonEncodedText.Encode(planted.Value);
            await recorded.Send("POST", "/v2/groups/incidents", $$"""{"name":"{{name}}","token":"{{name}}"}""", answer => answer with
            {
                Status = 200, ResponseBody = Captured.Body($$"""{"status":"{{name}}","message":"{{name}}","{{name}}":"{{name}}"}"""),
            });
        }

        var report = Of(await recorded.CompareWith(emulator), AcceptedDifferences.None);

        using var output = new StringWriter();
        ReportTable.Write(report, output);
        using var file = new MemoryStream();
        ReportJUnit.Write(report, file);
        var text = output + Encoding.UTF8.GetString(ReportJson.Of(report)) + Encoding.UTF8.GetString(file.ToArray());
        PlantedValues.All.SelectMany(planted => planted.Traces).Where(trace => text.Contains(trace, StringComparison.OrdinalIgnoreCase))
            .Should().BeEmpty();
    }

    private static async Task<DriftReport> Report(AcceptedDifferences accepted)
    {
        await using var service = await Running.InProcess("docs");
        await using var emulator = await Running.InProcess("docs");
        var recorded = new Recorded(service);
        for (var i = 1; i <= 3; i++)
        {
            var status = i == 3 ? "Complete" : "Success";
            await recorded.Send("GET", "/v2/groups?resultLimit=1", null, answer => answer with
            {
                ResponseBody = Captured.Body(Encoding.UTF8.GetString(answer.ResponseBody.Bytes.Span)
                    .Replace(":160", ":161", StringComparison.Ordinal).Replace("Success", status, StringComparison.Ordinal)),
            });
        }
        await recorded.Send("GET", "/v2/groups/incidents/999999", null, answer => answer with { Status = 200 });
        await recorded.Send("GET", "/v2/owners");
        return Of(await recorded.CompareWith(emulator), accepted);
    }

    private static DriftReport Of(IReadOnlyList<ComparedExchange> compared, AcceptedDifferences accepted) => new()
    {
        Source = "a.recording",
        Upstream = "https://upstream.example",
        Recorded = Captured.Noon,
        Compared = Captured.Noon,
        Emulator = "emulator 1.2.3, dataset docs",
        Routes = DriftReport.Group(compared, accepted),
    };
}
