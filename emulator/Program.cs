using System.Net;
using Emulation;
using Emulation.Apis.ThreatConnect.Authentication;
using Emulation.Commands;
using Emulation.Http;

return await CommandLine.Run(args, Serve, Routes, Sign, Health);

static async Task<int> Serve(EmulatorOptions options)
{
    await using var emulator = await Emulator.StartAsync(options, TimeProvider.System, Console.Error);

    // Whoever waits for the first line finds the data in place, unless there is a lot of it.
    await Task.WhenAny(emulator.Ready, Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System));
    foreach (var address in emulator.Addresses) Console.WriteLine($"Listening on {address}");
    var stopped = emulator.WaitForShutdownAsync();
    if (await Task.WhenAny(emulator.Ready, stopped) == emulator.Ready)
    {
        await emulator.Ready;
        Banner.Write(Console.Out, emulator, OperatingSystem.IsWindows());
    }
    await stopped;
    return 0;
}

static void Routes(EmulatorOptions options)
{
    foreach (var api in ApiList.Of(options, Emulator.NoWorlds()))
        foreach (var route in api.Routes)
            Console.WriteLine($"{route.Method,-6} {route.Path,-110} {api.Name}/{route.Name,-40} {route.Provenance.ToString().ToLowerInvariant(),-10} {(route.Served ? "served" : "not served")}");
}

static void Sign(SignRequest request)
{
    var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
    Console.WriteLine($"Timestamp: {now}");
    Console.WriteLine($"Authorization: TC {request.AccessId}:{Signature.Of(request.SecretKey, request.Method.ToUpperInvariant(), request.Target, now)}");
}

static async Task<int> Health(EmulatorOptions options)
{
    using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
    try
    {
        using var answer = await client.GetAsync(new Uri(ListenAddress.ForClient(options.Urls[0]) + "/_emulator/health/ready"));
        return answer.StatusCode == HttpStatusCode.OK ? 0 : 1;
    }
    catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
    {
        return 1;
    }
}
