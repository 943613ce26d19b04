using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Resources;

/// <summary>
/// The queries that Badger's indexes of post associations support. Source: deso-protocol/core lib/db_utils.go, issue #608.
/// </summary>
static class PostIndexRules
{
    public static string? Unsupported(AssociationFilter filter)
    {
        var (transactor, post) = (filter.Transactor is not null, filter.Target is not null);
        if (filter.Type.Length == 0 && (filter.HasValue || (transactor && post))) return Texts.MissingType;
        if (transactor && post && filter.Value.Length == 0) return Texts.MissingValue;
        var all = transactor && post && filter.Type.Length > 0 && filter.Value.Length > 0;
        return filter.App is not null && !all ? Texts.AppNeedsAll : null;
    }

    public static KeyRange KeyRange(AssociationFilter filter)
    {
        if (filter.Transactor is not null)
            return new(
                PostAssociation.ByTransactor,
                filter.KeyPrefix(filter.Transactor.Bytes, filter.Target, filter.App?.Bytes),
                found => PostAssociation.NaturalKey((PostAssociation)found));
        if (filter.Target is not null)
            return new(PostAssociation.ByPost, filter.KeyPrefix(filter.Target), found => PostAssociation.PostKey((PostAssociation)found));
        return new(PostAssociation.ByType, filter.KeyPrefix(null), found => PostAssociation.TypeKey((PostAssociation)found));
    }
}
