using System.Net;
using System.Text;
using Emulation.InProcess;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Emulation.Tests.InProcess;

/// <summary>What an HttpClient sees of a pipeline in its own process is what it would see over a wire.</summary>
[CancelAfter(30_000)]
class HandlerTests
{
    [TestCase("/a/b%3Ac%2Fd?x=%41&y=+")]
    [TestCase("/caf%C3%A9")]
    public async Task The_target_arrives_as_written(string target)
    {
        using var client = Client(context => Write(context, context.Features.Get<IHttpRequestFeature>()!.RawTarget));

        (await client.GetStringAsync(new Uri("http://host" + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }))).Should().Be(target);
    }

    [Test]
    public async Task Headers_arrive_one_line_each_and_the_host_is_the_addresss()
    {
        using var client = Client(context => Write(context, $"{context.Request.Scheme} {context.Request.Host} {context.Request.Headers["x"].Count}:{context.Request.Headers["x"]} {context.Request.ContentType}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://vendor.example:8443/") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.Add("x", ["1", "2"]);

        using var answer = await client.SendAsync(request);

        (await answer.Content.ReadAsStringAsync()).Should().Be("https vendor.example:8443 1:1, 2 application/json; charset=utf-8");
    }

    [Test]
    public async Task Status_headers_and_content_headers_come_back()
    {
        using var client = Client(context =>
        {
            context.Response.StatusCode = 418;
            context.Response.Headers["x-two"] = new(["1", "2"]);
            context.Response.ContentType = "text/x; charset=utf-8";
            return Write(context, "tea");
        });

        using var answer = await client.GetAsync("http://host/");

        answer.StatusCode.Should().Be((HttpStatusCode)418);
        answer.Headers.GetValues("x-two").Should().Equal("1", "2");
        answer.Content.Headers.ContentType!.ToString().Should().Be("text/x; charset=utf-8");
        answer.RequestMessage!.RequestUri!.Host.Should().Be("host");
    }

    [Test]
    public async Task Head_has_a_length_and_no_body()
    {
        using var client = Client(context =>
        {
            context.Response.ContentLength = 7;
            return Task.CompletedTask;
        });

        using var answer = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "http://host/"));

        answer.Content.Headers.ContentLength.Should().Be(7);
        (await answer.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task A_body_arrives_whole_and_may_be_sent_twice()
    {
        using var client = Client(async context => await Write(context, $"{context.Request.ContentLength} {(await Read(context)).Length}"));
        using var content = new ByteArrayContent(new byte[300_000]);

        for (var time = 0; time < 2; time++)
        {
            using var answer = await client.PostAsync("http://host/", content);
            (await answer.Content.ReadAsStringAsync()).Should().Be("300000 300000");
        }
    }

    [Test]
    public async Task A_post_without_a_body_says_so()
    {
        using var client = Client(context => Write(context, $"{context.Request.ContentLength}"));

        using var answer = await client.PostAsync("http://host/", null);

        (await answer.Content.ReadAsStringAsync()).Should().Be("0");
    }

    [Test]
    public async Task A_body_whose_length_nobody_knows_is_chunked()
    {
        using var client = Client(async context => await Write(context, $"{context.Request.ContentLength} {context.Request.Headers.TransferEncoding} {await Read(context)}"));

        using var answer = await client.PostAsync("http://host/", new Endless(parts: 3));

        (await answer.Content.ReadAsStringAsync()).Should().Be(" chunked ababab");
    }

    [Test]
    public async Task A_body_that_nobody_reads_to_the_end_is_not_sent_to_the_end()
    {
        using var client = Client(context => Write(context, "enough"));
        var content = new Endless(parts: int.MaxValue);

        using var answer = await client.PostAsync("http://host/", content);

        (await answer.Content.ReadAsStringAsync()).Should().Be("enough");
        await content.Stopped;
    }

    [Test]
    public async Task An_answer_is_read_while_it_is_written()
    {
        var more = new TaskCompletionSource();
        using var client = Client(async context =>
        {
            await Write(context, "first");
            await more.Task;
            await Write(context, " last");
        });

        using var answer = await client.GetAsync("http://host/", HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        var part = new byte[5];
        await body.ReadExactlyAsync(part);
        more.SetResult();

        Encoding.ASCII.GetString(part).Should().Be("first");
        (await new StreamReader(body).ReadToEndAsync()).Should().Be(" last");
    }

    [Test]
    public async Task A_large_answer_waits_for_its_reader()
    {
        const int parts = 400;
        var written = 0;
        using var client = Client(async context =>
        {
            for (; written < parts; written++) await context.Response.BodyWriter.WriteAsync(new byte[10_000]);
        });

        using var answer = await client.GetAsync("http://host/", HttpCompletionOption.ResponseHeadersRead);
        var early = Volatile.Read(ref written);
        var all = await answer.Content.ReadAsByteArrayAsync();

        early.Should().BeLessThan(parts, "nobody had read");
        all.Should().HaveCount(parts * 10_000);
    }

    [Test]
    public async Task A_client_that_gives_up_is_noticed()
    {
        var gone = new TaskCompletionSource();
        using var client = Client(context => Hang(context, gone));
        using var patience = new CancellationTokenSource();

        var asking = client.GetAsync("http://host/", patience.Token);
        await patience.CancelAsync();

        await FluentActions.Awaiting(() => asking).Should().ThrowAsync<OperationCanceledException>();
        await gone.Task;
    }

    [Test]
    public async Task An_answer_that_is_let_go_unread_is_noticed()
    {
        var gone = new TaskCompletionSource();
        using var client = Client(async context =>
        {
            await Write(context, "first");
            await Hang(context, gone);
        });

        using (await client.GetAsync("http://host/", HttpCompletionOption.ResponseHeadersRead))
        {
            // Its head is enough.
        }

        await gone.Task;
    }

    [Test]
    public async Task A_reset_is_an_exception_as_over_a_wire()
    {
        using var client = Client(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        (await FluentActions.Awaiting(() => client.GetAsync("http://host/")).Should().ThrowAsync<HttpRequestException>())
            .Which.HttpRequestError.Should().Be(HttpRequestError.ResponseEnded);
    }

    [Test]
    public async Task A_body_that_is_cut_has_a_head_and_a_beginning()
    {
        using var client = Client(async context =>
        {
            context.Response.ContentLength = 10;
            await Write(context, "half");
            context.Abort();
        });

        using var answer = await client.GetAsync("http://host/", HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        var part = new byte[4];
        await body.ReadExactlyAsync(part);

        answer.Content.Headers.ContentLength.Should().Be(10);
        Encoding.ASCII.GetString(part).Should().Be("half");
        await FluentActions.Awaiting(async () => await body.ReadExactlyAsync(part)).Should().ThrowAsync<HttpIOException>();
        await FluentActions.Awaiting(() => client.GetAsync("http://host/")).Should().ThrowAsync<HttpRequestException>();
    }

    [Test]
    public async Task What_breaks_in_the_pipeline_is_told()
    {
        using var client = Client(_ => throw new InvalidTimeZoneException("this"));

        (await FluentActions.Awaiting(() => client.GetAsync("http://host/")).Should().ThrowAsync<HttpRequestException>())
            .Which.InnerException!.InnerException.Should().BeOfType<InvalidTimeZoneException>();
    }

    [Test]
    public void It_answers_who_does_not_await()
    {
        using var client = Client(context => Write(context, "now"));

        using var answer = client.Send(new HttpRequestMessage(HttpMethod.Get, "http://host/"));

        using var reader = new StreamReader(answer.Content.ReadAsStream());
        reader.ReadToEnd().Should().Be("now");
    }

    [Test]
    public async Task Nobody_is_answered_after_the_end_and_whoever_waits_is_let_go()
    {
        using var end = new CancellationTokenSource();
        var arrived = new TaskCompletionSource();
        using var client = new HttpClient(new PipelineHandler(context =>
        {
            arrived.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        }, end.Token));

        var waiting = client.GetAsync("http://host/");
        await arrived.Task;
        await end.CancelAsync();

        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<HttpRequestException>();
        await FluentActions.Awaiting(() => client.GetAsync("http://host/")).Should().ThrowAsync<HttpRequestException>();
    }

    private static HttpClient Client(RequestDelegate handle) => new(new PipelineHandler(handle, CancellationToken.None));

    private static async Task Write(HttpContext context, string text) => await context.Response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes(text));

    private static async Task<string> Read(HttpContext context) => await new StreamReader(context.Request.Body).ReadToEndAsync();

    private static async Task Hang(HttpContext context, TaskCompletionSource gone)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        gone.SetResult();
    }

    /// <summary>A body that is made while it is sent.</summary>
    private sealed class Endless(int parts) : HttpContent
    {
        private readonly TaskCompletionSource _stopped = new();

        public Task Stopped => _stopped.Task;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            try
            {
                for (var part = 0; part < parts; part++) await stream.WriteAsync("ab"u8.ToArray(), cancellationToken);
            }
            finally
            {
                _stopped.SetResult();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
