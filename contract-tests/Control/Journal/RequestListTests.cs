using System.Net;
using System.Text;
using System.Text.Json;
using Emulation.Control.Journals;
using Emulation.Http;
using Emulation.Tests.Http;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Journals;

class RequestListTests
{
    [Test]
    public async Task A_request_is_told_with_who_asked_what_of_which_route_and_what_came_of_it()
    {
        await using var emulator = await Journalled.Start();
        await emulator.Json("/_emulator/clock", "PUT", """{"mode":"frozen","now":"2024-05-06T07:08:09Z"}""");
        await emulator.Ask("/v2/groups/incidents", "POST", """{"name":"x"}""");

        var request = (await emulator.Requests()).Should().ContainSingle().Subject;

        request.Text("time").Should().Be("2024-05-06T07:08:09Z");
        request.Text("api").Should().Be("threatconnect");
        request.Text("route", "name").Should().Be("groups.create");
        request.Text("route", "path").Should().Be("/v2/groups/{type}");
        request.Text("route", "provenance").Should().Be("documented");
        request.Text("method").Should().Be("POST");
        request.Text("status").Should().Be("201");
        request.Text("caller").Should().Be("12345678901234567890");
        request.Text("request", "body").Should().Be("""{"name":"x"}""");
        request.Text("request", "headers", "Content-Type").Should().Be("application/json; charset=utf-8");
        request.Text("response", "body").Should().StartWith("""{"status":"Success","data":{"incident":""");
        request.Text("response", "headers", "Content-Length").Should().Be(request.Text("response", "bodyBytes"));
        request.GetProperty("graphVersion").GetProperty("after").GetInt64()
            .Should().BeGreaterThan(request.GetProperty("graphVersion").GetProperty("before").GetInt64());
        request.GetProperty("refusal").ValueKind.Should().Be(JsonValueKind.Null);
        (await emulator.Json("/_emulator/requests/" + request.Text("id"))).Text("target").Should().Be("/v2/groups/incidents");
    }

    [Test]
    public async Task A_summary_has_neither_headers_nor_bodies()
    {
        await using var emulator = await Journalled.Start();
        await emulator.Ask("/v2/tasks/99");

        var list = await emulator.Json("/_emulator/requests?summary=true");

        var request = list.GetProperty("requests")[0];
        request.Text("refusal", "reason").Should().Be("The requested resource was not found");
        request.TryGetProperty("request", out _).Should().BeFalse();
        request.TryGetProperty("response", out _).Should().BeFalse();
    }

