using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Limits records that no request deletes: by age on the world's clock, as long as the API shows them, and by number.</summary>
static class Retention
{
    /// <summary>How long a deletion is listed and a completed batch job can be found, in seconds.</summary>
    public const long Seconds = 30 * 86_400;

    /// <summary>The most deletions per owner.</summary>
    public const int Deletions = 10_000;

    public const int Jobs = 1_000;

    /// <summary>The most observations, and the most false-positive reports, per indicator. The totals on the indicator are kept.</summary>
    public const int Reports = 1_000;

    /// <summary>The most intervals and keys per custom metric.</summary>
    public const int MetricPoints = 100_000;

    /// <summary>Records the deletion of an indicator and removes the oldest records of its owner beyond the limit.</summary>
    public static Graph RecordDeletion(Graph graph, Indicator item, long now)
    {
        graph = graph.TakeId(DeletedIndicator.NodeKind, out var id);
        graph = graph.Add(new DeletedIndicator { Id = id, Owner = item.Owner, Type = item.Type, Summary = item.Summary, At = now });
        graph = DropExpired(graph, item.Owner, now);
        return DropOldest(graph, DeletedIndicator.Newest, item.Owner, one => one.At, Deletions, long.MinValue);
    }

    /// <summary>
    /// The deletions that are listed, newest first. Those that came with the dataset count their age from the dataset's own moment: by the
    /// machine's clock all of them would have expired.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="index">An index of deletions.</param>
    /// <param name="scope">The part of the index.</param>
    /// <param name="now">The world's time in seconds.</param>
    /// <param name="since">Older deletions are left out; in seconds.</param>
    public static NodeList Listed(Graph graph, Index<DeletedIndicator, NewestKey> index, long scope, long now, long since)
    {
        var start = StartOf(graph);
        var recent = ItemSet.Newest(graph, index, scope, Max(start - 1, now - Seconds, since - 1), long.MaxValue);
        var delivered = ItemSet.Newest(graph, index, scope, Math.Max(Math.Min(start, now) - Seconds, since - 1), start);
        return NodeList.Merge(recent, delivered);
    }

    /// <summary>
    /// Adds a batch job and removes the oldest jobs beyond the limit. Completed jobs of a dataset have the upload time 0.
    /// </summary>
    public static Graph Add(Graph graph, BatchJob job, long now)
    {
        graph = graph.Add(job);
        while (graph.All(BatchJob.ById) is { Count: > 1 } jobs && jobs.Slice(0, 1).Cast<BatchJob>().First() is var oldest
            && (jobs.Count > Jobs || oldest.UploadedAt is > 0 and var at && at < now - Seconds)) graph = graph.Remove(oldest);
        return graph;
    }

    /// <summary>Removes the oldest observations or reports of an indicator beyond the limit.</summary>
    public static Graph DropReports<TNode>(Graph graph, Index<TNode, NewestKey> index, Indicator item, Func<TNode, long> at)
        where TNode : Node =>
        DropOldest(graph, index, item.Key, at, Reports, long.MinValue);

    private static Graph DropExpired(Graph graph, int owner, long now)
    {
        var expired = ItemSet.Newest(graph, DeletedIndicator.Newest, owner, StartOf(graph) - 1, now - Seconds);
        return expired.All().ToList().Aggregate(graph, (left, node) => left.Remove(node));
    }

    /// <summary>The moment at which the dataset's world begins, in seconds.</summary>
    private static long StartOf(Graph graph) => (Origin.Of(graph)?.Start ?? DateTimeOffset.UnixEpoch).ToUnixTimeSeconds();

    private static long Max(long one, long two, long three) => Math.Max(one, Math.Max(two, three));

    /// <param name="graph">The graph.</param>
    /// <param name="index">An index in the order newest first, then by id.</param>
    /// <param name="scope">The part of the index.</param>
    /// <param name="at">The time of a node.</param>
    /// <param name="most">How many nodes are kept.</param>
    /// <param name="expiry">The time before which no node is kept.</param>
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
