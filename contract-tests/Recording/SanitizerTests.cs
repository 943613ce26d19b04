using System.Text;
using System.Text.Json;
using Emulation.Recordings.Checking;
using Emulation.Recordings.Format;
using Emulation.Recordings.Rules;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Tests.Recordings;

/// <summary>What is removed from exchanges, and what of them survives.</summary>
class SanitizerTests
{
    private readonly Sanitizer _sanitizer = new(RuleSet.Default, new RouteFinder(RouteFinder.AllApis()));

    private static IEnumerable<string> Places => PlantedValues.Places.Select(place => place.Name);

    [TestCaseSource(nameof(Places))]
    public void No_planted_value_is_recorded(string name)
    {
        var place = PlantedValues.Places.Single(place => place.Name == name);
        var left = new List<string>();
        var check = new RecordingCheck(RuleSet.Default, []);
        foreach (var planted in PlantedValues.All)
        {
            var recorded = _sanitizer.Replace(place.With(planted.Value));

            var text = Readable(recorded);
            left.AddRange(planted.TracesIn(text).Select(trace => $"{planted.Kind}: {trace} in {text}"));
            left.AddRange(check.Of(recorded).Select(finding => $"{planted.Kind} {planted.Value}: {finding} in {text}"));
        }

        left.Take(5).Should().BeEmpty();
    }

    [TestCase("Authorization", "Bearer hunter2-summer", "Bearer ***")]
    [TestCase("Authorization", "TC 12345:c2lnbmF0dXJl", "TC ***")]
    [TestCase("Authorization", "hunter2-summer", "***")]
    [TestCase("Cookie", "sid=hunter2-summer; theme=dark-blue", "sid=***; theme=***")]
    [TestCase("Set-Cookie", "sid=hunter2-summer; Path=/; HttpOnly", "sid=***; Path; HttpOnly")]
    [TestCase("api-key", "hunter2-summer", "***")]
    [TestCase("X-Session-Token", "hunter2-summer", "***")]
    public void Credentials_are_removed_and_their_scheme_is_kept(string header, string value, string expected)
    {
        var recorded = _sanitizer.Replace(Captured.Get("/v2/owners").WithRequestHeader(header, value));

        recorded.Request.Headers.Single().Value.Should().Be(expected);
    }

    [TestCase("""{"password":"hunter2-summer"}""", """{"password":"***"}""")]
    [TestCase("""{"pin":4711}""", """{"pin":0}""")]
    [TestCase("""{"credentials":{"a":["hunter2-summer",17,true,null]}}""", """{"credentials":{"a":["***",0,true,null]}}""")]
    [TestCase("""{"id":"a","se\u0063ret":"hunter2-summer"}""", """{"id":"a","se\u0063ret":"***"}""")]
    public void Secrets_in_members_are_removed(string body, string expected)
    {
        _sanitizer.Replace(Captured.Post("/v2/x", body)).Request.Body!.Text.Should().Be(expected);
    }

    [Test]
    public void A_secret_is_removed_wherever_else_it_occurs()
    {
        var exchange = Captured.Get("/v2/x?q=hunter2-summer", """{"echo":"you sent hunter2-summer","name":"hunter2-summer"}""")
            .WithRequestHeader("api-key", "hunter2-summer");

        Readable(_sanitizer.Replace(exchange)).Should().NotContain("hunter2");
    }

    [Test]
    public void A_value_has_the_same_stand_in_in_paths_queries_bodies_and_texts()
    {
        var first = _sanitizer.Replace(Captured.Post("/v2/tags/Marlena%20Vossberg/groups?owner=Marlena+Vossberg", """{"zzz":"Marlena Vossberg"}"""));
        var second = _sanitizer.Replace(Captured.Get("/v2/x", """{"name":"Marlena Vossberg","message":"The requested Marlena Vossberg was not found"}"""));

        using var sent = JsonDocument.Parse(first.Request.Body!.Text!);
        var standIn = sent.RootElement.GetProperty("zzz").GetString()!;
        using var answer = JsonDocument.Parse(second.Response.Body!.Text!);
        answer.RootElement.GetProperty("name").GetString().Should().Be(standIn);
        answer.RootElement.GetProperty("message").GetString().Should().Be($"The requested {standIn} was not found");
        first.Request.Target.Should().Be($"/v2/tags/{Uri.EscapeDataString(standIn)}/groups?owner={Uri.EscapeDataString(standIn)}");
    }

