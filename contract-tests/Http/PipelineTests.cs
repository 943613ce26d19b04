using System.Text;
using Emulation.Http;
using Emulation.Tests.Graphs;
using Emulation.Tests.Support;

namespace Emulation.Tests.Http;

class PipelineTests
{
    [Test]
    public async Task A_read_is_answered_from_the_graph()
    {
        await using var piped = await Piped.With(
            new FakeApi(Read("/count", call => FakeApi.Text(200, $"{call.Graph.Count(Small.Items)}"))));

        (await piped.Client.GetStringAsync("/count")).Should().Be("0");
    }

    [Test]
    public async Task A_write_is_seen_by_the_next_read_in_its_world_and_in_no_other()
    {
        await using var piped = await Piped.With(new FakeApi(
            Read("/count", call => FakeApi.Text(200, $"{call.Graph.Count(Small.Items)}")),
            Write("/add", call => new Change(call.Graph.Add(new Item(1, 1, "a", 1)), FakeApi.Text(201, "added")))));

        await piped.Client.PostAsync("/worlds/one/add", null);

        (await piped.Client.GetStringAsync("/worlds/one/count")).Should().Be("1");
        (await piped.Client.GetStringAsync("/worlds/two/count")).Should().Be("0");
        (await piped.Client.GetStringAsync("/count")).Should().Be("0");
    }

    [Test]
    public async Task A_bug_in_a_handler_is_the_apis_500_and_leaves_no_trace()
    {
        await using var piped = await Piped.With(new FakeApi(Write("/bug", call =>
        {
            _ = call.Graph.Add(new Item(1, 1, "a", 1));
            throw new InvalidOperationException("assumed too much");
        })));
        var before = piped.World.Store.Current;

        var response = await piped.Client.PostAsync("/bug", null);

        ((int)response.StatusCode).Should().Be(500);
        (await response.Content.ReadAsStringAsync()).Should().Be("Bug");
        piped.World.Store.Current.Should().BeSameAs(before);
        piped.Heard.Bugs.Should().ContainSingle().Which.Message.Should().Be("assumed too much");
        piped.Heard.Entries.Should().ContainSingle().Which.Exception.Should().NotBeNull();
    }

    [Test]
    public async Task A_bug_in_a_writer_is_a_500_too_and_nothing_of_it_is_sent()
    {
        await using var piped = await Piped.With(new FakeApi(Read("/half", _ => new Reply(200)
        {
            Writer = to =>
            {
                Encoding.UTF8.GetBytes("half an answer", to);
                throw new InvalidOperationException("stopped");
            },
        })));

        var response = await piped.Client.GetAsync("/half");

        ((int)response.StatusCode).Should().Be(500);
        (await response.Content.ReadAsStringAsync()).Should().Be("Bug");
    }

    [TestCase("/nothing", "GET", "UnknownPath")]
    [TestCase("/count", "DELETE", "WrongMethod")]
    [TestCase("/later", "GET", "NotServed")]
    [TestCase("/%zz", "GET", "UnknownPath")]
    public async Task What_no_handler_answers_is_the_apis_to_word(string path, string method, string failure)
    {
        await using var piped = await Piped.With(
            new FakeApi(Read("/count", _ => FakeApi.Text(200, "")), new Route("GET", "/later", "later", Provenance.Client, "test")));

        var response = await piped.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        (await response.Content.ReadAsStringAsync()).Should().Be(failure);
        response.Headers.GetValues("x-finished").Should().Equal("yes");
    }

    [Test]
    public async Task Whoever_is_not_let_in_learns_nothing_of_the_routes()
    {
        await using var piped = await Piped.With(
            new FakeApi(Read("/count", _ => FakeApi.Text(200, ""))) { Closed = FakeApi.Text(401, "no") with { Reason = "because" } });

        var known = await piped.Client.GetAsync("/count");
        var unknown = await piped.Client.GetAsync("/nothing");

        ((int)known.StatusCode, (int)unknown.StatusCode).Should().Be((401, 401));
        piped.Heard.Answers.Should().OnlyContain(reply => reply.Reason == "because");
    }

