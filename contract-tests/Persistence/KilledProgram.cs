using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Emulation.Http;
using Emulation.Tests.StartUp;

namespace Emulation.Tests.Persistence;

/// <summary>The built program, or an executable, as a process of its own that is killed.</summary>
sealed class KilledProgram : IDisposable
{
    private const string Listening = "Listening on ";

    private readonly Process _process;
    private readonly HttpClient _client;
    private int _answers;

    private KilledProgram(Process process, string address)
    {
        _process = process;
        _client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = KillWriter.Count }) { BaseAddress = new Uri(address) };
    }

    public int AnswersUntilKilled { get; set; } = int.MaxValue;

    public static async Task<KilledProgram> Start(string folder)
    {
        var process = Begin(folder);
        var line = await process.StandardOutput.ReadLineAsync();
        if (line is null || !line.StartsWith(Listening, StringComparison.Ordinal))
            throw new AssertionException($"The program says: {line} {await process.StandardError.ReadToEndAsync()}");
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        var program = new KilledProgram(process, line[Listening.Length..]);
        while ((await program.Send("GET", "/_emulator/health/ready", Worlds.Default)).Status != 200) await Task.Yield();
        return program;
    }

    /// <summary>It is killed as soon as it has something to say, when it may still be restoring worlds.</summary>
    public static async Task KillWhileStarting(string folder)
    {
        using var process = Begin(folder);
        await process.StandardOutput.ReadLineAsync();
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Sends a write; the answer may be the one after which the process is killed.</summary>
    public async Task<(int Status, JsonElement Body)> Write(string method, string target, string world, string? body = null)
    {
        var answer = await Send(method, target, world, body);
        if (Interlocked.Increment(ref _answers) == AnswersUntilKilled + 1) _process.Kill();
        return answer;
    }

    public async Task<(int Status, JsonElement Body)> Send(string method, string target, string world, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), target);
        request.Headers.Add(Worlds.Header, world);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, MediaTypeOf(target));
        using var response = await _client.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        if (bytes.Length == 0) return ((int)response.StatusCode, default);
        using var document = JsonDocument.Parse(bytes);
        return ((int)response.StatusCode, document.RootElement.Clone());
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _client.Dispose();
    }

    private static Process Begin(string folder) =>
        EmulatorProcess.Start("--port", "0", "--dataset", "docs", "--auth", "off", "--data", folder);

    private static string MediaTypeOf(string target) =>
        target.StartsWith("/v2/batch/", StringComparison.Ordinal) ? "application/octet-stream" : "application/json";
}
