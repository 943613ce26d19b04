using System.Globalization;
using Compare;

// Arguments: the folder of published contenders, node_modules of the peers, a scratch folder, the results file, a line about the run, and optionally the large size.
var bench = new Bench(args[0], args[1], Directory.CreateDirectory(args[2]).FullName);
var large = args.Length > 5 ? int.Parse(args[5], CultureInfo.InvariantCulture) : 1_000_000;
await bench.StartUp();
await bench.Limit();
await bench.Peers();
await bench.Size(large);
await File.WriteAllTextAsync(args[3], $"""
    # Measured side by side

    {args[4]}

    Every contender ran on the same machine in one go, on loopback, loaded by `wrk` with one thread; figures are medians of interleaved
    rounds. Ratios say more than figures: the machine is small and shared.

    """ + bench.Table);
