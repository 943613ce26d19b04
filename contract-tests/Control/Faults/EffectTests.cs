using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Faults;

/// <summary>Each effect as a client meets it over a real connection.</summary>
class EffectTests
{
    private const string Adversaries = "/v2/groups/adversaries";

    [TestCase("/v2/owners", """{"status":"Failure","message":"come back later"}""")]
    [TestCase("/api/v0/user-associations/query", """{"error":"come back later"}""")]
    public async Task A_status_comes_with_the_apis_own_error_body(string target, string body)
    {
        await using var emulator = await Faulty.OnKestrel();
        await emulator.Rule("""{"effect":{"status":503,"message":"come back later","headers":{"Retry-After":"7"}}}""");

        using var response = await emulator.Send("GET", target);

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        response.Headers.GetValues("Retry-After").Should().Equal("7");
        Same(body, await response.Content.ReadAsStringAsync()).Should().BeNull();
    }

    [Test]
    public async Task A_status_of_ThreatWinds_carries_its_error_headers()
    {
        await using var emulator = await Faulty.OnKestrel();
        await emulator.Rule("""{"effect":{"status":500}}""");

        using var response = await emulator.Send("GET", "/api/search/v1/entity/any");

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        response.Headers.GetValues("x-error").Should().Equal("Internal Server Error");
        Same(
            $$"""{"uuid":"{{response.Headers.GetValues("x-error-id").Single()}}","error":"Internal Server Error"}""",
            await response.Content.ReadAsStringAsync()).Should().BeNull();
    }

    [TestCase("""{"fixed":"250ms"}""", 250, 250)]
    [TestCase("""{"uniform":{"min":"00:00:01","max":"PT2S"}}""", 1000, 2000)]
    [TestCase("""{"lognormal":{"median":"1s","sigma":0}}""", 1000, 1000)]
    public async Task A_delay_comes_before_the_answer(string delay, int least, int most)
    {
        var machine = new HastyClock();
        await using var emulator = await Faulty.OnKestrel(machine);
        await emulator.Rule($$"""{"effect":{"delay":{{delay}} } }""");

        (await emulator.Status("/v2/owners")).Should().Be(200);

        machine.Waited.Should().ContainSingle().Which.TotalMilliseconds.Should().BeInRange(least, most);
    }

    [Test]
    public async Task An_empty_body_keeps_status_and_headers()
    {
        await using var emulator = await Faulty.OnKestrel();
        await emulator.Rule("""{"effect":{"body":"empty"}}""");

        using var response = await emulator.Send("GET", "/v2/owners");

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        response.Content.Headers.ContentLength.Should().Be(0);
        (await response.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task A_truncated_body_ends_half_way()
    {
        await using var emulator = await Faulty.OnKestrel();
        var whole = await emulator.Client.GetByteArrayAsync("/v2/owners");
        await emulator.Rule("""{"effect":{"body":"truncated"}}""");

        using var response = await emulator.Client.GetAsync("/v2/owners", HttpCompletionOption.ResponseHeadersRead);
        response.Content.Headers.ContentLength.Should().Be(whole.Length);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var half = new byte[whole.Length / 2];
        await stream.ReadExactlyAsync(half);
        var rest = async () => await stream.ReadAsync(new byte[1]);

        whole.Should().StartWith(half);
        (await rest.Should().ThrowAsync<HttpIOException>()).Which.HttpRequestError.Should().Be(HttpRequestError.ResponseEnded);
    }

    [TestCase("/v2/owners")]
    [TestCase("/api/v0/")]
    [TestCase("/api/v0/nothing-here")]
    public async Task A_malformed_body_is_no_json_from_its_second_sign_on(string target)
    {
        await using var emulator = await Faulty.OnKestrel();
        using var whole = await emulator.Send("GET", target);
        await emulator.Rule("""{"effect":{"body":"malformed"}}""");

        using var response = await emulator.Send("GET", target);

        response.Content.Headers.ContentType.Should().Be(whole.Content.Headers.ContentType);
        var text = await response.Content.ReadAsByteArrayAsync();
        var first = () =>
        {
            // Whoever reads one value and leaves the rest finds none either.
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowMultipleValues = true });
            reader.Read();
            reader.Skip();
        };
        first.Should().Throw<JsonException>().Which.BytePositionInLine.Should().Be(1);
    }

    [Test]
    public async Task A_wrong_content_type_has_the_right_body()
    {
        await using var emulator = await Faulty.OnKestrel();
        var whole = await emulator.Client.GetStringAsync("/v2/owners");
        await emulator.Rule("""{"effect":{"contentType":"text/html"}}""");

        using var response = await emulator.Send("GET", "/v2/owners");

        response.Content.Headers.ContentType!.ToString().Should().Be("text/html");
        (await response.Content.ReadAsStringAsync()).Should().Be(whole);
    }

