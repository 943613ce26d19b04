using System.Buffers;
using System.Net;
using System.Text.Json;
using Emulation.Control.Journals;
using Emulation.Http;
using Emulation.Tests.Http;
using Emulation.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Emulation.Tests.Control.Journals;

class JournalTests
{
    [Test]
    public async Task Of_more_requests_than_it_keeps_the_latest_are_kept()
    {
        await using var emulator = await Journalled.Start();
        await emulator.Json("/_emulator/journal", "PUT", """{"max":3}""");

        for (var i = 0; i < 7; i++) await emulator.Ask($"/v2/tasks/{i}");

        (await emulator.Requests()).Select(request => request.Text("target")).Should().Equal("/v2/tasks/6", "/v2/tasks/5", "/v2/tasks/4");
        (await emulator.Json("/_emulator/journal")).GetProperty("count").GetInt32().Should().Be(3);
    }

    [Test]
    public async Task Of_more_bytes_than_it_keeps_the_latest_are_kept()
    {
        await using var emulator = await Journalled.Start();
        await emulator.Json("/_emulator/journal", "PUT", """{"maxBytes":262144}""");

        for (var i = 0; i < 12; i++) await emulator.Ask($"/v2/tasks?n={i}", "POST", new string(' ', 50_000));

        var journal = await emulator.Json("/_emulator/journal");
        journal.GetProperty("count").GetInt32().Should().Be(5);
        journal.GetProperty("bytes").GetInt64().Should().BeInRange(250_000, 262_144);
        (await emulator.Requests()).Select(request => request.Text("target"))
            .Should().Equal(Enumerable.Range(7, 5).Reverse().Select(i => $"/v2/tasks?n={i}"));
    }

    [Test]
    public async Task What_is_kept_is_right_however_often_memory_was_used_again()
    {
        await using var piped = await Piped.With(new FakeApi());
        var journal = new Journal("default", 1);
        journal.Set(new JournalSetting(true, 50, 1 << 20));

        for (var i = 0; i < 3000; i++)
        {
            var size = i * 7919 % 70_000;
            journal.Record(EntryOf(piped.World, $"/n/{i}", [.. Enumerable.Repeat((byte)i, size)]));
            if (i % 500 != 499) continue;
            foreach (var exchange in journal.Entries)
            {
                var number = int.Parse(exchange.Target.AsSpan(3));
                exchange.AnswerBody.Bytes.ToArray()
                    .Should().OnlyContain(one => one == (byte)number).And.HaveCount(Math.Min(number * 7919 % 70_000, Journal.MostOfABody));
            }
        }

        journal.Size.Bytes.Should().BeLessThanOrEqualTo(1 << 20);
    }

    [Test]
    public async Task What_was_read_stays_as_it_is()
    {
        await using var piped = await Piped.With(new FakeApi());
        var journal = new Journal("default", 1);
        for (var i = 0; i < 10; i++) journal.Record(EntryOf(piped.World, $"/n/{i}", [1, 2, 3]));

        var read = journal.Entries;
        journal.Set(new JournalSetting(true, 1, 1 << 20));
        for (var i = 0; i < 5000; i++) journal.Record(EntryOf(piped.World, "/later", new byte[4000]));

        read.Select(exchange => exchange.Target).Should().Equal(Enumerable.Range(0, 10).Reverse().Select(i => $"/n/{i}"));
        foreach (var exchange in read) exchange.AnswerBody.Bytes.ToArray().Should().Equal(1, 2, 3);
    }

    [Test]
    public async Task A_record_allocates_next_to_nothing()
    {
        await using var piped = await Piped.With(new FakeApi());
        var journal = new Journal("default", 1);
        var entry = EntryOf(piped.World, "/v2/indicators/hosts?resultLimit=10", new byte[4000]);
        for (var i = 0; i < 5000; i++) journal.Record(entry);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) journal.Record(entry);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / 1000;

