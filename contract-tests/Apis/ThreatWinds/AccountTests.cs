using System.Text.Json;
using System.Text.RegularExpressions;

namespace Emulation.Tests.Apis.ThreatWinds;

/// <summary>
/// The Auth API (threatwinds/api-docs auth/session.md): from nothing to a key pair that works, and every refusal on the way.
/// </summary>
class AccountTests
{
    private const string Root = "/api/auth/v2";
    private const string Ack = """{"message":"acknowledged"}""";
    private const string Route = "/api/search/v1/associations/domain-59f5e994104053f590acdd1d2d72071669c839a60fc68291110facfa2fd16396";

    [Test]
    public async Task A_new_user_logs_in_and_makes_a_key_pair_that_works_until_it_expires()
    {
        await using var winds = await Winds.On();

        var created = await winds.Bare("POST", $"{Root}/user", """{"email":"New <New@Example.org>","fullName":"New User","alias":"new"}""");
        created.Status.Should().Be(202);
        created.Json.EnumerateObject().Select(member => member.Name)
            .Should().Equal("bearer", "sessionID", "expireAt", "ip", "userAgent", "verificationCodeID");
        var bearer = ("Authorization", "Bearer " + created.Json.GetProperty("bearer").GetString());
        (await winds.Get(Route, bearer)).ShouldRefuse(401, "authentication required");
        (await winds.Get($"{Root}/session", bearer)).ShouldRefuse(404, "record not found");

        var verified = await winds.Bare("PUT", $"{Root}/session/verification", Code(winds, created));
        (verified.Status, verified.Text).Should().Be((202, Ack));
        (await winds.Get(Route, bearer)).Status.Should().Be(200);
        (await winds.Get($"{Root}/emails", bearer)).Json.GetProperty("emails")[0].GetProperty("address").GetString()
            .Should().Be("new@example.org");

        var pair = await winds.Send("POST", $"{Root}/keypair", """{"name":"mine","days":1}""", bearer);
        pair.Json.EnumerateObject().Select(member => member.Name)
            .Should().Equal("apiKey", "apiSecret", "keyID", "keyName", "expireAt", "verified", "verificationCodeID");
        (string, string)[] headers = [("api-key", pair.Json.GetProperty("apiKey").GetString()!), (
            "api-secret", pair.Json.GetProperty("apiSecret").GetString()!)];
        (await winds.Get(Route, headers)).ShouldRefuse(401, "authentication required");
        (await winds.Get($"{Root}/keypair", headers)).ShouldRefuse(404, "record not found");

        (await winds.Bare("PUT", $"{Root}/keypair/verification", Code(winds, pair))).Text.Should().Be(Ack);
        (await winds.Get(Route, headers)).Status.Should().Be(200);
        (await winds.Get("/api/ingest/v1/definitions", headers)).Status.Should().Be(200);
        var shown = (await winds.Get($"{Root}/keypair", headers)).Json;
        (shown.GetProperty("userName").GetString(), shown.GetProperty("userAlias").GetString(), shown.GetProperty("verified").GetBoolean())
            .Should().Be(("New User", "new", true));

        winds.Clock.Advance(TimeSpan.FromDays(1));
        (await winds.Get(Route, headers)).ShouldRefuse(401, "authentication required");
        (await winds.Get($"{Root}/keypair", headers)).ShouldRefuse(404, "record not found");
    }

    [Test]
    public async Task A_deleted_key_pair_or_session_does_not_work_any_more()
    {
        await using var winds = await Winds.On();
        var pair = await winds.Send("POST", $"{Root}/keypair", """{"name":"mine","days":30}""");
        await winds.Bare("PUT", $"{Root}/keypair/verification", Code(winds, pair));
        (string, string)[] headers = [("api-key", pair.Json.GetProperty("apiKey").GetString()!), (
            "api-secret", pair.Json.GetProperty("apiSecret").GetString()!)];
        var session = await winds.Bare("POST", $"{Root}/session", """{"email":"emulator@example.org"}""");
        await winds.Bare("PUT", $"{Root}/session/verification", Code(winds, session));
        var bearer = ("Authorization", session.Json.GetProperty("bearer").GetString()!);
        (await winds.Get(Route, headers)).Status.Should().Be(200);
        (await winds.Get(Route, bearer)).Status.Should().Be(200);

        (await winds.Send("DELETE", $"{Root}/keypair/{pair.Json.GetProperty("keyID").GetString()}", null, Winds.Limited)).ShouldRefuse(404, "record not found");
        (await winds.Send("DELETE", $"{Root}/keypair/{pair.Json.GetProperty("keyID").GetString()}", null)).Text.Should().Be(Ack);
        (await winds.Send("DELETE", $"{Root}/session/{session.Json.GetProperty("sessionID").GetString()}", null)).Text.Should().Be(Ack);

        (await winds.Get(Route, headers)).ShouldRefuse(401, "authentication required");
        (await winds.Get(Route, bearer)).ShouldRefuse(401, "authentication required");
        (await winds.Get($"{Root}/session", bearer)).ShouldRefuse(404, "record not found");
        (await winds.Send(
            "DELETE", $"{Root}/session/{session.Json.GetProperty("sessionID").GetString()}", null)).ShouldRefuse(404, "not found");
        (await winds.Send(
            "DELETE", $"{Root}/session/{session.Json.GetProperty("sessionID").GetString()}", null, bearer)).ShouldRefuse(404, "not found");
    }