    [Test]
    public void Case_is_kept_so_that_a_service_that_changes_it_is_seen_to_do_so()
    {
        using var answer = JsonDocument.Parse(_sanitizer.Replace(Captured.Get("/v2/x", """{"a":"Vossberg.NET","b":"vossberg.net"}""")).Response.Body!.Text!);

        var (one, other) = (answer.RootElement.GetProperty("a").GetString()!, answer.RootElement.GetProperty("b").GetString()!);
        one.Should().NotBe(other).And.BeEquivalentTo(other);
    }

    [Test]
    public void Texts_keep_their_order()
    {
        var random = new Random(7);
        var names = Enumerable.Range(0, 500).Select(_ => $"{(char)random.Next('a', 'z')}{random.Next(1000)} surname").Distinct(StringComparer.Ordinal).ToArray();

        var standIns = names.Select(name => (name, StandInOf($$"""{"name":"{{name}}"}"""))).ToArray();

        standIns.OrderBy(pair => pair.name, StringComparer.Ordinal).Select(pair => pair.Item2).Should().BeInAscendingOrder(StringComparer.Ordinal);
        standIns.Select(pair => pair.Item2).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public void Values_that_are_in_the_ranges_of_stand_ins_have_stand_ins_of_their_own()
    {
        var addresses = Enumerable.Range(1, 200).Select(last => $"203.0.113.{last}").ToArray();

        addresses.Select(address => StandInOf($$"""{"zzz":"{{address}}"}""")).Should().OnlyHaveUniqueItems();
    }

    [TestCase("198.41.0.4", @"^(\d{1,3}\.){3}\d{1,3}$")]
    [TestCase("2a02:908::1", @"^2001:db8:")]
    [TestCase("www.vossberg.co.uk", @"^www\.[a-z]+\.example$")]
    [TestCase("marlena@vossberg.net", @"^[a-z]+@[a-z]+\.example$")]
    [TestCase("https://www.vossberg.net:8443/a?b=1", @"^https://www\.[a-z]+\.example:8443/")]
    [TestCase("d41d8cd98f00b204e9800998ecf8427e", "^[0-9a-f]{32}$")]
    [TestCase("8F6F00C4-B901-45FD-08CF-72FDEFF00000", "^[0-9A-F]{8}-")]
    [TestCase("+49 30 1234567", @"^\+(1|44) ")]
    [TestCase("4111111111111111", @"^\d{16}$")]
    [TestCase("CVE-2021-44228", @"^CVE-\d{4}-9\d{6}$")]
    [TestCase("cve-2021-44228", @"^cve-\d{4}-9\d{6}$")]
    [TestCase("3c:22:fb:aa:01:02", "^00:00:5e:00:53:[0-9a-f]{2}$")]
    [TestCase("11-22-33-44-55-66", "^00-00-5E-00-53-[0-9A-F]{2}$")]
    public void A_stand_in_has_the_form_of_its_value(string value, string form)
    {
        var standIn = StandInOf($$"""{"zzz":"{{value}}"}""");

        standIn.Should().MatchRegex(form).And.NotBe(value);
    }

    [Test]
    public void A_file_hash_has_one_stand_in_in_paths_and_members()
    {
        const string Hash = "ABCDEF0123456789ABCDEF0123456789";
        var target = _sanitizer.Replace(Captured.Get($"/v2/indicators/files/{Hash}")).Request.Target;
        var body = _sanitizer.Replace(Captured.Get("/v2/x", $$"""{"md5":"{{Hash}}","summary":"{{Hash}}"}""")).Response.Body!.Text!;

        var standIn = target.Split('/')[^1];
        standIn.Should().NotBe(Hash);
        body.Should().Be($$"""{"md5":"{{standIn}}","summary":"{{standIn}}"}""");
    }

    [TestCase("User Agent")]
    [TestCase("TLP:RED")]
    public void A_name_that_the_system_gives_stays(string name) =>
        _sanitizer.Replace(Captured.Get("/v2/x", $$"""{"name":"{{name}}"}""")).Response.Body!.Text.Should().Be($$"""{"name":"{{name}}"}""");

    [TestCase("2024-04-09T17:20:00.123456789Z")]
    [TestCase("Tue, 09 Apr 2024 17:20:00 GMT")]
    [TestCase("75.0")]
    [TestCase("")]
    [TestCase("Incident")]
    [TestCase("Not Started")]
    [TestCase("dnsQuery")]
    [TestCase("mac-address")]
    [TestCase("TLP:AMBER+STRICT")]
    [TestCase("dao_members_only")]
    [TestCase("The requested resource was not found")]
    [TestCase("tBCKXFJEDSF7Thcc6BUBcB6kicE5qzmLbAtvFf9LfKSXN4LwFt36oX")]
    public void What_belongs_to_the_api_stays(string value) => StandInOf($$"""{"zzz":"{{value}}"}""").Should().Be(value);

    [Test]
    public void Every_byte_of_json_that_is_not_replaced_stays()
    {
        const string Json = "\uFEFF { \"id\" : 1.50e1 ,\r\n\t\"a\\u0062\":[ ],\"id\":2, \"status\":\"Suc\\u0063ess\" } \n";

        _sanitizer.Replace(Captured.Get("/v2/x", Json)).Response.Body!.Text.Should().Be(Json);
    }

    [Test]
    public void Json_that_breaks_off_still_does()
    {
        _sanitizer.Replace(Captured.Get("/v2/x", """{"status":"Success","data":{"id":1,"name":"Marl""")).Response.Body!.Text
            .Should().MatchRegex("""^{"status":"Success","data":{"id":1,"name":"[A-Za-z]+$""");
    }

    [Test]
    public void Compressed_content_is_recorded_as_it_is_inside()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(compressed, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
            gzip.Write("""{"name":"Marlena Vossberg"}"""u8);
        var exchange = Captured.Get("/v2/x").WithResponseHeader("Content-Encoding", "gzip") with { ResponseBody = Captured.Body(compressed.ToArray()) };

        var recorded = _sanitizer.Replace(exchange);

        recorded.Response.Body!.Text.Should().StartWith("""{"name":""").And.NotContain("Marlena");
        RecordedHeader.Find(recorded.Response.Headers, "Content-Encoding").Should().Be("gzip");
    }

    [TestCase("gzip")]
    [TestCase("zstd")]
    public void Content_that_cannot_be_decompressed_is_left_out(string encoding)
    {
        var exchange = Captured.Get("/v2/x", "Marlena Vossberg").WithResponseHeader("Content-Encoding", encoding);

        var body = _sanitizer.Replace(exchange).Response.Body!;

        body.Text.Should().BeNull();
        body.Omitted.Should().Be(RecordedBody.UnknownEncoding);
        body.Length.Should().Be(16);
    }

    [Test]
    public void A_rule_file_adds_to_the_defaults()
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.ID}.json");
        File.WriteAllText(file, """{"format":1,"secrets":["badge"],"values":{"team":"Replace"},"vocabulary":["Malvern"]}""");
        var sanitizer = new Sanitizer(RuleSet.Load(file), new RouteFinder(RouteFinder.AllApis()));

