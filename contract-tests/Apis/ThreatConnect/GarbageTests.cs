using System.Text;
using Emulation.Http;

namespace Emulation.Tests.Apis.ThreatConnect;

/// <summary>Any input gets a response of this API, and never a 5xx.</summary>
public class GarbageTests
{
    private static readonly string[] s_segments =
        ["%20", "%2F", "%252F", "a%00b", "..", ".", "-1", "0", "99999999999999999999", "1e9", "%F0%9F%92%A3", "%C3%28", "'\"", "{id}", "+", "%25", "a%20:%20b", "null", "undefined", "%0A", "%7F"];

    private static readonly string[] s_bodies =
    [
        "", "{}", "[]", "null", "5", "\"x\"", "{", "{\"name\":null}", "{\"name\":{}}", "{\"name\":[1]}", "{\"name\":\"\\ud800\"}", "{\"ip\":\"::\"}", "{\"ip\":\"::ffff:1.2.3.4%eth0\"}",
        "{\"hostName\":\"....\"}", "{\"text\":\"http://\"}", "{\"text\":\"://\"}", "{\"md5\":\"\",\"sha1\":5}", "{\"Block\":\"/\"}", "{\"Block\":\"1.2.3.4/\"}", "{\"AS Number\":\"ASN\"}", "{\"rating\":1e400}", "{\"rating\":\"NaN\"}",
        "{\"name\":\"A\",\"eventDate\":\"0000-00-00\"}", "{\"name\":\"A\",\"eventDate\":\"9999-12-31T23:59:59-18:00\"}", "{\"name\":\"A\",\"dueDate\":\"0001-01-01T00:00:00+14:00\"}", "{\"name\":\"A\",\"assignee\":{\"userName\":[[[{}]]]}}", "{\"count\":-1}", "{\"count\":9e99}",
        "{\"type\":\"Description\",\"value\":\"v\",\"displayed\":7}", "{\"confidence\":true}", "{\"active\":\"perhaps\"}", "{\"fileSize\":\"huge\",\"name\":\"A\"}",
    ];

    private static readonly string[] s_queries =
    [
        "", "?owner=", "?owner=%", "?owner=%FF", "?includes=&includes=,,,", "?filters=,,,", "?filters=%3D%3D%3D", "?filters=name%3D%2C%2C", "?resultLimit=%20", "?orParams=maybe&filters=dateAdded%3E2017-13-45", "?=&&=&a", "?modifiedSince=%2B00:00",
        "?filters=dateAdded%3C0001-01-01T00:00:00%2B14:00", "?modifiedSince=9999-12-31T23:59:59-12:00", "?filters=summary%5E%00", "?filters=confidence%3D99999999999999999999999999999999",
    ];

    [Test]
    public async Task Invalid_input_gets_a_response_of_this_API_and_never_a_5xx([Range(1, 4)] int seed)
    {
        await using var client = await Client.Of("docs-9");
        var chance = new Random(seed);

        foreach (var route in Paths.All.Where(route => route.Served))
        {
            for (var i = 0; i < 6; i++)
            {
                var target = (i % 2 == 0 ? Paths.Fill(route) : Filled(route, chance)) + s_queries[chance.Next(s_queries.Length)];
                var body = route.Method is "GET" or "DELETE" ? null : s_bodies[chance.Next(s_bodies.Length)];
                using var content = body is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(body));
                using var response = await client.Running.Send(route.Method, target, content, ("Authorization", Client.Token));
                if (target.Contains("%00", StringComparison.Ordinal) && response.StatusCode == System.Net.HttpStatusCode.BadRequest)
                    continue;

                ((int)response.StatusCode)
                    .Should().BeLessThan(
                        500, $"{route.Method} {target} {body} answered {await response.Content.ReadAsStringAsync()}; {client.Running.Log}");
                if ((int)response.StatusCode >= 400)
                    (await response.Content.ReadAsStringAsync()).Should().StartWith("{\"status\":\"", $"{route.Method} {target} {body}");
            }
        }
        client.Running.Log.ToString().Should().NotContain("bug in");
    }

    [TestCase("PATCH", "/v2/groups")]
    [TestCase("OPTIONS", "/v2/groups")]
    [TestCase("PUT", "/v2/tags")]
    [TestCase("POST", "/v2/groups")]
    [TestCase("DELETE", "/v2/indicators/deleted")]
    public async Task A_method_that_a_path_does_not_have_names_those_it_has(string method, string target)
    {
        await using var client = await Client.Of("docs-9");
        using var response = await client.Running.Send(method, target, null, ("Authorization", Client.Token));

        ((int)response.StatusCode).Should().Be(405);
        response.Content.Headers.Allow.Should().Contain("GET");
        (await response.Content.ReadAsStringAsync())
            .Should().Be("""{"status":"Failure","message":"The request was not properly formed"}""");
    }

    [Test]
    public async Task HEAD_is_GET_without_a_body()
    {
        await using var client = await Client.Of("docs-9");
        using var get = await client.Running.Send("GET", "/v2/groups", null, ("Authorization", Client.Token));
        using var head = await client.Running.Send("HEAD", "/v2/groups", null, ("Authorization", Client.Token));

        ((int)head.StatusCode).Should().Be(200);
        head.Content.Headers.ContentLength.Should().Be(get.Content.Headers.ContentLength);
        (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task A_body_over_ten_megabytes_is_refused_and_an_upload_is_not()
    {
        await using var client = await Client.Of("docs-9");
        using var large = new ByteArrayContent(new byte[10 * 1024 * 1024 + 1]);
        using var upload = new ByteArrayContent(new byte[10 * 1024 * 1024 + 1]);

        using var refused = await client.Running.Send("POST", "/v2/groups/incidents", large, ("Authorization", Client.Token));
        using var taken = await client.Running.Send("POST", "/v2/groups/documents/12347/upload", upload, ("Authorization", Client.Token));

        ((int)refused.StatusCode).Should().Be(400);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("The request was not properly formed");
        ((int)taken.StatusCode).Should().Be(200);
        (await client.Get("/v2/groups/documents/12347")).Value.GetProperty("fileSize").GetInt64().Should().Be(10 * 1024 * 1024 + 1);
    }

    private static string Filled(Route route, Random chance) => string.Join('/', route.Path.TrimEnd('/').Split('/')
        .Select(part => part.StartsWith('{') && chance.Next(2) == 0 ? s_segments[chance.Next(s_segments.Length)] : part == "{type}" ? "hosts" : part.StartsWith('{') ? "1" : part));
}
