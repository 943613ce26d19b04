using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.Deso;

static class ChainMapping
{
    public static void Add(DesoReader read)
    {
        var at = new RowPlace("chain");
        read.Graph.Add(read.File.Chain is { } row ? ToNode(row, at) : new Chain { Height = Greatest(read.File) });
    }

    public static Chain ToNode(ChainRow row, RowPlace at) => new()
    {
        Height = DesoReader.Height(at, "height", row.Height),
        PendingSince = row.PendingSince,
        IsTipUncommitted = row.TipUncommitted,
    };

    public static ChainRow ToRow(Graph graph) => Chain.Of(graph) is { } chain ? ToRow(chain) : new();

    public static ChainRow ToRow(Chain chain) =>
        new() { Height = chain.Height, PendingSince = chain.PendingSince, TipUncommitted = chain.IsTipUncommitted };

    // So that nothing is pending.
    private static uint Greatest(DatasetFile file) =>
        file.UserAssociations.Concat(file.PostAssociations).Select(row => row.BlockHeight)
            .Concat(file.Posts.Select(row => row.ConfirmationBlockHeight)).DefaultIfEmpty().Max();
}
