using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Emulation.Apis.ThreatConnect.Authentication;
using Emulation.Http;
using Emulation.Tests.Support;

namespace Emulation.Tests.Apis.ThreatConnect;

/// <summary>Signed requests and tokens over a real connection, where the target arrives as it was sent.</summary>
class AuthTests
{
    private const string AccessId = "12345678901234567890";
    private const string Secret = "emulator-secret-key";
    private const string Token = "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=";

    private static readonly DateTimeOffset s_now = new(2017, 12, 19, 17, 16, 27, TimeSpan.Zero);

    [TestCase("GET", "/api/v2/indicators/hosts/example.com?Owner=Common%20Community", 1513703787, "uH2X82e5kLekxnxdSiuxadkCSeX7Cs4uIrgXCCQUO/o=")]
    [TestCase("GET", "/v2/owners", 1513703787, "0by2+5omrSgb3cFFKfbQPfz4OM86Cmt5FB//vQrCuHQ=")]
    public void The_signature_is_that_of_the_canonical_text(string method, string target, long timestamp, string expected) =>
        Signature.Of(Secret, method, target, timestamp).Should().Be(expected);

    [TestCase("/v2/owners")]
    [TestCase("/api/v2/owners")]
    [TestCase("/V2/Owners/")]
    [TestCase("/v2/indicators/hosts?Owner=Common%20Community")]
    [TestCase("/v2/indicators/hosts?owner=Common+Community&createActivityLog=False")]
    [TestCase("/v2/groups?")]
    [TestCase("/v2/groups?filters=name%5EPhish&&resultLimit=1")]
    [TestCase("/v2/groups?filters=name%5ephish")]
    [TestCase("/worlds/a/v2/owners")]
    public async Task A_request_signed_as_sent_is_accepted(string target)
    {
        await using var emulator = await Start();

        (await Signed(emulator, "GET", target)).Should().StartWith("200");
    }

    [TestCase("/v2/tags/TLP%3AAMBER%2FX")]
    [TestCase("/v2/tags/a+b%20c")]
    [TestCase("/v2/indicators/urls/http%3A%2F%2Fexample.com%2F%3Fa%3D%2525")]
    public async Task What_is_escaped_in_the_path_is_signed_escaped(string target)
    {
        await using var emulator = await Start();

        (await Signed(emulator, "GET", target)).Should().StartWith("404 {").And.Contain("The requested resource was not found");
    }

    [TestCase(-300)]
    [TestCase(300)]
    public async Task A_timestamp_within_five_minutes_is_accepted(int seconds)
    {
        await using var emulator = await Start();

        (await Signed(emulator, "GET", "/v2/owners", at: s_now.ToUnixTimeSeconds() + seconds)).Should().StartWith("200");
    }

    [TestCase(-301)]
    [TestCase(301)]
    public async Task A_timestamp_beyond_five_minutes_is_refused(int seconds)
    {
        await using var emulator = await Start();

        (await Signed(emulator, "GET", "/v2/owners", at: s_now.ToUnixTimeSeconds() + seconds))
            .Should().Be(Refused(401, "Timestamp out of acceptable time range"));
    }

    [Test]
    public async Task A_moved_clock_still_accepts_current_timestamps()
    {
        await using var emulator = await Start();

        emulator.World.Clock.Freeze(s_now.AddDays(-40));

        (await Signed(emulator, "GET", "/v2/owners")).Should().StartWith("200", "the machine's time counts as well");
        (await Signed(emulator, "GET", "/v2/owners", at: s_now.AddDays(-40).ToUnixTimeSeconds()))
            .Should().StartWith("200", "the world's time counts");
    }

    [Test]
    public async Task The_method_is_signed()
    {
        await using var emulator = await Start();
        var headers = Sign("POST", "/v2/owners", s_now.ToUnixTimeSeconds());

        (await Ask(emulator, "GET", "/v2/owners", headers)).Should().Be(Refused(401, "Signature data did not match expected result"));
    }

