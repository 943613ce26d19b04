using System.Diagnostics;

namespace Compare;

/// <summary>Starts what is measured; the emulators that several sections load are started once and kept.</summary>
sealed class Lab(Order order, Report report) : IDisposable
{
    private const string Ready = "/_emulator/health/ready";

    private readonly Dictionary<string, Contender> _kept = new(StringComparer.Ordinal);

    public Report Report => report;

    public Wrk Wrk { get; } = new(order.Scratch);

    public int Nodes => order.Large;

    public string Scratch => order.Scratch;

    /// <summary>The native executable with the demo of 2,000 and everything at its default.</summary>
    public Task<Contender> Small() => Kept("emulator");

    public Task<Contender> Unsigned() => Kept("emulator, auth off", "--auth", "off");

    public Task<Contender> Large() => Kept($"emulator, {Report.Whole(Nodes)} nodes", "--size", $"{Nodes}");

    public Task<Contender> Emulator(params string[] more) => Emulator("emulator", more);

    /// <summary>The publish that needs .NET; it has WireMock.Net, which the native executable has not.</summary>
    public async Task<Contender> OnDotnet(params string[] more) =>
        await Contender.Start("dotnet emulator.dll", "dotnet", [Published("emulator"), .. Arguments(more)], Ready)
        ?? throw new BenchError($"dotnet emulator.dll did not start ({string.Join(' ', more)})");

    public Task<Contender?> Empty() => Contender.Start("empty ASP.NET Core app", "dotnet", [Published("empty"), "--urls", "http://127.0.0.1:{port}"], "/");

    /// <summary>Kestrel alone with these bytes.</summary>
    public async Task<Contender> Bare(byte[] body)
    {
        var file = Path.Combine(Scratch, "bare.json");
        await File.WriteAllBytesAsync(file, body);
        return await Contender.Start("bare Kestrel", Path.Combine(order.Published, "bare", "bare"), ["http://127.0.0.1:{port}", file], "/") ?? throw new BenchError("the bare server did not start");
    }

    public IReadOnlyList<Peer> Peers(IReadOnlyList<Body> bodies) => Compare.Peers.All(Scratch, order.Modules, order.Published, bodies);

    /// <summary>The same request, signed now; a signature is good for five minutes.</summary>
    public async Task<Request> Signed(Request request)
    {
        var info = new ProcessStartInfo(Native) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in (string[])["sign", request.Method, request.Target]) info.ArgumentList.Add(argument);
        using var sign = Process.Start(info)!;
        var lines = await sign.StandardOutput.ReadToEndAsync();
        await sign.WaitForExitAsync();
        return request with { Headers = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) };
    }

    public void Dispose()
    {
        foreach (var contender in _kept.Values) contender.Dispose();
    }

    private async Task<Contender> Kept(string name, params string[] more)
    {
        if (_kept.TryGetValue(name, out var running)) return running;
        return _kept[name] = await Emulator(name, more);
    }

    private async Task<Contender> Emulator(string name, string[] more) =>
        await Contender.Start(name, Native, Arguments(more), Ready) ?? throw new BenchError($"the emulator did not start ({string.Join(' ', more)})");

    private static string[] Arguments(string[] more) => ["--urls", "http://127.0.0.1:{port}", .. more];

    private string Native => Path.Combine(order.Published, "native", "emulator");

    private string Published(string name) => Path.Combine(order.Published, name, $"{name}.dll");
}
