using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Tests.Support;

namespace Emulation.Tests.Apis.ThreatConnect;

/// <summary>The limited user sees one organization and gets exactly that, on every route.</summary>
class ScopeTests
{
    private static readonly DateTimeOffset s_now = new(2017, 7, 20, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task No_route_shows_or_changes_data_of_another_owner()
    {
        await using var running = await Running.OnKestrel(new EmulatorOptions { Dataset = "docs-9" }, new HandClock(s_now));
        var before = running.World.Store.Current;

        foreach (var route in Paths.All.Where(route => route.Served && route.Parameters.Count > 0 && Belongs(route.Path)))
        {
            var target = Paths.Fill(route);
            var (status, text) = await Send(running, route.Method, target, route.Method is "GET" or "DELETE" ? null : "{}");

            text.Should().NotContain("Example Organization", $"{route.Method} {target}");
            if (status >= 300) continue;
            text.Should().Contain("\"resultCount\":0", $"{route.Method} {target} found something in an organization where nothing is");
        }
        running.World.Store.Current.Should().BeSameAs(before);
    }

    [Test]
    public async Task A_read_only_user_changes_nothing()
    {
        await using var running = await Running.OnKestrel(new EmulatorOptions { Dataset = "docs-9" }, new HandClock(s_now));
        var user = running.World.Store.Current.All(User.ById).All().Cast<User>().First();
        running.World.Store.Put(running.World.Store.Current.Replace(user, user with { Changes = [] }));
        var before = running.World.Store.Current;

        foreach (var (method, target, body) in new (string, string, string?)[]
        {
            ("POST", "/v2/groups/incidents", """{"name":"A"}"""),
            ("PUT", "/v2/groups/incidents/12350", """{"name":"A"}"""),
            ("DELETE", "/v2/groups/incidents/12350", null),
            ("POST", "/v2/indicators/hosts", """{"hostName":"a.example.com"}"""),
            ("DELETE", "/v2/indicators/hosts/example.com", null),
            ("POST", "/v2/groups/incidents/12350/tags/New", null),
            ("POST", "/v2/groups/incidents/12350/groups/threats/12358", null),
            ("POST", "/v2/tasks", """{"name":"A"}"""),
            ("DELETE", "/v2/victims/2001", null),
            ("DELETE", "/v2/tags/Phishing", null),
        })
        {
            using var content = body is null ? null : new StringContent(body);
            using var response = await running.Send(method, target, content, ("Authorization", Client.Token));
            ((int)response.StatusCode).Should().Be(401, $"{method} {target}");
            (await response.Content.ReadAsStringAsync()).Should().Be("""{"status":"Failure","message":"Access Denied"}""");
        }
        running.World.Store.Current.Should().BeSameAs(before);
    }

    [Test]
    public async Task The_limited_user_works_in_its_own_organization()
    {
        await using var running = await Running.OnKestrel(new EmulatorOptions { Dataset = "docs-9" }, new HandClock(s_now));

        (await Send(running, "POST", "/v2/groups/incidents", """{"name":"Mine"}""")).Text.Should().Contain("Limited Org");
        (await Send(running, "GET", "/v2/groups", null)).Text.Should().Contain("\"resultCount\":1").And.Contain("Mine");
        (await Send(running, "GET", "/v2/securityLabels", null)).Text.Should().Contain("\"resultCount\":6");
        (await Send(running, "GET", "/v2/groups?owner=Example%20Organization", null)).Text.Should().Contain("Access Denied");
    }

    private static bool Belongs(string path) =>
        new[] { "/v2/groups/", "/v2/indicators/", "/v2/tasks/", "/v2/victims/", "/v2/tags/" }.Any(
            start => path.StartsWith(start, StringComparison.Ordinal))
        && !path.Contains("bulk", StringComparison.Ordinal);

    private static async Task<(int Status, string Text)> Send(Running running, string method, string target, string? body)
    {
        var timestamp = s_now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToBase64String(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes("limited-secret-key"), Encoding.UTF8.GetBytes($"{target}:{method}:{timestamp}")));
        using var content = body is null ? null : new StringContent(body);
        using var response = await running.Send(
            method, target, content, ("Authorization", $"TC 98765432109876543210:{signature}"), ("Timestamp", timestamp));
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
