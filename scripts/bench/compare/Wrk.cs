using System.Diagnostics;
using System.Globalization;

namespace Compare;

/// <summary>Load from a process of its own, bounded in time and connections, to loopback alone.</summary>
static class Wrk
{
    /// <summary>Requests a second that were answered with 2xx or 3xx; 0 when any was not.</summary>
    public static async Task<double> Run(string url, int connections, string[] headers, string? script = null, int seconds = 3)
    {
        var info = new ProcessStartInfo("wrk") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in (string[])["-t1", $"-c{connections}", $"-d{seconds}s"]) info.ArgumentList.Add(argument);
        foreach (var header in headers)
        {
            info.ArgumentList.Add("-H");
            info.ArgumentList.Add(header);
        }
        if (script is not null)
        {
            info.ArgumentList.Add("-s");
            info.ArgumentList.Add(script);
        }
        info.ArgumentList.Add(url);
        using var wrk = Process.Start(info)!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (output.Contains("Non-2xx", StringComparison.Ordinal)) return 0;
        var line = output.Split('\n').First(text => text.StartsWith("Requests/sec:", StringComparison.Ordinal));
        return double.Parse(line["Requests/sec:".Length..], CultureInfo.InvariantCulture);
    }

    /// <summary>Medians of rounds in which each of the targets has its turn.</summary>
    public static async Task<double[]> Interleaved(int rounds, params Func<Task<double>>[] targets)
    {
        var seen = targets.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < rounds; round++)
            for (var i = 0; i < targets.Length; i++) seen[i].Add(await targets[i]());
        return [.. seen.Select(values => values.Order().ElementAt(values.Count / 2))];
    }
}
