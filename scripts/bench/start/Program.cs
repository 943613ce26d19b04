using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

// From process start to the first 200, medians of interleaved runs: emulator.dll, empty.dll, rounds.
var (emulator, empty, rounds) = (args[0], args[1], int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture));
var more = args[3..];
var (ours, theirs) = (new List<double>(), new List<double>());
for (var round = 0; round <= rounds; round++)
{
    var a = await Measure(emulator, "/_emulator/health/ready", more);
    var b = await Measure(empty, "/", []);
    if (round == 0) continue;
    ours.Add(a);
    theirs.Add(b);
}
Console.WriteLine($"| start to ready | emulator {Median(ours):F0} ms | empty ASP.NET Core app {Median(theirs):F0} ms | ratio {Median(ours) / Median(theirs):F2} | difference {Median(ours) - Median(theirs):F0} ms | {rounds} rounds |");

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

static async Task<double> Measure(string assembly, string path, string[] more)
{
    var port = FreePort();
    var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
    start.ArgumentList.Add(assembly);
    foreach (var argument in (string[])["--urls", $"http://127.0.0.1:{port}", .. more]) start.ArgumentList.Add(argument);
    var watch = Stopwatch.StartNew();
    using var process = Process.Start(start)!;
    using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(2) };
    while (watch.Elapsed < TimeSpan.FromSeconds(60) && !await IsReady(client, path)) await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
    var taken = watch.Elapsed.TotalMilliseconds;
    process.Kill();
    await process.WaitForExitAsync();
    return taken;
}

static async Task<bool> IsReady(HttpClient client, string path)
{
    try
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK;
    }
    catch (HttpRequestException)
    {
        return false;
    }
}

static int FreePort()
{
    using var listener = new TcpListener(IPAddress.Loopback, 0);
    listener.Start();
    return ((IPEndPoint)listener.LocalEndpoint).Port;
}
