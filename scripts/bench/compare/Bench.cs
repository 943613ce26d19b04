using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Compare;

/// <summary>Every row of the table; contenders run one after another, rounds are interleaved, figures are medians.</summary>
sealed class Bench(string published, string modules, string folder)
{
    private const string Token = "Authorization: TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=";
    private const string ById = "/api/v2/indicators/hosts/example.org";
    private const string Page10 = "/api/v2/groups?resultLimit=10";
    private const string Page100 = "/api/v2/groups?resultLimit=100";
    private const int Rounds = 3;

    private readonly StringBuilder _table = new();

    public string Table => _table.ToString();

    public async Task StartUp()
    {
        Head("Start to ready, and memory", "contender", "start to ready ms", "RSS idle MB", "start beside an empty app");
        var (ours, empty) = (new List<double>(), new List<double>());
        double memory = 0, emptyMemory = 0;
        for (var round = 0; round < 5; round++)
        {
            using (var one = await Emulator()) { ours.Add(one.StartToReady.TotalMilliseconds); memory = one.Memory; }
            using (var one = (await Contender.Start("empty", "dotnet", [Path.Combine(published, "empty", "empty.dll"), "--urls", "http://127.0.0.1:{port}"], "/"))!) { empty.Add(one.StartToReady.TotalMilliseconds); emptyMemory = one.Memory; }
        }
        Row("emulator, demo of 2,000", F(Median(ours)), F(memory), $"{Median(ours) / Median(empty):F2} ×, {Median(ours) - Median(empty):F0} ms more");
        Row("empty ASP.NET Core app", F(Median(empty)), F(emptyMemory), "1");
        foreach (var (name, start) in await PeersOf())
        {
            var taken = new List<double>();
            double resident = 0;
            for (var round = 0; round < Rounds; round++)
            {
                using var peer = await start();
                if (peer is null) break;
                taken.Add(peer.StartToReady.TotalMilliseconds);
                resident = peer.Memory;
            }
            if (taken.Count == 0) Row(name, "could not be had", "", "");
            else Row(name, F(Median(taken)), F(resident), $"{Median(taken) / Median(empty):F2} ×");
        }
    }

    public async Task Limit()
    {
        Head("Beside bare Kestrel with the same bytes (size 2,000)", "request", "connections", "bare req/s", "emulator req/s", "ratio");
        using var open = await Emulator("--auth", "off");
        using var strict = await Emulator();
        foreach (var (name, path) in new[] { ("GET by id", ById), ("page of 10", Page10), ("page of 100", Page100) })
        {
            var signed = Sign(path);
            using var bare = await Bare(await Fetch(strict, path));
            foreach (var connections in new[] { 1, 32, 128 })
            {
                var figures = await Wrk.Interleaved(Rounds,
                    () => Wrk.Run(bare.Url + path, connections, [Token]),
                    () => Wrk.Run(open.Url + path, connections, []),
                    () => Wrk.Run(strict.Url + path, connections, [Token]),
                    () => Wrk.Run(strict.Url + path, connections, signed));
                Row($"{name}, auth off", $"{connections}", F(figures[0]), F(figures[1]), $"{figures[1] / figures[0]:F2}");
                Row($"{name}, TC-Token", $"{connections}", F(figures[0]), F(figures[2]), $"{figures[2] / figures[0]:F2}");
                Row($"{name}, HMAC-signed", $"{connections}", F(figures[0]), F(figures[3]), $"{figures[3] / figures[0]:F2}");
            }
        }
    }

    public async Task Peers()
    {
        Head("Beside other mock servers with the same bodies, 32 connections", "contender", "GET by id req/s", "page of 100 req/s", "emulator is faster (id)", "(page)", "RSS after load MB");
        using var emulator = await Emulator();
        var ours = await Wrk.Interleaved(Rounds, () => Wrk.Run(emulator.Url + ById, 32, [Token]), () => Wrk.Run(emulator.Url + Page100, 32, [Token]));
        Row("emulator", F(ours[0]), F(ours[1]), "1", "1", F(emulator.Memory));
        foreach (var (name, start) in await PeersOf())
        {
            using var peer = await start();
            if (peer is null)
            {
                Row(name, "could not be had", "", "", "", "");
                continue;
            }
            await Wrk.Run(peer.Url + "/item", 32, []);
            var theirs = await Wrk.Interleaved(Rounds, () => Wrk.Run(peer.Url + "/item", 32, []), () => Wrk.Run(peer.Url + "/page", 32, []));
            Row(name, F(theirs[0]), F(theirs[1]), $"{ours[0] / theirs[0]:F1} ×", $"{ours[1] / theirs[1]:F1} ×", F(peer.Memory));
        }
    }

