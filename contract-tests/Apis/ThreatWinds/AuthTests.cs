using System.Text.Json.Nodes;
using Emulation.Http;

namespace Emulation.Tests.Apis.ThreatWinds;

/// <summary>The decision table of documents 000 to 002; go-sdk client, on each of the three documented routes.</summary>
class AuthTests
{
    private const string Domain = "domain-59f5e994104053f590acdd1d2d72071669c839a60fc68291110facfa2fd16396";
    private const string Required = "authentication required";

    private static readonly string[] s_routes =
        [$"/api/search/v1/associations/{Domain}", $"/api/search/v1/entity/{Domain}/relations", $"/api/analytics/v1/entity/{Domain}/relations"];

    private static readonly (string, string)[][] s_good =
    [
        [("Authorization", "emulator-bearer")],
        [("Authorization", "Bearer emulator-bearer")],
        [("Authorization", "bEARER   emulator-bearer")],
        [("Authorization", "fq6JoEFTsxiXAl1cVxPDnK4emIQCwaUBfq6JoEFTsxiXAl1cVxPDnK4emIQCwaUB")],
        [("Authorization", "Bearer fq6JoEFTsxiXAl1cVxPDnK4emIQCwaUBfq6JoEFTsxiXAl1cVxPDnK4emIQCwaUB")],
        [("Authorization", "Bearer fq6JoEFTsxiXAl1cVdPDnK4emIQCwaUBfq9JoEFTsxhXAl1cVxPDnK4emIQCwaUB")],
        [("api-key", "emulator-key"), ("api-secret", "emulator-secret")],
        [("Api-Key", "emulator-key"), ("Api-Secret", "emulator-secret")],
        [("api-key", "fq6JoEFTsxiXAl1cVxPDnK4emIQCwaUB"), ("api-secret", "fq6JoEFTsxiXAl1cVxPDnK4emIQCwaUBfq6JoEFTsxiXAl1cVxPDnK4emIQCwaUB")],
        [("api-key", "fq6JoEFDsxiXAl1cVxPDnK4emIQCwaUB"), ("api-secret", "fq6JoEFTsxiXAl1cVxPDnK4emIQSwaUBfq6JoEFTsxiXAl1cVxPDnK4emIQCwaUB")],
        [("api-key", "your-api-key"), ("api-secret", "your-api-secret")],
        [("Authorization", "emulator-bearer"), ("api-key", "emulator-key"), ("api-secret", "wrong")],
        [("Authorization", "emulator-bearer"), ("user-id", "0"), ("accept", "text/html")],
    ];

    private static readonly (string, string)[][] s_bad =
    [
        [("accept", "application/json")],
        [("api-key", "emulator-key")],
        [("api-secret", "emulator-secret")],
        [("api-key", "emulator-key"), ("api-secret", "wrong")],
        [("api-key", "emulator-key"), ("api-secret", "")],
        [("api-key", "unknown"), ("api-secret", "emulator-secret")],
        [("api-key", "fq6JoEFTsxiXAl1cVxPDnK4emIQCwaUB"), ("api-secret", "emulator-secret")],
        [("Authorization", "unknown")],
        [("Authorization", "Bearer unknown")],
        [("Authorization", "Bearer")],
        [("Authorization", "Bearer ")],
        [("Authorization", "Basic ZW11bGF0b3I=")],
        [("Authorization", "emulator-key")],
        [("Authorization", "EMULATOR-BEARER")],
        [("Authorization", "unknown"), ("api-key", "emulator-key"), ("api-secret", "emulator-secret")],
        [("Authorization", "Bearer public")],
    ];

    [Test]
    public async Task What_the_documents_print_is_let_in(
        [ValueSource(nameof(s_routes))] string route, [ValueSource(nameof(s_good))] (string, string)[] headers)
    {
        await using var winds = await Winds.On();

        var answer = await winds.Get(route, headers);

        answer.Status.Should().BeOneOf([200, 202], answer.Text);
    }

    [Test]
    public async Task What_is_no_authentication_is_refused(
        [ValueSource(nameof(s_routes))] string route, [ValueSource(nameof(s_bad))] (string, string)[] headers)
    {
        await using var winds = await Winds.On();

        var answer = await winds.Get(route, headers);

        answer.ShouldRefuse(401, Required);
    }

    [Test]
    public async Task Credentials_in_the_query_are_none([ValueSource(nameof(s_routes))] string route)
    {
        await using var winds = await Winds.On();

        var answer = await winds.Bare("GET", route + "?api-key=emulator-key&api-secret=emulator-secret");

        answer.ShouldRefuse(401, Required);
    }