    [TestCase("/v2/owners?a=1", "/v2/owners")]
    [TestCase("/v2/owners", "/v2/owners?a=1")]
    [TestCase("/owners", "/v2/owners")]
    [TestCase("/v2/owners", "/api/v2/owners")]
    [TestCase("/v2/tags/a b", "/v2/tags/a%20b")]
    [TestCase("/v2/tags/a%3ab", "/v2/tags/a%3Ab")]
    public async Task A_target_signed_otherwise_than_sent_is_refused(string signed, string sent)
    {
        await using var emulator = await Start();
        var headers = Sign("GET", signed, s_now.ToUnixTimeSeconds());

        (await Ask(emulator, "GET", sent, headers)).Should().Be(Refused(401, "Signature data did not match expected result"));
        emulator.Log.ToString().Should().Contain($"\"{sent}:GET:{s_now.ToUnixTimeSeconds()}\"").And.NotContain(Secret);
    }

    [Test]
    public async Task Another_secret_does_not_sign()
    {
        await using var emulator = await Start();
        var headers = Sign("GET", "/v2/owners", s_now.ToUnixTimeSeconds(), secret: "emulator-secret-kez");

        (await Ask(emulator, "GET", "/v2/owners", headers)).Should().Be(Refused(401, "Signature data did not match expected result"));
    }