    [Test]
    public async Task A_reset_reaches_the_client_as_one_and_is_not_tried_again_behind_its_back()
    {
        await using var emulator = await Faulty.OnKestrel();
        await emulator.Rule("""{"name":"r","when":{"nth":1},"effect":{"connection":"reset"}}""");

        var asking = async () => await emulator.Client.GetStringAsync("/v2/owners");

        (await asking.Should().ThrowAsync<HttpRequestException>()).Which.GetBaseException()
            .Should().BeOfType<SocketException>().Which.SocketErrorCode.Should().Be(SocketError.ConnectionReset);
        (await emulator.Count("seen", "r")).Should().Be(1);
    }

    [Test]
    public async Task Who_hangs_waits_until_he_gives_up()
    {
        await using var emulator = await Faulty.OnKestrel();
        await emulator.Rule("""{"name":"h","match":{"method":"GET"},"effect":{"connection":"hang"}}""");
        using var patience = new CancellationTokenSource();
        var asking = emulator.Client.GetStringAsync("/v2/owners", patience.Token);

        await emulator.Struck("h");
        asking.IsCompleted.Should().BeFalse();
        await patience.CancelAsync();

        await FluentActions.Awaiting(() => asking).Should().ThrowAsync<TaskCanceledException>();
    }

    [TestCase("DELETE", "/_emulator/faults/h")]
    [TestCase("DELETE", "/_emulator/faults")]
    [TestCase("POST", "/_emulator/reset")]
    public async Task Who_hangs_is_let_go_with_the_rule(string method, string path)
    {
        await using var emulator = await Faulty.OnKestrel();
        await emulator.Rule("""{"name":"h","effect":{"connection":"hang"}}""");
        var asking = emulator.Client.GetStringAsync("/v2/owners");
        await emulator.Struck("h");

        await emulator.Control(method, path);

        (await FluentActions.Awaiting(() => asking).Should().ThrowAsync<HttpRequestException>()).Which.GetBaseException()
            .Should().BeOfType<SocketException>();
    }

    [Test]
    public async Task Nobody_hangs_on_when_the_emulator_is_disposed()
    {
        var emulator = await Faulty.OnKestrel();
        using var client = new HttpClient { BaseAddress = emulator.Client.BaseAddress };
        await emulator.Rule("""{"name":"h","effect":{"connection":"hang"}}""");
        var asking = Enumerable.Range(0, 20).Select(_ => client.GetStringAsync("/v2/owners")).ToArray();
        await emulator.Struck("h");

        await emulator.DisposeAsync();

        foreach (var one in asking) await FluentActions.Awaiting(() => one).Should().ThrowAsync<HttpRequestException>();
    }

    [TestCase("""{"status":500}""", 0)]
    [TestCase("""{"connection":"reset"}""", 0)]
    [TestCase("""{"connection":"reset","handled":false}""", 0)]
    [TestCase("""{"connection":"reset","handled":true}""", 1)]
    [TestCase("""{"body":"truncated"}""", 1)]
    [TestCase("""{"body":"empty"}""", 1)]
    public async Task A_write_is_handled_once_or_not_at_all(string effect, int written)
    {
        await using var emulator = await Faulty.OnKestrel();
        var before = emulator.World.Store.Current;
        await emulator.Rule($$"""{"match":{"method":"POST"},"effect":{{effect}} }""");

        await Attempt(emulator);

        emulator.World.Store.Current.NodeCount.Should().Be(before.NodeCount + written);
        if (written == 0) emulator.World.Store.Current.Should().BeSameAs(before);
    }

    [TestCase(false, 0)]
    [TestCase(true, 1)]
    public async Task A_write_that_hangs_is_handled_or_not(bool handled, int written)
    {
        await using var emulator = await Faulty.OnKestrel();
        var before = emulator.World.Store.Current.NodeCount;
        await emulator.Rule(
            $$"""{"name":"h","match":{"method":"POST"},"effect":{"connection":"hang","handled":{{(handled ? "true" : "false")}} } }""");
        var attempt = Attempt(emulator);
        await emulator.Struck("h");

        await emulator.Control("DELETE", "/_emulator/faults");
        await attempt;

        emulator.World.Store.Current.NodeCount.Should().Be(before + written);
    }

    private static async Task Attempt(Faulty emulator)
    {
        try
        {
            using var response = await emulator.Send("POST", Adversaries, """{"name":"Half Way"}""");
            await response.Content.ReadAsStringAsync();
        }
        catch (HttpRequestException)
        {
            // The client learns nothing.
        }
    }

    private static string? Same(string expected, string actual)
    {
        using var one = JsonDocument.Parse(expected);
        using var other = JsonDocument.Parse(actual);
        return JsonValues.Difference(one.RootElement, other.RootElement);
    }

    /// <summary>The machine's clock, but that every wait is over at once, and remembered.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public List<TimeSpan> Waited { get; } = [];

        public override DateTimeOffset GetUtcNow() => new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > TimeSpan.Zero) Waited.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