        var text = sanitizer.Replace(Captured.Get("/v2/x", """{"badge":"red","password":"blue","team":"threat","zone":"malvern"}""")).Response.Body!.Text;

        text.Should().MatchRegex("""^{"badge":"\*\*\*","password":"\*\*\*","team":"[b-z]{5,}","zone":"malvern"}$""");
    }

    [Test]
    public void Every_error_text_of_the_apis_is_made_of_the_vocabulary()
    {
        var texts = new[] { typeof(Emulation.Apis.ThreatConnect.Texts), typeof(Emulation.Apis.Deso.Texts), typeof(Emulation.Apis.ThreatWinds.Texts) }
            .SelectMany(type => type.GetFields()).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).ToArray();

        texts.Should().HaveCountGreaterThan(60);
        texts.Where(text => StandInOf($$"""{"message":{{JsonEncoded(text)}}}""") != text)
            .Except(["API access has not been licensed for this system, please contact sales@threatconnect.com if you wish to enable it"], StringComparer.Ordinal)
            .Should().BeEmpty();
    }

    private string StandInOf(string json)
    {
        using var answer = JsonDocument.Parse(_sanitizer.Replace(Captured.Get("/v2/x", json)).Response.Body!.Text!);
        return answer.RootElement.EnumerateObject().Single().Value.GetString()!;
    }

    private static string JsonEncoded(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static string Readable(RecordedExchange exchange) => JsonSerializer.Serialize(exchange, ReadableJson.Context.RecordedExchange);
}
