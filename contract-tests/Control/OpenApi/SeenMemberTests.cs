using System.Globalization;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Seeding;
using Emulation.Tests.Control.Exports;
using Emulation.Tests.Support;
using Emulation.Tests.Support.Schemas;

namespace Emulation.Tests.Control.OpenApi;

/// <summary>
/// The schemas name no member that no answer has: the documented examples, reads of every route over the demo, and the requests of
/// <see cref="MemberRequests"/> see each of them. Each answer is also checked against its schema on the way.
/// </summary>
[CancelAfter(120_000)]
class SeenMemberTests
{
    private const string Token = "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=";
    private const string Includes = "includes=additional,attributes,tags,labels";
    private const int DemoNodes = 1000;
    private const int ReadsPerRoute = 8;

    [TestCase("threatconnect")]
    [TestCase("deso")]
    [TestCase("threatwinds")]
    [TestCase("control")]
    public async Task Every_member_that_a_schema_names_is_in_an_answer(string api)
    {
        var seen = new SeenMembers();

        await ReadExamples(api, seen);
        await ReadRoutes(api, seen);
        await MemberRequests.Send(api, seen);

        var members = AnswerSchemas.All.Members(api).ToList();
        members.Should().NotBeEmpty();
        var unseen = members.Where(member => !seen.Has(member)).Select(member => member.ToString())
            .Except(MemberRequests.Unseen, StringComparer.Ordinal);
        string.Join(", ", unseen).Should().BeEmpty("a member that no answer has is not one of the API");
    }

    /// <summary>The documented requests, each in a world of its own.</summary>
    private static async Task ReadExamples(string api, SeenMembers seen)
    {
        var groups = Example.All().Where(example => example.Api == api)
            .GroupBy(example => (example.Dataset, example.Clock, Options: string.Join(' ', example.Options)));
        foreach (var group in groups)
        {
            var options = new EmulatorOptions { Dataset = group.Key.Dataset };
            foreach (var (name, value) in group.First().Options)
                options = OptionTable.Rows.Single(row => row.Name == name).Apply(options, value, "--" + name);
            var clock = group.Key.Clock is { } at
                ? new HandClock(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture))
                : TimeProvider.System;
            await using var running = await Running.InProcess(options, clock, seen);
            var number = 0;
            foreach (var example in group)
            {
                var world = $"example-{++number}";
                (await ExampleExchange.Send(example, (method, target, body, headers) =>
                    running.Send(method, target, body, [.. headers, ("X-Emulator-World", world)]))).Dispose();
            }
        }
    }

    /// <summary>Every route that reads, with paths that find something in the demo.</summary>
    private static async Task ReadRoutes(string api, SeenMembers seen)
    {
        var demo = new EmulatorOptions { Dataset = "demo", Size = DemoSize.Default with { Nodes = DemoNodes } };
        await using var running = await Running.InProcess(demo, seen: seen);
        var filler = new PathFiller(running.World.Store.Current, new Random(1));
        var credential = ("Authorization", api == "threatconnect" ? Token : "Bearer emulator-bearer");
        foreach (var target in Targets(running.Apis.Single(one => one.Name == api), filler))
            (await running.Send("GET", target, null, credential)).Dispose();
    }

    private static IEnumerable<string> Targets(IApi api, PathFiller filler)
    {
        foreach (var type in api.Name == "threatconnect" ? GroupType.All.Select(type => $"/v2/groups/{type.Branch}") : [])
        {
            yield return type;
            yield return $"{type}?{Includes}";
        }
        foreach (var type in api.Name == "threatconnect" ? IndicatorTypes.BuiltIn.All.Select(type => $"/v2/indicators/{type.Branch}") : [])
        {
            yield return type;
            yield return $"{type}?{Includes}";
        }
        // The stream of events does not end.
        foreach (var route in api.Routes.Where(route => route is { Served: true, Method: "GET", Name: not "events" }))
        {
            for (var i = 0; i < (route.Parameters.Count == 0 ? 1 : ReadsPerRoute); i++)
            {
                if (filler.Fill(route.Path) is not { } target) break;
                var separator = target.Contains('?', StringComparison.Ordinal) ? '&' : '?';
                yield return api.Name == "threatconnect" ? $"{target}{separator}{Includes}" : target;
            }
        }
    }
}