    [TestCase(10, "10")]
    [TestCase(11, "BodyTooLarge")]
    public async Task A_body_has_a_limit(int bytes, string answer)
    {
        await using var piped = await Piped.With(
            new FakeApi(Write("/size", call => new Change(call.Graph, FakeApi.Text(200, $"{call.Body.Length}")))));

        var response = await piped.Client.PostAsync("/size", new ByteArrayContent(new byte[bytes]));

        (await response.Content.ReadAsStringAsync()).Should().Be(answer);
    }

    [Test]
    public async Task Head_has_the_length_and_no_body()
    {
        await using var piped = await Piped.With(new FakeApi(Read("/text", _ => FakeApi.Text(200, "12345"))));

        var response = await piped.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/text"));

        response.Content.Headers.ContentLength.Should().Be(5);
        (await response.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task A_body_in_parts_is_sent_whole()
    {
        await using var piped = await Piped.With(new FakeApi(Read("/parts", _ => new Reply(200)
        {
            Writers = Enumerable.Range(0, 3).Select(i => (Writer)(to => Encoding.UTF8.GetBytes($"{i}", to))),
        })));

        (await piped.Client.GetStringAsync("/parts")).Should().Be("012");
    }

    [Test]
    public async Task Nothing_is_answered_before_the_data_is_there()
    {
        await using var piped = await Piped.With(new FakeApi(Read("/count", _ => FakeApi.Text(200, ""))), seeded: false);

        (await (await piped.Client.GetAsync("/count")).Content.ReadAsStringAsync()).Should().Be("Seeding");
    }

    [Test]
    public async Task A_stub_answers_before_credentials_are_looked_at()
    {
        var api = new FakeApi(Read("/count", _ => FakeApi.Text(200, "domain"))) { Closed = FakeApi.Text(401, "no") };
        await using var piped = await Piped.With(
            api, stubs: new FixedOverride(new Override("stub") { Instead = FakeApi.Text(218, "stub") }));

        (await (await piped.Client.GetAsync("/count")).Content.ReadAsStringAsync()).Should().Be("stub");
    }

    [Test]
    public async Task A_fault_may_replace_or_distort_an_answer()
    {
        var route = Read("/count", _ => FakeApi.Text(200, "domain"));
        await using var replaced = await Piped.With(
            new FakeApi(route), faults: new FixedOverride(new Override("busy") { Instead = FakeApi.Text(503, "busy") }));
        await using var distorted = await Piped.With(
            new FakeApi(route), faults: new FixedOverride(new Override("empty") { Distort = reply => reply with { Bytes = default } }));

        (await (await replaced.Client.GetAsync("/count")).Content.ReadAsStringAsync()).Should().Be("busy");
        (await distorted.Client.GetStringAsync("/count")).Should().BeEmpty();
        distorted.Heard.Entries.Should().ContainSingle().Which.Fault.Should().Be("empty");
    }

    [Test]
    public async Task Writes_run_one_at_a_time()
    {
        await using var piped = await Piped.With(new FakeApi(Write("/add", call =>
        {
            var graph = call.Graph.TakeId(Small.Items, out var id);
            return new Change(graph.Add(new Item(1, id, "a", 1)), FakeApi.Text(201, ""));
        })));

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => piped.Client.PostAsync("/add", null)));

        piped.World.Store.Current.Count(Small.Items).Should().Be(200);
    }

    private static Route Read(string path, Func<Call, Reply> query) =>
        new("GET", path, path, Provenance.Documented, "test") { Query = query };

    private static Route Write(string path, Func<Call, Change> change) =>
        new("POST", path, path, Provenance.Documented, "test") { Change = change };
}
