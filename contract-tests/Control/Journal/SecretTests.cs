using System.Text;
using Emulation.Control.Journals;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Journals;

class SecretTests
{
    private static readonly string[] s_outputs =
    [
        "/_emulator/requests", "/_emulator/requests.har", "/__admin/requests", "/__admin/requests/unmatched", "/__admin/requests/unmatched/near-misses",
    ];

    [Test]
    public async Task No_output_shows_a_credential_in_whatever_form_it_was_sent()
    {
        const string marker = "S3cr3tNobodySees";
        await using var emulator = await Journalled.Start();
        foreach (var (target, headers, body, type) in Forms(marker))
        {
            using var content = body is null ? null : new StringContent(body, Encoding.Latin1);
            if (content is not null) content.Headers.ContentType = new(type);
            using var sent = await emulator.Send(body is null ? "GET" : "POST", target, content, headers);
        }
        // A stub that asks for a secret is shown with what nearly matched it.
        using var stub = await emulator.Send("POST", "/__admin/mappings", new StringContent("""
            {"request":{"urlPath":"/nope/header","headers":{"Authorization":{"equalTo":"Bearer MARKER0"}}},"response":{"jsonBody":{"token":"MARKER"}}}
            """.Replace("MARKER", marker, StringComparison.Ordinal)));
        using var stubbed = await emulator.Send("GET", "/nope/header", null, ("Authorization", $"Bearer {marker}0"));

        var all = new StringBuilder();
        foreach (var output in s_outputs) all.AppendLine(await emulator.Client.GetStringAsync(output));
        foreach (var request in await emulator.Requests())
        {
            all.AppendLine(await emulator.Client.GetStringAsync($"/_emulator/requests/{request.Text("id")}"));
            all.AppendLine(await emulator.Client.GetStringAsync($"/_emulator/requests/{request.Text("id")}/curl"));
            all.AppendLine(await emulator.Client.GetStringAsync($"/__admin/requests/{request.Text("id")}"));
        }
        foreach (var route in new[] { "find", "remove" })
            all.AppendLine((await emulator.Json($"/__admin/requests/{route}", "POST", "{}")).GetRawText());

        var text = all.ToString();
        text.Should().NotContain(marker);
        // In base64 the same bytes look three ways, by where they begin.
        for (var skip = 0; skip < 3; skip++)
        {
            var inside = Convert.ToBase64String(Encoding.ASCII.GetBytes(marker)[skip..^1]);
            text.Should().NotContain(inside.TrimEnd('=')[..^1]);
        }
        (await emulator.Requests()).Should().BeEmpty("they were removed");
    }

    [Test]
    public async Task What_the_emulator_itself_gives_out_is_hidden_too()
    {
        await using var emulator = await Journalled.Start();
        using var made = await emulator.Send(
            "POST", "/api/auth/v2/keypair", new StringContent("""{"name":"k","days":3}"""), ("Authorization", "Bearer emulator-bearer"));
        using var renewed = await emulator.Send(
            "GET", "/appAuth?expiredToken=" + Uri.EscapeDataString(Journalled.Token["TC-Token ".Length..]));

        var requests = await emulator.Requests();

        requests[1].Text("response", "body").Should().Contain("""
            "apiKey":"***","apiSecret":"***"
            """);
        requests[0].Text("target").Should().Be("/appAuth?expiredToken=***");
        requests[0].Text("response", "body").Should().Contain("""
            "apiToken":"***"
            """);
    }

    [TestCase("Authorization", "TC 123:c2lnbmF0dXJl", "TC 123:***")]
    [TestCase("Authorization", "TC-Token APIV2:1:a", "TC-Token ***")]
    [TestCase("authorization", "bearer abc", "bearer ***")]
    [TestCase("Authorization", "Basic dXNlcjpwYXNz", "Basic ***")]
    [TestCase("Authorization", "abc", "***")]
    [TestCase("Authorization", "abc def", "***")]
    [TestCase("Authorization", "TC nocolon", "TC ***")]
    [TestCase("Proxy-Authorization", "Basic abc", "Basic ***")]
    [TestCase("api-key", "abc", "***")]
    [TestCase("Api-Secret", "abc", "***")]
    [TestCase("X-Api-Key", "abc", "***")]
    [TestCase("X-Auth-Token", "abc", "***")]
    [TestCase("Cookie", "a=b; c=d", "a=***; c=***")]
    [TestCase("Set-Cookie", "a=b; Path=/; HttpOnly", "a=***; Path=/; HttpOnly")]
    [TestCase("Location", "https://h/p?token=abc&x=1", "https://h/p?token=***&x=1")]
    [TestCase("Accept", "application/json", "application/json")]
    [TestCase("Timestamp", "1700000000", "1700000000")]
    public void Of_a_header_so_much_is_shown(string name, string value, string shown) =>
        new Redaction("/", _ => "***").Header(name, value).Should().Be(shown);

