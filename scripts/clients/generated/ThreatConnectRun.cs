using Generated.Threatconnect;
using Generated.Threatconnect.Models;

namespace GeneratedClients;

/// <summary>Hosts, and their tags: list, page, create, get, update, delete.</summary>
static class ThreatConnectRun
{
    private const string Name = "generated.example.com";

    public static async Task Drive(World world)
    {
        var token = $"TC-Token {world.Credential("threatconnect", "token")}";
        var hosts = new Client(world.Adapter("/api", ("Authorization", token))).V2.Indicators["hosts"];

        var created = Check.Given(await hosts.PostAsync(new CreateIndicator { HostName = Name, Rating = 3, Confidence = 80 }));
        Check.That(created.Data?.Host is { Id: > 0, HostName: Name, Confidence: 80 }, "the host is created");

        var tags = hosts[Name].Tags;
        await tags["Generated"].PostAsync();
        var found = await hosts[Name].GetAsync(request => request.QueryParameters.IncludeTags = true);
        Check.That(found?.Data?.Host?.Tag?.Single().Name == "Generated", "the host has its tag");
        Check.That(found?.Data?.Host?.Owner is { Id: > 0, Type: Owner_type.Organization }, "the host has its owner");

        var page = await hosts.GetAsync(request => (request.QueryParameters.ResultStart, request.QueryParameters.ResultLimit) = (0, 1));
        Check.That(page?.Data is { ResultCount: > 1, Host.Count: 1 }, "the first page has one of several hosts");

        var next = await hosts.GetAsync(request => (request.QueryParameters.ResultStart, request.QueryParameters.ResultLimit) = (1, 1));
        Check.That(next?.Data?.Host?.Single().Id != page!.Data!.Host!.Single().Id, "the next page has another host");

        var changed = await hosts[Name].PutAsync(new UpdateIndicator { Rating = 1 });
        Check.That(changed?.Data?.Host?.Rating == 1, "the rating is changed");

        var removed = await hosts[Name].DeleteAsync();
        Check.That(removed?.Status is not null, "the host is deleted");
        await Check.Refused<Failure>(() => hosts[Name].GetAsync(), 404);
    }
}
