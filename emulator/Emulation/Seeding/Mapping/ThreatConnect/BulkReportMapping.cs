using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatConnect;

/// <summary>When owners' reports of all indicators were last requested.</summary>
static class BulkReportMapping
{
    public static void Add(ThreatConnectReader read)
    {
        var at = new RowPlace("bulkReports");
        var owners = new HashSet<int>();
        foreach (var row in at.Each(read.File.BulkReports))
        {
            var report = ToNode(read, row, at);
            if (!owners.Add(report.Owner)) throw at.Error("has the owner of another row");
            read.Graph.Add(report);
        }
    }

    public static BulkReport ToNode(ThreatConnectReader read, BulkReportRow row, RowPlace at) => new()
    {
        Owner = read.Accounts.Owner(row.Owner, at).Id,
        AskedAt = read.SecondsOrStart(row.Date),
        Running = row.Running,
    };

    public static BulkReportRow ToRow(BulkReport report, ThreatConnectWriter write) =>
        new() { Owner = write.OwnerName(report.Owner), Date = Moments.Of(report.AskedAt), Running = report.Running };
}