    [TestCase("/a?api_key=abc&x=1", "/a?api_key=***&x=1")]
    [TestCase("/a?x=1&access_token=a:b/c=", "/a?x=1&access_token=***")]
    [TestCase("/a?TOKEN=abc", "/a?TOKEN=***")]
    [TestCase("/a?%74oken=abc", "/a?%74oken=***")]
    [TestCase("/a?token=", "/a?token=***")]
    [TestCase("/a?a[token]=abc", "/a?a[token]=***")]
    [TestCase("/a?a%5Btoken%5D=abc", "/a?a%5Btoken%5D=***")]
    [TestCase("/a?a[b][api_key]=abc", "/a?a[b][api_key]=***")]
    [TestCase("/a?a.token=abc", "/a?a.token=***")]
    [TestCase("/a?token[]=abc", "/a?token[]=***")]
    [TestCase("/a?token[0]=abc", "/a?token[0]=***")]
    [TestCase("/a?credentials[key]=abc", "/a?credentials[key]=***")]
    [TestCase("/a?user_jwt=abc", "/a?user_jwt=***")]
    [TestCase("/a?user_token=abc", "/a?user_token=***")]
    [TestCase("/a?myApiKey=abc", "/a?myApiKey=***")]
    [TestCase("/a?x-client-secret=abc", "/a?x-client-secret=***")]
    [TestCase("/a?code=abc", "/a?code=abc")]
    [TestCase("/a?tokens=abc", "/a?tokens=abc")]
    public void Of_a_target_so_much_is_shown(string target, string shown) =>
        new Redaction("/", _ => "***").Text(target).Should().Be(shown);

    [TestCase("""{"apiSecret":"abc","x":"y"}""", """{"apiSecret":"***","x":"y"}""")]
    [TestCase("""{ "Secret_Key" : "a\"b" , "x":1}""", """{ "Secret_Key" : "***" , "x":1}""")]
    [TestCase("""{"a":[{"password":12}]}""", """{"a":[{"password":"***"}]}""")]
    [TestCase("""{"token":{"value":["abc"]},"x":1}""", """{"token":"***","x":1}""")]
    [TestCase("""{"token":null,"bearer":true}""", """{"token":null,"bearer":true}""")]
    [TestCase("""{"pass\u0077ord":"abc"}""", """{"pass\u0077ord":"***"}""")]
    [TestCase("""{"password":"cut of""", """{"password":"***" """)]
    [TestCase("""{"password":"abc" "broken":""", """{"password":"***" "broken":""")]
    [TestCase("""{"hook":"https://h/p?token=abc&x=1","y":2}""", """{"hook":"https://h/p?token=***&x=1","y":2}""")]
    [TestCase("""{"code":"abc"}""", """{"code":"abc"}""")]
    [TestCase("token=abc&é=1", "token=***&é=1")]
    public void Of_a_body_so_much_is_shown(string body, string shown) =>
        Encoding.UTF8.GetString(new Redaction("/", _ => "***").Body(Encoding.UTF8.GetBytes(body), isForm: !body.StartsWith('{')))
            .Should().Be(shown.TrimEnd(' '));

    [Test]
    public void A_code_is_a_secret_where_it_verifies() =>
        Encoding.UTF8.GetString(new Redaction("/api/auth/v2/session/verification", _ => "***").Body("""{"code":123456}"""u8, false))
            .Should().Be("""{"code":"***"}""");

    [Test]
    public void The_table_is_sorted_and_has_each_name_as_it_is_compared()
    {
        Secrets.Table.Select(secret => secret.Name).Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
        Secrets.Table.Should().OnlyContain(secret => secret.Name.All(char.IsAsciiLetterLower));
    }

    private static IEnumerable<(string Target, (string, string)[] Headers, string? Body, string Type)> Forms(string marker)
    {
        const string json = "application/json";
        foreach (var scheme in new[] { "TC 12345678901234567890:", "TC-Token ", "Bearer ", "Basic ", "" })
        {
            yield return ("/v2/tasks", [("Authorization", scheme + marker), ("Timestamp", "1700000000")], null, json);
            yield return ("/nope/" + marker, [("Authorization", scheme + marker)], "what was sent: " + marker, "text/plain");
        }
        yield return ("/api/search/v1/entities", [("api-key", marker + "1"), ("api-secret", marker + "2")], null, json);
        yield return ("/nope", [("X-Api-Key", marker), ("X-Auth-Token", marker), ("Cookie", $"session={marker}; other={marker}")], null, json);
        foreach (var name in new[] { "token", "access_token", "expiredToken", "api_key", "password" })
        {
            yield return ($"/appAuth?x=1&{name}={marker}%3D&y=2", [], null, json);
            yield return ("/nope", [("Referer", $"https://h/?{name}={marker}")], $"{name}={marker}&x=1", "application/x-www-form-urlencoded");
            yield return ("/nope", [], $$"""{"{{name}}":"{{marker}}","deep":[{"x":1,"{{name}}":"{{marker}}"}]}""", json);
        }
        foreach (var name in new[] { "apiKey", "apiSecret", "bearer", "seedHex", "DerivedSeedHex", "PrivateKey", "JWT", "secretKey" })
            yield return ("/api/v0/get-users-stateless", [], $$"""{"{{name}}":"{{marker}}","cut":"é""", json);
        yield return ("/nope", [], "\u00ff{\"password\":\"" + marker + "\"}", "application/octet-stream");
        yield return ("/api/auth/v2/session/verification", [], $$"""{"verificationCodeID":"x","code":"{{marker}}"}""", json);
    }
}
