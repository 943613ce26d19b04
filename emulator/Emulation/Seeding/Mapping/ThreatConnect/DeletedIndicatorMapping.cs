using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatConnect;

static class DeletedIndicatorMapping
{
    public static void Add(ThreatConnectReader read)
    {
        var at = new RowPlace("deletedIndicators");
        foreach (var row in at.Each(read.File.DeletedIndicators)) read.Graph.Add(ToNode(read, row, at));
    }

    public static DeletedIndicator ToNode(ThreatConnectReader read, DeletedIndicatorRow row, RowPlace at) => new()
    {
        Id = read.Ids.Take(DeletedIndicator.NodeKind, row.Id, at),
        Owner = read.Accounts.Owner(row.Owner, at).Id,
        Type = read.TypeOf(row.Type, at),
        Summary = row.Summary,
        At = read.SecondsOrStart(row.DateAdded),
    };

    public static DeletedIndicatorRow ToRow(DeletedIndicator item, ThreatConnectWriter write) => new()
    {
        Id = item.Id,
        Owner = write.OwnerName(item.Owner),
        Type = write.Spelling(item.Type),
        Summary = item.Summary,
        DateAdded = Moments.Of(item.At),
    };
}