    [Test]
    public async Task Codes_stand_in_the_log_and_in_info_and_are_good_once()
    {
        await using var winds = await Winds.On();
        var session = await winds.Bare("POST", $"{Root}/session", """{"email":"limited@example.org","kind":"standard"}""");
        var body = Code(winds, session);
        var code = JsonDocument.Parse(body).RootElement.GetProperty("code").GetString()!;

        code.Should().MatchRegex("^[0-9]{6}$");
        winds.Running.Log.ToString().Should().Contain($"verification code {code}");
        (await winds.Bare("GET", "/_emulator/info")).Text.Should().Contain(code);
        (await winds.Bare("PUT", $"{Root}/session/verification", body.Replace(code, code == "000000" ? "000001" : "000000", StringComparison.Ordinal))).ShouldRefuse(401, "verification code not found");
        (await winds.Bare("PUT", $"{Root}/keypair/verification", body)).ShouldRefuse(404, "record not found");
        (await winds.Bare("PUT", $"{Root}/session/verification", body)).Status.Should().Be(202);
        (await winds.Bare("PUT", $"{Root}/session/verification", body)).ShouldRefuse(404, "record not found");
        (await winds.Bare("GET", "/_emulator/info")).Text.Should().NotContain($"\"{code}\"");
    }

    [Test]
    public async Task A_new_code_makes_the_old_one_void()
    {
        await using var winds = await Winds.On();
        var pair = await winds.Send("POST", $"{Root}/keypair", """{"name":"mine","days":30}""");
        var old = Code(winds, pair);

        var again = await winds.Send("POST", $"{Root}/keypair/verification", $$"""{"apiKey":"{{pair.Json.GetProperty("apiKey").GetString()}}","apiSecret":"{{pair.Json.GetProperty("apiSecret").GetString()}}"}""");

        again.Json.EnumerateObject().Select(member => member.Name).Should().Equal("verificationCodeID");
        (await winds.Bare("PUT", $"{Root}/keypair/verification", old)).ShouldRefuse(404, "record not found");
        (await winds.Bare("PUT", $"{Root}/keypair/verification", Code(winds, again))).Status.Should().Be(202);
    }

    [Test]
    public async Task A_session_describes_itself_and_is_listed_and_extended()
    {
        await using var winds = await Winds.On();

        var shown = (await winds.Get($"{Root}/session")).Json;
        var list = (await winds.Get($"{Root}/sessions")).Json.GetProperty("sessions").EnumerateArray().ToArray();
        var extended = await winds.Send("PUT", $"{Root}/session/extend", null);

        shown.EnumerateObject().Select(member => member.Name)
            .Should().Equal("sessionID", "userID", "alias", "fullName", "expireAt", "ip", "userAgent", "verified", "roles", "groups");
        shown.GetProperty("roles").EnumerateArray().Select(role => role.GetString()).Should().Equal("admin", "user", "reporter", "trusted");
        list.Should().HaveCount(3);
        list.Count(session => session.GetProperty("current").GetBoolean()).Should().Be(1);
        list[0].EnumerateObject().Select(member => member.Name).Should().Equal("sessionID", "ip", "userAgent", "expireAt", "current");
        (extended.Status, extended.Text).Should().Be((202, Ack));
    }

    [Test]
    public async Task An_extended_session_lasts_longer()
    {
        await using var winds = await Winds.On();
        var session = await winds.Bare("POST", $"{Root}/session", """{"email":"emulator@example.org"}""");
        await winds.Bare("PUT", $"{Root}/session/verification", Code(winds, session));
        var bearer = ("Authorization", session.Json.GetProperty("bearer").GetString()!);

        winds.Clock.Advance(TimeSpan.FromHours(23));
        await winds.Send("PUT", $"{Root}/session/extend", null, bearer);
        winds.Clock.Advance(TimeSpan.FromHours(23));

        (await winds.Get(Route, bearer)).Status.Should().Be(200);
        winds.Clock.Advance(TimeSpan.FromHours(2));
        (await winds.Send("PUT", $"{Root}/session/extend", null, bearer)).ShouldRefuse(404, "record not found");
    }