        // The enumerator of the headers. A request takes thousands.
        each.Should().BeLessThan(150);
    }

    [Test]
    public async Task Each_of_two_hundred_at_once_is_there_once()
    {
        await using var emulator = await Journalled.Start();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => emulator.Ask($"/v2/tasks/{i}")));

        (await emulator.Requests()).Select(request => request.Text("target"))
            .Should().BeEquivalentTo(Enumerable.Range(0, 200).Select(i => $"/v2/tasks/{i}"));
        (await emulator.Requests()).Select(request => request.Text("id")).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public async Task A_world_has_its_own_and_a_reset_empties_it()
    {
        await using var emulator = await Journalled.Start();
        await emulator.Ask("/v2/tasks/123456");
        await emulator.Ask("/worlds/a/v2/tasks/1");
        await emulator.Ask("/v2/tasks/2", headers: [("X-Emulator-World", "a")]);

        var home = await emulator.Requests();
        var a = await emulator.Json("/worlds/a/_emulator/requests");
        using var reset = await emulator.Send("POST", "/worlds/a/_emulator/reset");

        home.Select(request => request.Text("world") + request.Text("target")).Should().Equal("default/v2/tasks/123456");
        a.GetProperty("requests").EnumerateArray().Select(request => request.Text("world") + request.Text("target"))
            .Should().Equal("a/v2/tasks/2", "a/worlds/a/v2/tasks/1");
        (await emulator.Json("/worlds/a/_emulator/requests")).GetProperty("total").GetInt32().Should().Be(0);
        (await emulator.Requests()).Should().HaveCount(1);
    }

    [Test]
    public async Task The_same_calls_have_the_same_ids_after_a_reset_and_other_ids_after_a_clearing()
    {
        await using var emulator = await Journalled.Start();
        async Task<string> Id()
        {
            await emulator.Ask("/v2/tasks/123456");
            return (await emulator.Requests("?limit=1"))[0].Text("id");
        }

        var first = await Id();
        using var cleared = await emulator.Send("DELETE", "/_emulator/journal");
        var second = await Id();
        using var reset = await emulator.Send("POST", "/_emulator/reset");
        var again = await Id();

        cleared.StatusCode.Should().Be(HttpStatusCode.NoContent);
        second.Should().NotBe(first);
        again.Should().Be(first);
        first.Should().MatchRegex("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
    }

    [Test]
    public async Task While_it_is_closed_nothing_is_kept()
    {
        await using var emulator = await Journalled.Start();
        await emulator.Ask("/v2/tasks/1");

        var closed = await emulator.Json("/_emulator/journal", "PUT", """{"enabled":false}""");
        await emulator.Ask("/v2/tasks/2");

        closed.GetProperty("enabled").GetBoolean().Should().BeFalse();
        (await emulator.Requests()).Select(request => request.Text("target")).Should().Equal("/v2/tasks/1");
        (await emulator.Json("/__admin/requests")).GetProperty("requestJournalDisabled").GetBoolean().Should().BeTrue();
    }

    [TestCase("""{"max":0}""", "/max")]
    [TestCase("""{"max":"9"}""", "/max")]
    [TestCase("""{"maxBytes":10}""", "/maxBytes")]
    [TestCase("""{"enabled":1}""", "/enabled")]
    [TestCase("""{"max":5,"most":5}""", "/most")]
    public async Task A_setting_that_is_none_is_refused_and_nothing_of_it_is_set(string body, string pointer)
    {
        await using var emulator = await Journalled.Start();

        using var refused = await emulator.Send("PUT", "/_emulator/journal", new StringContent(body));

        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync());
        problem.RootElement.Text("pointer").Should().Be(pointer);
        (await emulator.Json("/_emulator/journal")).GetProperty("max").GetInt32().Should().Be(1000);
    }

    private static Entry EntryOf(World world, string target, byte[] body)
    {
        var api = new FakeApi();
        var call = new Call
        {
            Api = api, Graph = world.Store.Current, Method = "GET", Target = Target.Parse(target), Now = world.Clock.GetUtcNow(), MachineNow = world.Machine.GetUtcNow(),
            Headers = new HeaderDictionary { ["Host"] = "127.0.0.1", ["Accept"] = "application/json", ["User-Agent"] = "test", ["Authorization"] = "Bearer 1234567890" },
            Body = ReadOnlySequence<byte>.Empty,
        };
        return new Entry(
            "default",
            call,
            new Reply(200) { ContentType = "text/plain" }) { VersionBefore = 1, VersionAfter = 1, Body = body, BodyLength = body.Length };
    }
}