    [Test]
    public async Task A_summary_is_wanted_or_not()
    {
        await using var emulator = await Journalled.Start();

        using var response = await emulator.Send("GET", "/_emulator/requests?summary=perhaps", null);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [TestCase("GET", "/v2/tasks/99", "The requested resource was not found")]
    [TestCase("GET", "/v2/taks", "no route of threatconnect has this path")]
    [TestCase("PATCH", "/v2/tasks", "the path takes POST, GET, not PATCH")]
    [TestCase("GET", "/nope", "no API has this path")]
    [TestCase("GET", "/api/v0/nope", "no route of deso has this path")]
    public async Task What_was_refused_says_why(string method, string target, string reason)
    {
        await using var emulator = await Journalled.Start();
        await emulator.Ask(target, method);

        var refusal = (await emulator.Requests())[0].GetProperty("refusal");

        var said = refusal.Text("reason");
        if (method == "PATCH") said.Should().MatchRegex("^the path takes .*GET.*, not PATCH$");
        else said.Should().Be(reason);
    }

    [Test]
    public async Task A_path_that_is_nearly_one_is_told_which()
    {
        await using var emulator = await Journalled.Start();
        await emulator.Ask("/v2/taks");

        var request = await emulator.Json("/_emulator/requests/" + (await emulator.Requests())[0].Text("id"));

        request.Text("nearestRoute").Should().Be("GET /v2/tasks");
    }

    [Test]
    public async Task Whoever_was_not_let_in_is_told_which_rule_and_its_body_is_kept()
    {
        await using var emulator = await Journalled.Start();
        using var refused = await emulator.Send("POST", "/v2/groups/incidents", new StringContent("""{"name":"x"}"""), (
            "Authorization", "TC 12345678901234567890:AAAA"), ("Timestamp", "12"));

        var request = (await emulator.Requests())[0];

        refused.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        request.Text("refusal", "reason").Should().StartWith("the Timestamp 12 is more than 300 s from");
        request.Text("refusal", "source").Should().Be(request.Text("route", "source"));
        request.Text("request", "body").Should().Be("""{"name":"x"}""");
        request.Text("caller").Should().Be("anyone");
    }

    [Test]
    public async Task A_bug_is_told_by_its_type_and_message()
    {
        await using var piped = await Piped.With(new FakeApi(new Route("GET", "/bug", "bug", Provenance.Documented, "test") { Query = _ => throw new InvalidOperationException("assumed token=too-much-of-it") }));
        var journal = new Journal("default", 1);
        piped.Heard.Journal = journal;

        using var response = await piped.Client.GetAsync("/bug");

        var shown = new RedactedExchange(journal.Entries[0]);
        shown.Bug!.Type.Should().Be("System.InvalidOperationException");
        shown.Bug.Message.Should().Be("assumed token=***");
        Refusal.Of(shown)!.Value.Reason.Should().Contain("InvalidOperationException");
    }

    [TestCase(65_536, false)]
    [TestCase(65_537, true)]
    public async Task A_body_is_cut_at_64_kilobytes(int bytes, bool isCut)
    {
        await using var emulator = await Journalled.Start();
        await emulator.Ask("/v2/groups/incidents", "POST", new string('a', bytes));

        var request = (await emulator.Requests())[0].GetProperty("request");

        request.Text("body").Should().Be(new string('a', 65_536));
        request.GetProperty("bodyBytes").GetInt32().Should().Be(bytes);
        request.GetProperty("bodyCut").GetBoolean().Should().Be(isCut);
    }

    [Test]
    public async Task Of_an_answer_in_parts_the_beginning_is_kept_and_no_more_is_written_than_that()
    {
        var written = 0;
        await using var piped = await Piped.With(new FakeApi(new Route("GET", "/parts", "parts", Provenance.Documented, "test")
        {
            Query = _ => new Reply(200) { Writers = Enumerable.Range(0, 100).Select(
                _ => (Writer)(to => { written++; Encoding.ASCII.GetBytes(new string('x', 10_000), to); })) },
        }));
        var journal = new Journal("default", 1);
        piped.Heard.Journal = journal;

        var sent = await piped.Client.GetStringAsync("/parts");

        sent.Should().HaveLength(1_000_000);
        written.Should().Be(107);
        journal.Entries[0].AnswerBody.Bytes.Length.Should().Be(Journal.MostOfABody);
        journal.Entries[0].AnswerBody.IsCut.Should().BeTrue();
    }

    [Test]
    public async Task A_body_that_is_no_text_is_base64()
    {
        await using var emulator = await Journalled.Start();
        using var sent = await emulator.Send("POST", "/nope", new ByteArrayContent([0, 255, 1]));

        (await emulator.Requests())[0].Text("request", "base64Body").Should().Be("AP8B");
    }

    [Test]
    public async Task Head_is_kept_without_a_body()
    {
        await using var emulator = await Journalled.Start();
        await emulator.Ask("/v2/tasks/123456", "HEAD");

        var response = (await emulator.Requests())[0].GetProperty("response");

        response.GetProperty("bodyBytes").GetInt32().Should().Be(0);
        response.Text("headers", "Content-Length").Should().NotBe("0");
    }

    [Test]
    public async Task An_answer_that_nobody_gets_is_kept_with_how_it_ended()
    {
        var route = new Route("GET", "/a", "a", Provenance.Documented, "test") { Query = _ => FakeApi.Text(200, "whole") };
        await using var piped = await Piped.OnKestrel(
            new FakeApi(route), new FixedOverride(new Override("gone") { ConnectionFault = ConnectionFault.Reset }));
        var journal = new Journal("default", 1);
        piped.Heard.Journal = journal;

        var asking = () => piped.Client.GetAsync("/a");

        await asking.Should().ThrowAsync<HttpRequestException>();
        var details = journal.Entries
            .Should().OnlyContain(exchange => exchange.Details.ConnectionFault == ConnectionFault.Reset).And.Subject.First().Details;
        (details.Fault, details.Status).Should().Be(("gone", 200));
    }

    [Test]
    public async Task They_can_be_asked_for_by_api_route_status_time_and_number()
    {
        await using var emulator = await Journalled.Start();
        await emulator.Json("/_emulator/clock", "PUT", """{"mode":"frozen","now":"2024-01-01T00:00:00Z"}""");
        await emulator.Ask("/v2/tasks/123456");
        await emulator.Json("/_emulator/clock/advance", "POST", """{"by":"1h"}""");
        await emulator.Ask("/v2/tasks/99");
        await emulator.Ask("/api/search/v1/entities");
        async Task<int> Total(string query) => (await emulator.Json("/_emulator/requests" + query)).GetProperty("total").GetInt32();

        (await Total("?api=threatconnect")).Should().Be(2);
        (await Total("?route=task.get")).Should().Be(2);
        (await Total("?status=200")).Should().Be(1);
        (await Total("?status=4xx")).Should().Be(2);
        (await Total("?since=2024-01-01T00:00:01Z")).Should().Be(2);
        (await Total("?since=2024-01-01T00:00:00Z")).Should().Be(3);
        (await Total("?limit=1")).Should().Be(3);
        (await emulator.Requests("?limit=1")).Should().ContainSingle().Which.Text("api").Should().Be("threatwinds");
        (await emulator.Requests("?limit=0")).Should().BeEmpty();
    }

    [TestCase("?limit=-1")]
    [TestCase("?limit=x")]
    [TestCase("?since=yesterday")]
    [TestCase("?status=ok")]
    [TestCase("?status=")]
    [TestCase("?page=2")]
    public async Task A_filter_that_is_none_is_refused(string query)
    {
        await using var emulator = await Journalled.Start();

        using var list = await emulator.Send("GET", "/_emulator/requests" + query);
        using var archive = await emulator.Send("GET", "/_emulator/requests.har" + query);

        list.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        archive.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [TestCase("/_emulator/requests/00000000-0000-4000-8000-000000000000")]
    [TestCase("/_emulator/requests/x")]
    [TestCase("/_emulator/requests/x/curl")]
    public async Task One_that_is_not_there_is_not_found(string target)
    {
        await using var emulator = await Journalled.Start();

        using var response = await emulator.Send("GET", target);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }
}