    [Test]
    public async Task What_is_expired_or_unverified_is_refused([ValueSource(nameof(s_routes))] string route)
    {
        var user = JsonNode.Parse("""
            { "alias": "somebody", "roles": ["user"], "groups": ["public"],
              "sessions": [{ "bearer": "old", "expireAt": "2023-06-20T12:00:00Z" }, { "bearer": "new", "verified": false }, { "bearer": "good", "expireAt": "2023-06-20T12:00:10Z" }],
              "keyPairs": [{ "apiKey": "old", "apiSecret": "s", "expireAt": "2023-06-20T11:59:59Z" }, { "apiKey": "new", "apiSecret": "s", "verified": false }] }
            """);
        await using var winds = await Winds.On(new Data { Users = [user] });

        (await winds.Get(route, ("Authorization", "old"))).ShouldRefuse(401, Required);
        (await winds.Get(route, ("Authorization", "new"))).ShouldRefuse(401, Required);
        (await winds.Get(route, ("api-key", "old"), ("api-secret", "s"))).ShouldRefuse(401, Required);
        (await winds.Get(route, ("api-key", "new"), ("api-secret", "s"))).ShouldRefuse(401, Required);
        (await winds.Get(route, ("Authorization", "good"))).Status.Should().NotBe(401);
        winds.Clock.Advance(TimeSpan.FromSeconds(10));
        (await winds.Get(route, ("Authorization", "good"))).ShouldRefuse(401, Required);
    }

    [Test]
    public async Task Who_lacks_the_role_is_refused_before_anything_is_looked_at([ValueSource(nameof(s_routes))] string route)
    {
        await using var winds = await Winds.On("docs-7");

        var answer = await winds.Get(route + "?limit=abc", ("api-key", "your-api-key"), ("api-secret", "your-api-secret"));

        answer.ShouldRefuse(403, "unauthorized");
    }

    [Test]
    public async Task Authentication_comes_before_the_parameters_and_those_before_existence()
    {
        await using var winds = await Winds.On();

        (await winds.Bare("GET", "/api/search/v1/associations/unknown?limit=abc")).ShouldRefuse(401, Required);
        (await winds.Get("/api/search/v1/associations/unknown?limit=abc")).ShouldRefuse(
            400, "strconv.Atoi: parsing \"abc\": invalid syntax");
        (await winds.Get("/api/search/v1/associations/unknown")).ShouldRefuse(404, "record not found");
    }

    [Test]
    public async Task Any_asks_for_well_formed_credentials()
    {
        await using var winds = await Winds.On("docs", options => options with { Auth = AuthMode.Any });

        (await winds.Get(s_routes[0], ("Authorization", "whatever"))).Status.Should().Be(200);
        (await winds.Get(s_routes[0], ("api-key", "whatever"), ("api-secret", "whatever"))).Status.Should().Be(200);
        (await winds.Get(s_routes[0], Winds.Limited)).ShouldRefuse(404, "record not found");
        (await winds.Get(s_routes[0], ("api-key", "whatever"))).ShouldRefuse(401, Required);
        (await winds.Get(s_routes[0], ("Authorization", "Basic x"))).ShouldRefuse(401, Required);
        (await winds.Bare("GET", s_routes[0])).ShouldRefuse(401, Required);
    }

    [Test]
    public async Task Off_looks_at_nothing_but_knows_whom_it_knows()
    {
        await using var winds = await Winds.On("docs", options => options with { Auth = AuthMode.Off });

        (await winds.Bare("GET", s_routes[0])).Status.Should().Be(200);
        (await winds.Get(s_routes[0], ("Authorization", "Basic x"))).Status.Should().Be(200);
        (await winds.Get(s_routes[0], ("api-key", "emulator-key"))).Status.Should().Be(200);
        (await winds.Get(s_routes[0], Winds.Limited)).ShouldRefuse(404, "record not found");
    }

    [Test]
    public async Task A_malformed_header_is_named_where_the_pages_name_it()
    {
        await using var winds = await Winds.On();

        foreach (var header in new[] { "Bearer", "Basic x" })
        {
            (await winds.SendAs([("Authorization", header)], "POST", "/api/search/v1/entities/history", "{}")).ShouldRefuse(400, "incorrect authorization header");
            (await winds.SendAs([("Authorization", header)], "POST", "/api/search/v1/relations/history", "{}")).ShouldRefuse(400, "incorrect authorization header");
            (await winds.SendAs([("Authorization", header)], "GET", "/api/search/v1/relation/a/b/history")).ShouldRefuse(400, "incorrect authorization header");
            (await winds.SendAs(
                [("Authorization", header)], "GET", "/api/auth/v2/session")).ShouldRefuse(400, "incorrect authorization header");
            (await winds.SendAs([("Authorization", header)], "POST", "/api/search/v1/entities", "{}")).ShouldRefuse(401, Required);
        }
    }

    [Test]
    public async Task The_reason_is_logged_and_no_secret()
    {
        await using var winds = await Winds.On();

        await winds.Get(s_routes[0], ("api-key", "emulator-key"), ("api-secret", "not-this-one"));

        winds.Running.Log.ToString().Should().Contain("the api-secret is not that of the api-key").And.NotContain("not-this-one");
    }
}
