using System.Diagnostics;
using System.Globalization;

namespace Compare;

/// <summary>What a load came to: requests a second, CPU of the server in µs a request, how many it answered.</summary>
readonly record struct Load(double PerSecond, double Micros, double Answered);

/// <summary>Load from a process of its own, bounded in time and connections, to loopback alone.</summary>
sealed class Wrk(string folder)
{
    /// <summary>Fails when an answer was neither 2xx nor 3xx: a refusal is fast, and no figure. None at all is a figure: 0.</summary>
    public async Task<Load> Run(Contender server, Request request, int connections, int seconds = 1)
    {
        var info = new ProcessStartInfo("wrk") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in (string[])["-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "10s", .. request.Headers.SelectMany(header => (string[])["-H", header])])
            info.ArgumentList.Add(argument);
        if (request.Lua is { } lua)
        {
            var script = Path.Combine(folder, "load.lua");
            await File.WriteAllTextAsync(script, lua);
            info.ArgumentList.Add("-s");
            info.ArgumentList.Add(script);
        }
        info.ArgumentList.Add(server.Url + request.Target);
        var before = server.Cpu;
        using var wrk = Process.Start(info)!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var spent = server.Cpu - before;
        if (output.Contains("Non-2xx", StringComparison.Ordinal)) throw new BenchError($"{server.Name} refuses {request.Name} under load ({request.Target})");
        if (server.Ended) throw new BenchError($"{server.Name} ended under {request.Name} ({request.Target})");
        var answered = Number(output, "requests in");
        return new(Number(output, "Requests/sec:"), spent.TotalMicroseconds / Math.Max(1, answered), answered);
    }

    /// <summary>The number in a line: the first of "123 requests in 1.00s, 4MB read", the last of "Requests/sec: 123.4".</summary>
    private static double Number(string output, string mark)
    {
        var words = output.Split('\n').First(line => line.Contains(mark, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return double.Parse(mark.EndsWith(':') ? words[^1] : words[0], CultureInfo.InvariantCulture);
    }
}