    [Test]
    public async Task Addresses_are_added_verified_preferred_and_deleted()
    {
        await using var winds = await Winds.On();

        var added = await winds.Send("POST", $"{Root}/email", """{"address":"Second@example.org"}""");
        var id = (await winds.Get($"{Root}/emails")).Json.GetProperty("emails")[1].GetProperty("emailID").GetString();
        (await winds.Send("PUT", $"{Root}/email/preferred", $$"""{"emailID":"{{id}}"}""")).ShouldRefuse(404, "record not found");
        var again = await winds.Send("POST", $"{Root}/email/verification", """{"address":"second@example.org"}""");
        var number = Code(winds, again).Replace("\"code\":\"", "\"code\":", StringComparison.Ordinal).TrimEnd('}').TrimEnd('"').Replace(
            "\"code\":0", "\"code\":", StringComparison.Ordinal) + "}";
        (await winds.Bare("PUT", $"{Root}/email/verification", number)).Text.Should().Be(Ack);
        (await winds.Send("PUT", $"{Root}/email/preferred", $$"""{"emailID":"{{id}}"}""")).Text.Should().Be(Ack);

        var emails = (await winds.Get($"{Root}/emails")).Json.GetProperty("emails").EnumerateArray().ToArray();
        emails.Select(email => email.GetProperty("preferred").GetBoolean()).Should().Equal(false, true);
        emails[1].EnumerateObject().Select(member => member.Name).Should().Equal("address", "emailID", "preferred", "verified");
        (await winds.Send("DELETE", $"{Root}/email/{id}", null, Winds.Limited)).ShouldRefuse(404, "record not found");
        (await winds.Send("DELETE", $"{Root}/email/{id}", null)).Text.Should().Be(Ack);
        (await winds.Send("DELETE", $"{Root}/email/{id}", null)).ShouldRefuse(404, "record not found");
        (await winds.Get($"{Root}/emails")).Json.GetProperty("emails")[0].GetProperty("preferred").GetBoolean().Should().BeTrue();
        added.Status.Should().Be(202);
    }

    [TestCase("POST", "/session", """{"email":"nobody"}""", 400, "mail: missing '@' or angle-addr")]
    [TestCase("POST", "/session", """{"email":"nobody@example.org"}""", 404, "not found")]
    [TestCase("POST", "/session", """{"email":5}""", 400, "incorrect json format")]
    [TestCase("POST", "/session", "{", 400, "incorrect json format")]
    [TestCase("POST", "/session", "", 400, "incorrect json format")]
    [TestCase("POST", "/session", "[]", 400, "incorrect json format")]
    [TestCase("POST", "/user", """{"email":"nobody","fullName":"a","alias":"b"}""", 400, "mail: missing '@' or angle-addr")]
    [TestCase("POST", "/user", """{"email":"a@b.org","fullName":"a"}""", 400, "value cannot be empty")]
    [TestCase("POST", "/user", """{"email":"a@b.org","fullName":"a","alias":"emulator"}""", 400, "duplicated key not allowed")]
    [TestCase("POST", "/user", """{"email":"EMULATOR@example.org","fullName":"a","alias":"b"}""", 400, "duplicated key not allowed")]
    [TestCase("PUT", "/session/verification", """{"verificationCodeID":"6070686d-917d-44bb-ad11-02345a7f193","code":"123456"}""", 400, "invalid UUID length: 35")]
    [TestCase("PUT", "/session/verification", """{"verificationCodeID":"6070686d-917d-44bb-ad11-02345a7f1939","code":"123456"}""", 404, "record not found")]
    [TestCase("PUT", "/keypair/verification", """{"verificationCodeID":"6070686d-917d-44bb-ad11-02345a7f1939","code":"123456"}""", 404, "record not found")]
    [TestCase("PUT", "/email/verification", """{"verificationCodeID":"6070686d-917d-44bb-ad11-02345a7f1939","code":"123456"}""", 404, "record not found")]
    [TestCase("GET", "/user/id/6070686d-917d-44bb-ad11-02345a7f1939", null, 404, "not found")]
    [TestCase("GET", "/user/id/1", null, 400, "invalid UUID length: 1")]
    [TestCase("GET", "/session", null, 401, "authentication required")]
    [TestCase("GET", "/sessions", null, 401, "authentication required")]
    [TestCase("PUT", "/session/extend", null, 401, "authentication required")]
    [TestCase("DELETE", "/session/6070686d-917d-44bb-ad11-02345a7f1939", null, 401, "authentication required")]
    [TestCase("POST", "/keypair", "{}", 401, "authentication required")]
    [TestCase("GET", "/keypair", null, 401, "authentication required")]
    [TestCase("GET", "/keypairs", null, 401, "authentication required")]
    [TestCase("GET", "/emails", null, 401, "authentication required")]
    public async Task Whoever_shows_nothing_is_told(string method, string path, string? body, int status, string text)
    {
        await using var winds = await Winds.On();

        (await winds.Bare(method, Root + path, body)).ShouldRefuse(status, text);
    }

