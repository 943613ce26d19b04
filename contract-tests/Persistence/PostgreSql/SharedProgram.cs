using System.Diagnostics;
using System.Text;
using Emulation.Http;
using Emulation.Tests.StartUp;

namespace Emulation.Tests.Persistence.PostgreSql;

/// <summary>The program as a process of its own, on a database.</summary>
sealed class SharedProgram : IDisposable
{
    private const string Listening = "Listening on ";

    private readonly Process _process;
    private readonly HttpClient _client;

    private SharedProgram(Process process, string address)
    {
        _process = process;
        _client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public bool IsKilled { get; private set; }

    public static async Task<SharedProgram> Start(string address)
    {
        var process = EmulatorProcess.Start("--port", "0", "--dataset", "docs", "--auth", "off", "--data", address);
        var line = await process.StandardOutput.ReadLineAsync();
        if (line is null || !line.StartsWith(Listening, StringComparison.Ordinal))
            throw new AssertionException($"The program says: {line} {await process.StandardError.ReadToEndAsync()}");
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        var program = new SharedProgram(process, line[Listening.Length..]);
        await program.UntilAnswering();
        return program;
    }

    /// <summary>Waits until it has its data, and the database.</summary>
    public async Task UntilAnswering()
    {
        while ((await Send("GET", "/v2/whoami", Worlds.Default)).Status == 503)
            TestContext.CurrentContext.CancellationToken.ThrowIfCancellationRequested();
    }

    public void Kill()
    {
        IsKilled = true;
        _process.Kill();
    }

    public async Task<int> TagStatus((string World, string Name) tag) => (await Send("GET", $"/v2/tags/{tag.Name}", tag.World)).Status;

    public async Task<(int Status, string Body)> Send(string method, string target, string world, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), target);
        request.Headers.Add(Worlds.Header, world);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _client.Dispose();
    }
}
