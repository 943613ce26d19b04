using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatWinds;

static class ScanMapping
{
    public static void Add(ThreatWindsReader read)
    {
        var at = new RowPlace("scans");
        var targets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in at.Each(read.File.Scans))
        {
            if (row.Target.Length == 0 || !targets.Add(row.Target)) throw at.Error($"target '{row.Target}' is empty or another row's");
            read.Graph.Add(ToNode(row, row.Id ?? Ids.OfRecord(Scan.NodeKind, read.Graph.TakeId(Scan.NodeKind)), at));
        }
    }

    public static Scan ToNode(ScanRow row, Guid id, RowPlace at) =>
        new() { Id = id, Target = row.Target, At = ThreatWindsReader.Nanoseconds(row.Timestamp, at) };

    public static ScanRow ToRow(Scan scan) => new() { Id = scan.Id, Target = scan.Target, Timestamp = Nanos.Text(scan.At) };
}