    [TestCase("POST", "/keypair", """{"name":"","days":1}""", 400, "value cannot be empty")]
    [TestCase("POST", "/keypair", """{"name":"a"}""", 400, "value cannot be empty")]
    [TestCase("POST", "/keypair", """{"name":"a","days":0}""", 400, "invalid days: 0")]
    [TestCase("POST", "/keypair", """{"name":"a","days":"x"}""", 400, "incorrect json format")]
    [TestCase("POST", "/keypair/verification", """{"apiKey":"","apiSecret":""}""", 400, "incorrect apyKey")]
    [TestCase("POST", "/keypair/verification", """{"apiKey":"a","apiSecret":"b"}""", 404, "record not found")]
    [TestCase("DELETE", "/keypair/1", null, 400, "invalid UUID length: 1")]
    [TestCase("DELETE", "/keypair/6070686d-917d-44bb-ad11-02345a7f1939", null, 404, "record not found")]
    [TestCase("DELETE", "/session/6070686d-917d-44bb-ad11-02345a7f1939", null, 404, "not found")]
    [TestCase("POST", "/email", """{"address":"x"}""", 400, "mail: missing '@' or angle-addr")]
    [TestCase("POST", "/email", """{"address":"limited@example.org"}""", 400, "duplicated key not allowed")]
    [TestCase("POST", "/email/verification", """{"address":"limited@example.org"}""", 404, "record not found")]
    [TestCase("PUT", "/email/preferred", """{"emailID":"x"}""", 400, "incorrect apyKey")]
    [TestCase("DELETE", "/email/6070686d-917d-44bb-ad11-02345a7f1939", null, 404, "record not found")]
    public async Task Whoever_is_in_a_session_is_told(string method, string path, string? body, int status, string text)
    {
        await using var winds = await Winds.On();

        (await winds.Send(method, Root + path, body)).ShouldRefuse(status, text);
    }

    [Test]
    public async Task A_key_pair_is_described_by_itself_alone()
    {
        await using var winds = await Winds.On();

        (await winds.Get($"{Root}/keypair", ("api-key", "emulator-key"))).ShouldRefuse(400, "incorrect apyKey");
        (await winds.Get($"{Root}/keypair", ("api-key", "unknown"), ("api-secret", "x"))).ShouldRefuse(404, "record not found");
        (await winds.Get($"{Root}/keypair", ("api-key", "emulator-key"), ("api-secret", "x"))).ShouldRefuse(404, "record not found");
        (await winds.Get($"{Root}/KeyPair", ("api-key", "emulator-key"), ("api-secret", "emulator-secret"))).Status.Should().Be(202);
        (await winds.Get($"{Root}/keypair", Winds.Bearer)).ShouldRefuse(401, "authentication required");
        (await winds.Get($"{Root}/session", ("api-key", "emulator-key"), ("api-secret", "emulator-secret"))).ShouldRefuse(401, "authentication required");
        (await winds.Get($"{Root}/keypairs")).Json.GetProperty("keys").GetArrayLength().Should().Be(4);
    }

    [Test]
    public async Task Everyone_may_know_an_alias()
    {
        await using var winds = await Winds.On();
        var id = (await winds.Get($"{Root}/session")).Json.GetProperty("userID").GetString();

        var answer = await winds.Bare("GET", $"{Root}/user/id/{id}");

        (answer.Status, answer.Json.GetProperty("alias").GetString()).Should().Be((202, "emulator"));
        (await winds.Get($"{Root}/user/id/{id}", ("Authorization", "Basic x"))).ShouldRefuse(400, "incorrect authorization header");
    }

    /// <summary>The body that gives back the code of an answer, read from the log as a person would.</summary>
    private static string Code(Winds winds, Answer asked)
    {
        var id = asked.Json.GetProperty("verificationCodeID").GetString()!;
        var code = Regex.Match(
            winds.Running.Log.ToString(),
            $"verification code ([0-9]{{6}}) for verificationCodeID {id}",
            RegexOptions.None,
            TimeSpan.FromSeconds(1)).Groups[1].Value;
        return $$"""{"verificationCodeID":"{{id}}","code":"{{code}}"}""";
    }
}
