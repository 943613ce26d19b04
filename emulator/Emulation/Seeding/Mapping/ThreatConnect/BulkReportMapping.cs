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
            var owner = read.Accounts.Owner(row.Owner, at).Id;
            if (!owners.Add(owner)) throw at.Error("has the owner of another row");
            read.Graph.Add(new BulkReport { Owner = owner, AskedAt = read.SecondsOrStart(row.Date), Running = row.Running });
        }
    }

    public static BulkReportRow ToRow(BulkReport report, ThreatConnectWriter write) =>
        new() { Owner = write.OwnerName(report.Owner), Date = Moments.Of(report.AskedAt), Running = report.Running };
}
