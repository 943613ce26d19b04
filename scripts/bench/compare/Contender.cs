using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Compare;

/// <summary>A server that is started on loopback, asked until it answers, and stopped.</summary>
sealed class Contender : IDisposable
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly HttpClient _client;

    private Contender(string name, Process process, string port)
    {
        (Name, Url, _process) = (name, $"http://127.0.0.1:{port}", process);
        _client = new HttpClient { BaseAddress = new Uri(Url), Timeout = s_longest };
        AppDomain.CurrentDomain.ProcessExit += Kill;
    }

    public string Name { get; }

    public string Url { get; }

    public TimeSpan StartToReady { get; private set; }

    public bool Ended => _process.HasExited;

    /// <summary>Resident memory in MB.</summary>
    public double Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024.0 / 1024;
        }
    }

    /// <summary>User and system time so far, in steps of 10 ms.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <param name="name">What the table calls it.</param>
    /// <param name="program">The executable.</param>
    /// <param name="arguments">Its arguments; {port} becomes a free port.</param>
    /// <param name="ready">The path that answers 200 when it is up.</param>
    /// <returns>Null when it cannot be had: no such program, or it never was ready.</returns>
    public static async Task<Contender?> Start(string name, string program, string[] arguments, string ready)
    {
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        var info = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) info.ArgumentList.Add(argument.Replace("{port}", port, StringComparison.Ordinal));
        var begun = Stopwatch.GetTimestamp();
        if (Launch(info) is not { } process) return null;
        var contender = new Contender(name, process, port);
        if (await contender.IsReady(ready, begun)) return contender;
        contender.Dispose();
        return null;
    }

    public async Task<(int Status, byte[] Body)> Ask(Request request)
    {
        using var message = request.Message(Url);
        using var answer = await _client.SendAsync(message);
        return ((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>The body of an answer that must be a success.</summary>
    public async Task<byte[]> Fetch(Request request)
    {
        var (status, body) = await Ask(request);
        return status is >= 200 and < 300 ? body : throw new BenchError($"{Name} answers {request.Name} with {status} ({request.Method} {request.Target})");
    }

    /// <summary>Fails unless the answer has exactly these bytes: figures of other bodies are no comparison.</summary>
    public async Task Check(Request request, byte[] expected)
    {
        var body = await Fetch(request);
        if (body.AsSpan().SequenceEqual(expected)) return;
        throw new BenchError($"{Name} answers {request.Name} ({request.Target}) with {body.Length} other bytes than the {expected.Length} it should; they part at {body.AsSpan().CommonPrefixLength(expected)}");
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= Kill;
        Kill(null, EventArgs.Empty);
        _process.WaitForExit();
        _process.Dispose();
        _client.Dispose();
    }

    /// <summary>Also when the bench itself is told to stop.</summary>
    private void Kill(object? sender, EventArgs end)
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
    }

    private async Task<bool> IsReady(string path, long begun)
    {
        while (Stopwatch.GetElapsedTime(begun) < s_longest && !_process.HasExited)
        {
            if (await Answers(path))
            {
                StartToReady = Stopwatch.GetElapsedTime(begun);
                return true;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }
        return false;
    }

    private async Task<bool> Answers(string path)
    {
        try
        {
            using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Process? Launch(ProcessStartInfo info)
    {
        try
        {
            var process = Process.Start(info)!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return process;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
