using System.Text.Json;

namespace Emulation.Tests.Apis.ThreatConnect.Platform;

/// <summary>Owners' metrics and members, types, tokens.</summary>
class OwnerTests
{
    [Test]
    public async Task Todays_metrics_are_the_counts_of_the_lists()
    {
        await using var client = await Client.Of("docs-9");
        await Job.Run(client, """{"indicator":[{"type":"Host","summary":"new.example.com"},{"type":"Host","summary":"off.example.com","active":false},{"type":"Address","summary":"10.9.8.7"}],"group":[{"type":"Threat","name":"T","xid":"t-1"}]}""");

        var today = (await client.Get("/v2/owners/1/metrics")).ShouldBe(200).Items[^1];

        foreach (var (member, list) in new[] { ("totalIndicator", "indicators"), ("totalHost", "indicators/hosts"), ("totalAddress", "indicators/addresses"), ("totalFile", "indicators/files"), ("totalUrl", "indicators/urls"), ("totalGroup", "groups"), ("totalThreat", "groups/threats"), ("totalIncident", "groups/incidents"), ("totalTask", "tasks"), ("totalTag", "tags") })
            today.GetProperty(member).GetInt32().Should().Be((await client.Get($"/v2/{list}?resultLimit=1")).Count, member);
        today.GetProperty("metricDate").GetString().Should().Be("2017-07-20");
    }

    [Test]
    public async Task Metrics_cover_thirty_days_and_new_items_are_only_in_the_last()
    {
        await using var client = await Client.Of("docs-9");
        var before = (await client.Get("/v2/owners/1/metrics")).Items;
        await Job.Run(client, """{"indicator":[{"type":"Host","summary":"new.example.com"}]}""");

        var after = (await client.Get("/v2/owners/1/metrics")).Items;
        var all = (await client.Get("/v2/owners/metrics")).Items;
        var owners = (await client.Get("/v2/owners?resultLimit=100")).Names;

        after.Should().HaveCount(30);
        after.Select(Date).Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
        after.Select(Hosts).Zip(before.Select(Hosts), (now, then) => now - then).Should().Equal([.. Enumerable.Repeat(0, 29), 1]);
        all.Should().HaveCount(30 * owners.Length);
        all.Select(row => row.GetProperty("ownerName").GetString()).Distinct(StringComparer.Ordinal).Should().Equal(owners);
    }

    [TestCase("/v2/owners/999/metrics")]
    [TestCase("/v2/owners/x/metrics")]
    [TestCase("/v2/types/indicatorTypes/nope")]
    [TestCase("/v2/types/associationTypes/nope")]
    [TestCase("/v2/types/attributeTypes/nope")]
    public async Task Unknown_owners_types_and_users_are_not_found(string target)
    {
        await using var client = await Client.Of("docs-9");

        (await client.Get(target)).ShouldFail(404, "The requested resource was not found");
    }

    [TestCase("mutex")]
    [TestCase("Mutexes")]
    [TestCase("MUTEX")]
    public async Task A_type_has_many_spellings(string spelling)
    {
        await using var client = await Client.Of("docs-9");

        (await client.Get($"/v2/types/indicatorTypes/{spelling}")).ShouldBe(200).Value.GetProperty("name").GetString().Should().Be("Mutex");
    }

    [Test]
    public async Task Types_of_the_dataset_are_listed_and_paged()
    {
        await using var client = await Client.Of("docs-9");
        var all = (await client.Get("/v2/types/indicatorTypes")).Items;

        (await client.Get("/v2/types/indicatorTypes?resultStart=10&resultLimit=2&owner=whatever")).Names
            .Should().Equal(all.Skip(10).Take(2).Select(type => type.GetProperty("name").GetString()));
        all.Should().OnlyContain(type => type.GetProperty("custom").ValueKind == JsonValueKind.String
            && type.GetProperty("parsable").ValueKind == JsonValueKind.String);
        (await client.Get("/v2/types/attributeTypes?resultLimit=0")).ShouldBe(400);
        (await client.Get("/v2/types/attributeTypes?filters=allowMarkdown%3Dfalse")).Items
            .Should().NotBeEmpty().And.OnlyContain(type => !type.GetProperty("allowMarkdown").GetBoolean());
        (await client.Get("/v2/types/attributeTypes?filters=color%3Dred")).ShouldFail(400, "The request was not properly formed");
    }

    [Test]
    public async Task A_renewed_token_replaces_the_old_one()
    {
        await using var client = await Client.Of("docs-9");
        var old = client.Authorization;
        client.Authorization = "";

        var answer = (await client.Get("/appAuth/?expiredToken=APIV2%3A1%3Aemulator%3A4102444800000%3AZW11bGF0b3I%3D")).ShouldBe(200).Json;

        answer.GetProperty("success").GetBoolean().Should().BeTrue();
        answer.GetProperty("apiTokenExpires").GetString().Should().Be("1500566400", "four hours from now");
        client.Authorization = "TC-Token " + answer.GetProperty("apiToken").GetString();
        (await client.Get("/v2/owners/mine")).ShouldBe(200);
        client.Wait(TimeSpan.FromHours(4));
        (await client.Get("/v2/owners/mine")).ShouldFail(401, "Unauthorized");
        client.Authorization = old;
        (await client.Get("/v2/owners/mine")).ShouldFail(401, "Unauthorized");
    }

    [TestCase("/appAuth")]
    [TestCase("/api/appAuth?expiredToken=nonsense")]
    public async Task An_unknown_token_is_not_renewed(string target)
    {
        await using var client = await Client.Of("docs-9");

        (await client.Get(target)).ShouldBe(200).Text.Should().StartWith("""{"success":false,"message":"}"""[..^1]);
    }

    [TestCase("""{"notificationType":"API","priority":"low","isOrganization":true}""", "The message for this Notification is invalid, please enter a message between 1-65536 characters in length")]
    [TestCase("""{"message":"m","notificationType":"system","priority":"low","isOrganization":true}""", "The notificationType for this Notification is invalid")]
    [TestCase("""{"message":"m","notificationType":"API","priority":"urgent","isOrganization":true}""", "The priority for this Notification is invalid , please enter one of the following values: low, medium, high")]
    [TestCase("""{"message":"m","notificationType":"API","priority":"low"}""", "The recipients for this Notification is invalid")]
    public async Task An_incomplete_notification_is_refused(string body, string message)
    {
        await using var client = await Client.Of("docs-12");

        (await client.Post("/v2/notifications", body)).ShouldFail(400, message);
        (await client.Post(
            "/v2/notifications", """{"message":"m","notificationType":"API","priority":"LOW","isOrganization":"true"}""")).ShouldBe(200);
        (await client.Post("/v2/notifications", """{"message":"m","notificationType":"API","priority":"LOW","ownerId":99}""")).ShouldFail(
            403, "The requested owner was not found");
    }

    private static string? Date(JsonElement row) => row.GetProperty("metricDate").GetString();

    private static int Hosts(JsonElement row) => row.GetProperty("totalHost").GetInt32();
}
