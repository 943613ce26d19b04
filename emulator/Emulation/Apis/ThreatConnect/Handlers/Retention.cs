using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Bounds records that no request deletes: by the world's clock as long as the API shows them, and by a maximum number.</summary>
static class Retention
{
    /// <summary>How long a deletion is listed, and a finished batch job is found.</summary>
    public const long Seconds = 30 * 86_400;

    /// <summary>Deletions of one owner.</summary>
    public const int Deletions = 10_000;

    public const int Jobs = 1_000;

    /// <summary>Observations of one indicator, and reports that it is a false positive. The totals on the indicator stay.</summary>
    public const int Reports = 1_000;

    /// <summary>Intervals and keys of one custom metric.</summary>
    public const int MetricPoints = 100_000;

    /// <summary>Records that an indicator was deleted; the oldest records of its owner go.</summary>
    public static Graph RecordDeletion(Graph graph, Indicator item, long now)
    {
        graph = graph.TakeId(DeletedIndicator.NodeKind, out var id);
        graph = graph.Add(new DeletedIndicator { Id = id, Owner = item.Owner, Type = item.Type, Summary = item.Summary, At = now });
        return DropOldest(graph, DeletedIndicator.Newest, item.Owner, one => one.At, Deletions, now - Seconds);
    }

    /// <summary>Adds a batch job; the oldest jobs go. Those that a dataset brought completed were uploaded at 0.</summary>
    public static Graph Add(Graph graph, BatchJob job, long now)
    {
        graph = graph.Add(job);
        while (graph.All(BatchJob.ById) is { Count: > 1 } jobs && jobs.Slice(0, 1).Cast<BatchJob>().First() is var oldest
            && (jobs.Count > Jobs || oldest.UploadedAt is > 0 and var at && at < now - Seconds)) graph = graph.Remove(oldest);
        return graph;
    }

    /// <summary>Drops the oldest observations or reports of an indicator.</summary>
    public static Graph DropReports<TNode>(Graph graph, Index<TNode, NewestKey> index, Indicator item, Func<TNode, long> at)
        where TNode : Node =>
        DropOldest(graph, index, item.Key, at, Reports, long.MinValue);

    /// <param name="graph">Where the nodes are.</param>
    /// <param name="index">Newest first; by id within a second.</param>
    /// <param name="scope">The part of the index.</param>
    /// <param name="at">The moment of a node.</param>
    /// <param name="most">How many stay.</param>
    /// <param name="expiry">The moment before which none stay.</param>
    private static Graph DropOldest<TNode>(
        Graph graph, Index<TNode, NewestKey> index, long scope, Func<TNode, long> at, int most, long expiry) where TNode : Node
    {
        while (graph.Between(index, NewestKey.First(scope), NewestKey.Last(scope)) is { Count: > 0 } nodes)
        {
            var last = at((TNode)nodes.Slice(nodes.Count - 1, 1).First());
            if (nodes.Count <= most && last >= expiry) break;
            var oldest = graph.Between(index, new NewestKey(scope, last, long.MinValue), NewestKey.Last(scope));
            graph = graph.Remove(oldest.Slice(0, 1).First());
        }
        return graph;
    }
}
