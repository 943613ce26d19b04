using System.Diagnostics;
using System.Text;
using Emulation.Tests.StartUp;
using Emulation.Tests.Support;

namespace Emulation.Tests.Examples;

/// <summary>
/// Each documented example against the program in a process of its own: the one that <c>EMULATOR_EXECUTABLE</c> names, which is the
/// native executable in <c>scripts/native-test</c>; without it there is no case. One process serves all examples of the same options, each
/// in
/// its own world.
/// </summary>
[NonParallelizable]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
class ExecutableTests
{
    private readonly Dictionary<string, (Process Process, HttpClient Client)> _programs = new(StringComparer.Ordinal);
    private int _worlds;

    public static IEnumerable<TestCaseData> Files() => !EmulatorProcess.IsExecutable
        ? []
        : Example.All().Select(example => new TestCaseData(example.File).SetName($"In_the_executable({example.File})"));

    [OneTimeTearDown]
    public void Stop()
    {
        foreach (var (process, client) in _programs.Values)
        {
            client.Dispose();
            process.Kill();
            process.Dispose();
        }
    }

    [TestCaseSource(nameof(Files))]
    public async Task Holds_in_the_executable(string file)
    {
        var example = Example.Read(file);
        var client = await ProgramOf(example);
        var world = $"example-{++_worlds}";
        if (example.Clock is { } clock)
        {
            using var frozen = new StringContent($$"""{"mode":"frozen","now":"{{clock}}"}""", Encoding.UTF8, "application/json");
            using var set = await client.PutAsync($"/worlds/{world}/_emulator/clock", frozen);
            set.EnsureSuccessStatusCode();
        }

        using var response = await ExampleExchange.Send(
            example, (method, target, body, headers) => Send(client, world, method, target, body, headers));

        await ExampleExchange.Compare(example, response);
        using var deleted = await client.DeleteAsync($"/_emulator/worlds/{world}");
    }

    private async Task<HttpClient> ProgramOf(Example example)
    {
        string[] arguments = ["--urls", "http://127.0.0.1:0", "--dataset", example.Dataset, .. example.Options.SelectMany(
            option => new[] { "--" + option.Name, option.Value })];
        var key = string.Join(' ', arguments);
        if (_programs.TryGetValue(key, out var running)) return running.Client;
        var process = EmulatorProcess.Start(arguments);
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };
        var client = new HttpClient(handler) { BaseAddress = await process.ReadyAddress() };
        _programs.Add(key, (process, client));
        return client;
    }

    private static async Task<HttpResponseMessage> Send(
        HttpClient client, string world, string method, string target, HttpContent? body, (string Name, string Value)[] headers)
    {
        var asWritten = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var uri = new Uri(client.BaseAddress!.GetLeftPart(UriPartial.Authority) + target, asWritten);
        using var request = new HttpRequestMessage(new HttpMethod(method), uri) { Content = body };
        request.Headers.Add("X-Emulator-World", world);
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value)) body?.Headers.TryAddWithoutValidation(name, value);
        }
        return await client.SendAsync(request);
    }
}
