using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Handlers.Batch;

/// <summary>
/// Decides which existing files an incoming file updates, if its hashes match several or differ from theirs
/// (v2_batch_api.rst, fileMergeMode and hashCollisionMode).
/// </summary>
sealed class FileMerging(PendingItems pending, BatchTerms terms, Func<string?[], PendingItem> create)
{
    /// <summary>The files that receive the attributes and tags of the incoming one; none when it is ignored.</summary>
    public IReadOnlyList<PendingItem> Resolve(string?[] hashes)
    {
        var holders = hashes.OfType<string>().Select(pending.FindHash).OfType<PendingItem>().Distinct().ToArray();
        if (holders.Length == 0) return [create(hashes)];
        if (holders.Length > 1 && !terms.MergeFiles) return holders;

        var amongThem = Contradict(holders);
        var withIncoming = Array.Exists(holders, holder => Contradicts(HashesOf(holder), hashes));
        if (!amongThem && !withIncoming) return [Merge(holders, hashes, favorIncoming: true)];
        return terms.Collision switch
        {
            HashCollision.FavorIncoming => [Merge(holders, hashes, favorIncoming: true)],
            HashCollision.FavorExisting => [Merge(holders, hashes, favorIncoming: false)],
            HashCollision.IgnoreIncoming => [],
            HashCollision.IgnoreExisting => amongThem ? [Instead(holders, hashes)] : Apart(holders, hashes),
            HashCollision.Split => holders,
            _ => throw new InvalidOperationException($"{terms.Collision} has no rule."),
        };
    }

    /// <summary>Merges all into the one that was modified last.</summary>
    private PendingItem Merge(PendingItem[] holders, string?[] hashes, bool favorIncoming)
    {
        var primary = holders.MaxBy(holder => holder.Indicator.Modified)!;
        var merged = HashesOf(primary);
        if (favorIncoming) merged = Over(hashes, merged);
        foreach (var other in holders.Where(holder => holder != primary))
        {
            merged = Over(merged, HashesOf(other));
            other.Deleted = true;
            primary.Absorbed.Add(other);
        }
        merged = Over(merged, hashes);
        primary.Now = primary.Indicator with { Value1 = merged[0], Value2 = merged[1], Value3 = merged[2] };
        pending.UpdateIndex(primary);
        return primary;
    }

    private PendingItem Instead(PendingItem[] holders, string?[] hashes)
    {
        foreach (var holder in holders) holder.Deleted = true;
        return create(hashes);
    }

    /// <summary>A new file with the hashes that no other file has; none when no hash is left.</summary>
    private IReadOnlyList<PendingItem> Apart(PendingItem[] holders, string?[] hashes)
    {
        bool IsTaken(string hash) => Array.Exists(holders, holder => HashesOf(holder).Contains(hash, StringComparer.Ordinal));
        string?[] left = [.. hashes.Select(hash => hash is not null && IsTaken(hash) ? null : hash)];
        return Array.TrueForAll(left, hash => hash is null) ? [] : [create(left)];
    }

    private static bool Contradict(PendingItem[] holders)
    {
        for (var i = 0; i < holders.Length; i++)
            for (var j = i + 1; j < holders.Length; j++)
                if (Contradicts(HashesOf(holders[i]), HashesOf(holders[j]))) return true;
        return false;
    }

    private static bool Contradicts(string?[] one, string?[] other)
    {
        for (var i = 0; i < one.Length; i++)
            if (one[i] is not null && other[i] is not null && one[i] != other[i]) return true;
        return false;
    }

    private static string?[] Over(string?[] first, string?[] second) =>
        [first[0] ?? second[0], first[1] ?? second[1], first[2] ?? second[2]];

    private static string?[] HashesOf(PendingItem pendingItem) =>
        [pendingItem.Indicator.Value1, pendingItem.Indicator.Value2, pendingItem.Indicator.Value3];
}
