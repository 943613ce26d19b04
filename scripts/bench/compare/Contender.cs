using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Compare;

/// <summary>A server that is started on loopback, asked until it answers, and stopped.</summary>
sealed class Contender : IDisposable
{
    private readonly Process _process;

    private Contender(string name, Process process, int port, TimeSpan start) => (Name, _process, Port, StartToReady) = (name, process, port, start);

    public string Name { get; }

    public int Port { get; }

    public TimeSpan StartToReady { get; }

    public string Url => $"http://127.0.0.1:{Port}";

    /// <summary>Resident memory in MB, of the process and of those it started.</summary>
    public double Memory => Family(_process.Id).Sum(Resident) / 1024;

    /// <param name="name">What the table calls it.</param>
    /// <param name="program">The executable.</param>
    /// <param name="arguments">Its arguments; {port} becomes a free port.</param>
    /// <param name="ready">The path that answers 200 when it is up.</param>
    public static async Task<Contender?> Start(string name, string program, string[] arguments, string ready, int seconds = 60)
    {
        var port = FreePort();
        var info = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) info.ArgumentList.Add(argument.Replace("{port}", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        var watch = Stopwatch.StartNew();
        Process process;
        try
        {
            process = Process.Start(info)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(2) };
        while (watch.Elapsed < TimeSpan.FromSeconds(seconds) && !process.HasExited)
        {
            if (await IsReady(client, ready)) return new Contender(name, process, port, watch.Elapsed);
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
        return null;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task<bool> IsReady(HttpClient client, string path)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static IEnumerable<int> Family(int id)
    {
        yield return id;
        foreach (var task in Directory.Exists($"/proc/{id}/task") ? Directory.GetDirectories($"/proc/{id}/task") : [])
        {
            var children = Path.Combine(task, "children");
            if (!File.Exists(children)) continue;
            foreach (var child in File.ReadAllText(children).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                foreach (var one in Family(int.Parse(child, CultureInfo.InvariantCulture))) yield return one;
        }
    }

    private static double Resident(int id)
    {
        var status = $"/proc/{id}/status";
        if (!File.Exists(status)) return 0;
        var line = File.ReadLines(status).FirstOrDefault(text => text.StartsWith("VmRSS:", StringComparison.Ordinal));
        return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
