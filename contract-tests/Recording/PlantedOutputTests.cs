using Emulation.Recordings.Sanitizing;
using Emulation.Tests.StartUp;
using Microsoft.AspNetCore.Http;

namespace Emulation.Tests.Recordings;

/// <summary>300 secrets and personal values pass through the program: none is in any file or output of it.</summary>
[CancelAfter(300_000)]
class PlantedOutputTests
{
    private const string Number = "X-Number";

    /// <summary>In how many places each value is.</summary>
    private const int PlacesOfEach = 4;

    private static readonly UriCreationOptions s_asWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly string _folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "planted", TestContext.CurrentContext.Test.ID);

    [SetUp]
    public void Make() => Directory.CreateDirectory(_folder);

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task No_planted_value_is_in_the_recording_or_in_what_the_commands_write()
    {
        var exchanges = Exchanges().ToArray();
        var file = Path.Combine(_folder, "planted.recording");

        var recorded = await Record(exchanges, file);
        var outputs = new List<string> { recorded, await File.ReadAllTextAsync(file) };
        outputs.Add(await Run("record", "--check", file));
        var (junit, evidence) = (Path.Combine(_folder, "junit.xml"), Path.Combine(_folder, "evidence"));
        outputs.Add(await Run("drift", file, "--dataset", "docs", "--junit", junit, "--evidence", evidence));
        outputs.Add(await Run("drift", file, "--dataset", "docs", "--json"));
        outputs.Add(await Run("drift", file));
        outputs.Add(await File.ReadAllTextAsync(junit));
        foreach (var report in Directory.GetFiles(evidence)) outputs.Add(await File.ReadAllTextAsync(report));

        recorded.Should().EndWith($"{file}: {exchanges.Length} exchanges\n");
        outputs.Should().HaveCount(8).And.NotContain("");
        outputs.SelectMany((text, at) => PlantedValues.All.SelectMany(planted => planted.TracesIn(text).Select(trace => $"{at}: {trace}")))
            .Take(5).Should().BeEmpty();
    }

    private static IEnumerable<CapturedExchange> Exchanges()
    {
        (string Name, Func<string, CapturedExchange> With)[] places = [.. PlantedValues.Places, .. PlantedValues.SecretPlaces];
        for (var i = 0; i < PlantedValues.All.Count; i++)
        {
            for (var k = 0; k < PlacesOfEach; k++)
            {
                var place = i + (k * places.Length / PlacesOfEach) + (i / places.Length);
                yield return places[place % places.Length].With(PlantedValues.All[i].Value);
            }
        }
    }

    /// <summary>Sends the requests through the program to a service that gives the answers.</summary>
    private static async Task<string> Record(CapturedExchange[] exchanges, string file)
    {
        await using var service = await Slow.Start(async context =>
        {
            var exchange = exchanges[int.Parse(context.Request.Headers[Number].ToString())];
            context.Response.StatusCode = exchange.Status;
            foreach (var header in exchange.ResponseHeaders) context.Response.Headers.Append(header.Name, header.Value);
            await context.Response.Body.WriteAsync(exchange.ResponseBody.Bytes);
        });
        using var program = EmulatorProcess.Start(
            "record", "--upstream", service.Address.ToString(), "--out", file, "--urls", "http://127.0.0.1:0");
        try
        {
            using var plain = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
            using var client = new HttpClient(plain) { BaseAddress = await program.Address() };
            var output = Task.WhenAll(program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
            for (var i = 0; i < exchanges.Length; i++) await Send(client, exchanges[i], i);
            program.Signal();
            await program.WaitForExitAsync();
            program.ExitCode.Should().Be(0);
            return string.Concat(Enumerable.Reverse(await output));
        }
        finally
        {
            if (!program.HasExited) program.Kill();
        }
    }

    private static async Task Send(HttpClient client, CapturedExchange exchange, int number)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(exchange.Method), new Uri(client.BaseAddress!.ToString().TrimEnd('/') + exchange.Target, s_asWritten));
        if (exchange.RequestBody.Length > 0) request.Content = new ByteArrayContent(exchange.RequestBody.Bytes.ToArray());
        foreach (var header in exchange.RequestHeaders)
            if (!request.Headers.TryAddWithoutValidation(header.Name, header.Value))
                request.Content?.Headers.TryAddWithoutValidation(header.Name, header.Value);
        request.Headers.Add(Number, $"{number}");
        using var response = await client.SendAsync(request);
        (await response.Content.ReadAsByteArrayAsync()).Should().Equal(exchange.ResponseBody.Bytes.ToArray());
    }

    private static async Task<string> Run(params string[] arguments)
    {
        using var program = EmulatorProcess.Start(arguments);
        var output = await Task.WhenAll(program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();
        return string.Concat(output);
    }
}