    public async Task Size(int nodes)
    {
        Head($"At size {nodes.ToString("N0", CultureInfo.InvariantCulture)} beside size 2,000, 32 connections", "request", "2,000", "large", "time ratio (large / small)");
        using var small = await Emulator();
        using var large = await Emulator("--size", $"{nodes}");
        var (last, lastSmall) = (await LastPage(large), await LastPage(small));
        foreach (var (name, few, many) in new[]
        {
            ("GET by id", ById, ById), ("first page of 100", Page100, Page100), ("last page of 100", lastSmall, last),
        })
        {
            var figures = await Wrk.Interleaved(Rounds, () => Wrk.Run(small.Url + few, 32, [Token]), () => Wrk.Run(large.Url + many, 32, [Token]));
            Row(name, F(figures[0]), F(figures[1]), $"{figures[0] / figures[1]:F2}");
        }
        var script = Script("create.lua", """
            local n = 0
            request = function()
              n = n + 1
              return wrk.format("POST", "/api/v2/indicators/hosts", { ["Authorization"] = "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=", ["Content-Type"] = "application/json" }, '{"hostName":"h' .. n .. '.bench.example"}')
            end
            """);
        var creates = await Wrk.Interleaved(1, () => Wrk.Run(small.Url, 32, [], script, 5), () => Wrk.Run(large.Url, 32, [], script, 5));
        Row("POST that creates an indicator", F(creates[0]), F(creates[1]), $"{creates[0] / creates[1]:F2}");
        Row("POST /_emulator/reset, ms a call", $"{await Resets(small):F3}", $"{await Resets(large):F3}", "");
        Row("start to ready, s", $"{small.StartToReady.TotalSeconds:F2}", $"{large.StartToReady.TotalSeconds:F2}", "");
        Row("RSS after load, MB", F(small.Memory), F(large.Memory), $"{large.Memory * 1024 / nodes:F2} KB a node");
    }

    public async Task Deso(int nodes)
    {
        Head($"DeSo, pages of 100 at {nodes.ToString("N0", CultureInfo.InvariantCulture)} nodes beside 1,000, 8 connections", "filter", "1,000", "large", "time ratio (large / small)");
        foreach (var (name, small, large) in await new DesoBench(Emulator, folder).Run(nodes)) Row(name, F(small), F(large), $"{small / large:F2}");
    }

    private async Task<Contender> Emulator(params string[] more) =>
        await Contender.Start("emulator", "dotnet", [Path.Combine(published, "emulator", "emulator.dll"), "--urls", "http://127.0.0.1:{port}", .. more], "/_emulator/health/ready", 120)
        ?? throw new InvalidOperationException("The emulator did not start.");

    private async Task<Contender> Bare(byte[] body)
    {
        var file = Path.Combine(folder, "bare.json");
        await File.WriteAllBytesAsync(file, body);
        return await Contender.Start("bare", "dotnet", [Path.Combine(published, "bare", "bare.dll"), "http://127.0.0.1:{port}", file], "/")
            ?? throw new InvalidOperationException("The bare server did not start.");
    }

    private async Task<IEnumerable<(string Name, Func<Task<Contender?>> Start)>> PeersOf()
    {
        using var emulator = await Emulator();
        return new Peers(folder, modules, await Fetch(emulator, ById), await Fetch(emulator, Page100)).All().ToArray();
    }

    private static async Task<byte[]> Fetch(Contender emulator, string path)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", Token["Authorization: ".Length..]);
        return await client.GetByteArrayAsync(new Uri(emulator.Url + path));
    }

    private static async Task<string> LastPage(Contender emulator)
    {
        using var document = System.Text.Json.JsonDocument.Parse(await Fetch(emulator, "/api/v2/indicators?resultLimit=1"));
        var count = document.RootElement.GetProperty("data").GetProperty("resultCount").GetInt32();
        return $"/api/v2/indicators?resultStart={Math.Max(0, count - 100)}&resultLimit=100";
    }

    private static async Task<double> Resets(Contender emulator)
    {
        using var client = new HttpClient { BaseAddress = new Uri(emulator.Url) };
        var taken = new List<double>();
        for (var i = 0; i < 200; i++)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await client.PostAsync(new Uri("/_emulator/reset", UriKind.Relative), null);
            taken.Add(watch.Elapsed.TotalMilliseconds);
        }
        return Median(taken);
    }

    private string[] Sign(string path)
    {
        var info = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in (string[])[Path.Combine(published, "emulator", "emulator.dll"), "sign", "GET", path]) info.ArgumentList.Add(argument);
        using var sign = Process.Start(info)!;
        var lines = sign.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        sign.WaitForExit();
        return lines;
    }

    private string Script(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private void Head(string title, params string[] columns)
    {
        Console.WriteLine(title);
        _table.Append("\n## ").AppendLine(title).AppendLine();
        _table.Append("| ").AppendJoin(" | ", columns).AppendLine(" |");
        _table.Append('|').AppendJoin('|', columns.Select((_, i) => i == 0 ? "---" : "---:")).AppendLine("|");
    }

    private void Row(params string[] cells)
    {
        Console.WriteLine("  " + string.Join(" | ", cells));
        _table.Append("| ").AppendJoin(" | ", cells).AppendLine(" |");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string F(double value) => value.ToString(value < 100 ? "N1" : "N0", CultureInfo.InvariantCulture);
}
