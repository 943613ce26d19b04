using System.Globalization;
using Emulation.Recordings.Drifts;
using Emulation.Recordings.Format;
using Emulation.Recordings.Rules;
using Emulation.Recordings.Sanitizing;
using Emulation.Tests.Support;

namespace Emulation.Tests.Recordings;

/// <summary>A vendor that answers as the documentation prints is recorded and compared with the emulator.</summary>
[CancelAfter(120_000)]
class VendorTests
{
    /// <summary>What examples show that a recording cannot: it does not keep which account sent a request.</summary>
    private static readonly string[] s_ofAnotherCaller =
    [
        "threatconnect/examples/platform/batch-no-permission.json",
        "threatconnect/examples/platform/batch-other-owner.json",
    ];

    [Test]
    public async Task A_vendor_that_answers_as_documented_shows_no_drift()
    {
        using var vendor = new VendorStandIn();
        Example[] examples =
            [.. VendorStandIn.Examples().Where(example => !s_ofAnotherCaller.Contains(example.File, StringComparer.Ordinal))];
        foreach (var example in examples) vendor.Answer(example);

        var compared = await Compare(vendor, examples);

        compared.Select(one => one.Example.Api).Distinct(StringComparer.Ordinal)
            .Should().BeEquivalentTo("threatconnect", "deso", "threatwinds");
        compared.Where(one => one.Exchange.NotCompared is not null).Select(one => $"{one.Example.File}: {one.Exchange.NotCompared}")
            .Should().BeEmpty();
        compared.SelectMany(one => one.Exchange.Differences.Where(difference => !IsNumberOfDecimals(difference))
                .Select(difference => $"{one.Example.File}: {difference}"))
            .Should().BeEmpty();
    }

    private static IEnumerable<TestCaseData> Differences()
    {
        yield return Planted("threatconnect/examples/groups/one-incident.json", DifferenceKind.MemberExtra, "$.data.incident.eventDate",
            answer => answer.WithBody(",\n          \"eventDate\": \"2017-06-01T05:00:00Z\"", ""));
        yield return Planted("threatconnect/examples/groups/one-incident.json", DifferenceKind.MemberMissing, "$.data.incident.xid",
            answer => answer.WithBody("\"id\": 54001", "\"id\": 54001, \"xid\": \"a\""));
        yield return Planted("threatconnect/examples/groups/one-incident.json", DifferenceKind.Type, "$.data.incident.id",
            answer => answer.WithBody("\"id\": 54001", "\"id\": \"54001\""));
        yield return Planted("threatconnect/examples/groups/one-incident.json", DifferenceKind.DatePrecision, "$.data.incident.dateAdded",
            answer => answer.WithBody("\"dateAdded\": \"2017-06-01T08:00:00Z\"", "\"dateAdded\": \"2017-06-01T08:00:00.000Z\""));
        yield return Planted("threatconnect/examples/groups/one-incident.json", DifferenceKind.MediaType, "header Content-Type",
            answer => answer with { Headers = [("Content-Type", "text/json")] });
        yield return Planted("threatconnect/examples/groups/one-incident.json", DifferenceKind.BodyTruncated, "body",
            answer => answer with { Body = answer.Body![..^9] });
        yield return Planted("threatconnect/examples/status/404-resource.json", DifferenceKind.ErrorText, "$.message",
            answer => answer.WithBody("was not found", "does not exist"));
        yield return Planted("threatconnect/examples/paging/defaults.json", DifferenceKind.Count, "$.data.resultCount",
            answer => answer.WithBody("\"resultCount\": 160", "\"resultCount\": 161"));
        yield return Planted("deso/examples/node/get-single-profile.json", DifferenceKind.Boolean, "$.Profile.IsHidden",
            answer => answer.WithBody("\"IsHidden\": false", "\"IsHidden\": true"));
        yield return Planted("deso/examples/node/get-single-profile.json", DifferenceKind.NullForEmptyList, "$.Profile.Posts",
            answer => answer.WithBody("\"Posts\": null", "\"Posts\": []"));
        yield return Planted("deso/examples/node/get-single-profile.json", DifferenceKind.FinalNewline, "body",
            answer => answer with { Body = answer.Body!.TrimEnd('\n') });
        yield return Planted("deso/examples/user-associations/query.json", DifferenceKind.MemberCasing, "$.associations",
            answer => answer.WithBody("\"Associations\"", "\"associations\""));
        yield return Planted("threatwinds/examples/relations/list.json", DifferenceKind.Status, "status",
            answer => answer with { Status = 200 });
        yield return Planted("threatwinds/examples/relations/list.json", DifferenceKind.NullForAbsent, "$.results[].tags",
            answer => answer.WithBody(",\n          \"tags\": null", ""));
        yield return Planted("threatwinds/examples/relations/list.json", DifferenceKind.Charset, "header Content-Type",
            answer => answer with { Headers = [("Content-Type", "application/json; charset=iso-8859-1")] });
    }

    [TestCaseSource(nameof(Differences))]
    public async Task A_difference_in_a_vendors_answer_is_found(
        string file, DifferenceKind kind, string path, Func<PrintedAnswer, PrintedAnswer> change)
    {
        using var vendor = new VendorStandIn();
        var example = Example.Read(file);
        vendor.Answer(example, change);

        var compared = await Compare(vendor, [example]);

        compared.Single().Exchange.Differences.Select(difference => (difference.Kind, difference.Path)).Should().Equal((kind, path));
    }

    /// <summary>Records the requests of examples, and plays each against the example's dataset.</summary>
    private static async Task<IReadOnlyList<(Example Example, ComparedExchange Exchange)>> Compare(VendorStandIn vendor, Example[] examples)
    {
        await using var proxy = await Proxy.To(vendor.Address, keepsValues: true);
        foreach (var example in examples) await VendorStandIn.Ask(proxy, example);
        var exchanges = await proxy.Stop();
        exchanges.Should().HaveCount(examples.Length);
        var compared = new List<(Example, ComparedExchange)>();
        foreach (var group in examples.Zip(exchanges).GroupBy(pair => pair.First.Dataset, StringComparer.Ordinal))
        {
            await using var emulator = await Running.InProcess(group.Key);
            foreach (var (example, exchange) in group) compared.Add((example, await Play(emulator, exchange)));
        }
        return compared;
    }

    /// <summary>Pages print ratings with one decimal, with two, and with none, so an example is not evidence of their number.</summary>
    private static bool IsNumberOfDecimals(Difference difference) =>
        difference.Kind == DifferenceKind.NumberFormat && decimal.Parse(difference.Recorded!, CultureInfo.InvariantCulture)
            == decimal.Parse(difference.Found!, CultureInfo.InvariantCulture);

    private static TestCaseData Planted(string file, DifferenceKind kind, string path, Func<PrintedAnswer, PrintedAnswer> change) =>
        new TestCaseData(file, kind, path, change).SetArgDisplayNames(file, Difference.NameOf(kind), path);

    private static async Task<ComparedExchange> Play(Running emulator, RecordedExchange exchange)
    {
        using var client = emulator.Emulator.CreateClient();
        var target = new EmulatorClient(client, client, "example");
        await target.MakeWorld();
        var run = await DriftRun.Start(target, new RouteFinder(RouteFinder.AllApis()), RuleSet.Default);
        return await run.Compare(exchange);
    }
}
