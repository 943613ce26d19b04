using System.Globalization;
using Compare;

// Arguments: the folder of published contenders, node_modules of the peers, a scratch folder, the results file, a line about the run,
// the large size, and the sections to run; without sections all of them run and the results file is written.
var bench = new Bench(args[0], args[1], Directory.CreateDirectory(args[2]).FullName);
var large = args.Length > 5 ? int.Parse(args[5], CultureInfo.InvariantCulture) : 1_000_000;
var only = args.Length > 6 ? args[6..] : ["start", "limit", "peers", "size", "deso"];
foreach (var section in only)
{
    await (section switch
    {
        "start" => bench.StartUp(),
        "limit" => bench.Limit(),
        "peers" => bench.Peers(),
        "size" => bench.Size(large),
        "deso" => bench.Deso(large),
        _ => throw new InvalidOperationException($"{section} is no section; there are start, limit, peers, size, deso."),
    });
}
if (args.Length > 6) return;
await File.WriteAllTextAsync(args[3], $"""
    # Measured side by side

    {args[4]}

    Every contender ran on the same machine in one go, on loopback, loaded by `wrk` with one thread; figures are medians of interleaved
    rounds. Ratios say more than figures: the machine is small and shared.

    """ + bench.Table);