    [TestCase("TC 12345678901234567890:not-base64", "1513703787", 401, "Signature data did not match expected result")]
    [TestCase("TC 12345678901234567890:AAAA", "1513703787", 401, "Signature data did not match expected result")]
    [TestCase("TC 00000000000000000000:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "1513703787", 401, "Access Denied")]
    [TestCase("TC 12345678901234567890", "1513703787", 401, "Access Denied")]
    [TestCase("TC :AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "1513703787", 401, "Access Denied")]
    [TestCase("TC 12345678901234567890:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", null, 401, "Invalid timestamp")]
    [TestCase("TC 12345678901234567890:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "soon", 401, "Invalid timestamp")]
    [TestCase("TC 12345678901234567890:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "1513703787.5", 401, "Invalid timestamp")]
    [TestCase("TC 12345678901234567890:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "99999999999999999999", 401, "Invalid timestamp")]
    [TestCase("TC 12345678901234567890:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "-9223372036854775808", 401, "Timestamp out of acceptable time range")]
    [TestCase("TC 12345678901234567890:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "1513703787000", 401, "Timestamp out of acceptable time range")]
    [TestCase("TC-Token APIV2:1:emulator:4102444800000:QQ==", null, 401, "Access Denied")]
    [TestCase("TC-Token", null, 401, "Access Denied")]
    [TestCase("TC-Session 1234", null, 403, "Access Denied")]
    [TestCase("Bearer 1234", null, 403, "Access Denied")]
    [TestCase("Basic dTpw", "1513703787", 403, "Access Denied")]
    [TestCase(null, "1513703787", 403, "Access Denied")]
    [TestCase(null, null, 403, "Access Denied")]
    public async Task Wrong_credentials_are_refused_with_their_own_text(
        string? authorization, string? timestamp, int status, string message)
    {
        await using var emulator = await Start();
        var headers = new List<(string, string)>();
        if (authorization is not null) headers.Add(("Authorization", authorization));
        if (timestamp is not null) headers.Add(("Timestamp", timestamp));

        (await Ask(emulator, "GET", "/v2/owners", [.. headers])).Should().Be(Refused(status, message));
        emulator.Log.ToString().Should().Contain($"refused {status} GET /v2/owners");
    }

    [TestCase("/v2/nothing/here")]
    [TestCase("/v2")]
    [TestCase("/api/v2/groups/incidents/54001/unknown")]
    public async Task An_unknown_path_is_refused_for_credentials_first(string target)
    {
        await using var emulator = await Start();

        (await Ask(emulator, "GET", target)).Should().Be(Refused(403, "Access Denied"));
        (await Ask(emulator, "GET", target, ("Authorization", Token)))
            .Should().StartWith("404").And.Contain("Resource not found, check the requested path.");
    }

    [Test]
    public async Task A_token_is_accepted_until_it_expires()
    {
        await using var emulator = await Start();

        (await Ask(emulator, "GET", "/v2/whoami", ("Authorization", Token))).Should().StartWith("200").And.Contain(AccessId);
        emulator.World.Clock.Freeze(new DateTimeOffset(2099, 12, 31, 23, 59, 59, TimeSpan.Zero));
        (await Ask(emulator, "GET", "/v2/whoami", ("Authorization", Token))).Should().StartWith("200");
        emulator.World.Clock.Freeze(new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        (await Ask(emulator, "GET", "/v2/whoami", ("Authorization", Token))).Should().Be(Refused(401, "Unauthorized"));
    }

    [Test]
    public async Task Names_of_headers_and_scheme_ignore_case()
    {
        await using var emulator = await Start();
        var signed = Sign("GET", "/v2/whoami", s_now.ToUnixTimeSeconds());

        (await Ask(emulator, "GET", "/v2/whoami", ("authorization", signed[0].Value), ("timestamp", signed[1].Value)))
            .Should().StartWith("200");
    }

    [Test]
    public async Task The_limited_user_sees_one_organization()
    {
        await using var emulator = await Start();
        var owners = Sign("GET", "/v2/owners", s_now.ToUnixTimeSeconds(), "98765432109876543210", "limited-secret-key");
        var foreign = Sign(
            "GET", "/v2/groups?owner=Example%20Org", s_now.ToUnixTimeSeconds(), "98765432109876543210", "limited-secret-key");
        var byId = Sign("GET", "/v2/groups/incidents/54001", s_now.ToUnixTimeSeconds(), "98765432109876543210", "limited-secret-key");

        (await Ask(emulator, "GET", "/v2/owners", owners)).Should().Contain("\"resultCount\":1").And.Contain("Limited Org");
        (await Ask(emulator, "GET", "/v2/groups?owner=Example%20Org", foreign)).Should().Be(Refused(403, "Access Denied"));
        (await Ask(emulator, "GET", "/v2/groups/incidents/54001", byId)).Should().Be(Refused(404, "The requested resource was not found"));
    }

    [Test]
    public async Task Mode_any_requires_well_formed_credentials_only()
    {
        await using var emulator = await Start(AuthMode.Any);
        const string Zeros = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

        (await Ask(emulator, "GET", "/v2/whoami", ("Authorization", $"TC 5:{Zeros}"), ("Timestamp", "1"))).Should().Contain(AccessId);
        (await Ask(emulator, "GET", "/v2/whoami", ("Authorization", $"TC 98765432109876543210:{Zeros}"), ("Timestamp", "1")))
            .Should().Contain("98765432109876543210");
        (await Ask(emulator, "GET", "/v2/whoami", ("Authorization", "TC-Token anything"))).Should().Contain(AccessId);
        (await Ask(emulator, "GET", "/v2/whoami", ("Authorization", $"TC 5:{Zeros}"))).Should().Be(Refused(401, "Invalid timestamp"));
        (await Ask(emulator, "GET", "/v2/whoami", ("Authorization", "TC 5:AAAA"), ("Timestamp", "1")))
            .Should().Be(Refused(401, "Signature data did not match expected result"));
        (await Ask(emulator, "GET", "/v2/whoami")).Should().Be(Refused(403, "Access Denied"));
    }

    [Test]
    public async Task Mode_off_checks_nothing_and_still_recognizes_users()
    {
        await using var emulator = await Start(AuthMode.Off);

        (await Ask(emulator, "GET", "/v2/whoami")).Should().Contain(AccessId);
        (await Ask(emulator, "GET", "/v2/whoami", ("Authorization", "Bearer x"))).Should().Contain(AccessId);
        (await Ask(emulator, "GET", "/v2/whoami", ("Authorization", "TC 98765432109876543210:x"))).Should().Contain("98765432109876543210");
    }

    private static Task<Running> Start(AuthMode mode = AuthMode.Strict) =>
        Running.OnKestrel(new EmulatorOptions { Dataset = "docs", Auth = mode }, new HandClock(s_now));

    private static Task<string> Signed(Running emulator, string method, string target, long? at = null) =>
        Ask(emulator, method, target, Sign(method, target, at ?? s_now.ToUnixTimeSeconds()));

    /// <summary>As the vendor's Python client signs, without the emulator's own code.</summary>
    private static (string Name, string Value)[] Sign(string method, string target, long at, string id = AccessId, string secret = Secret)
    {
        var timestamp = at.ToString(CultureInfo.InvariantCulture);
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secret));
        var signature = Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes($"{target}:{method}:{timestamp}")));
        return [("Authorization", $"TC {id}:{signature}"), ("Timestamp", timestamp)];
    }

    private static async Task<string> Ask(Running emulator, string method, string target, params (string Name, string Value)[] headers)
    {
        using var response = await emulator.Send(method, target, null, headers);
        response.Content.Headers.ContentType!.ToString().Should().Be("application/json");
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }

    private static string Refused(int status, string message) => $"{status} {{\"status\":\"Failure\",\"message\":\"{message}\"}}";
}
