using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Resources;

/// <summary>Which questions the badger indexes of post associations answer. Source: deso-protocol/core lib/db_utils.go, issue #608.</summary>
static class PostRules
{
    public static string? Unserved(Filter filter)
    {
        var (transactor, post) = (filter.Transactor is not null, filter.About is not null);
        if (filter.Type.Length == 0 && (filter.AsksForValue || (transactor && post))) return Texts.MissingType;
        if (transactor && post && filter.Value.Length == 0) return Texts.MissingValue;
        var all = transactor && post && filter.Type.Length > 0 && filter.Value.Length > 0;
        return filter.App is not null && !all ? Texts.AppNeedsAll : null;
    }

    public static Stretch Stretch(Filter filter)
    {
        if (filter.Transactor is not null)
            return new(
                PostAssociation.ByTransactor,
                filter.KeyStart(filter.Transactor.Bytes, filter.About, filter.App?.Bytes),
                found => PostAssociation.NaturalKey((PostAssociation)found));
        if (filter.About is not null)
            return new(PostAssociation.ByPost, filter.KeyStart(filter.About), found => PostAssociation.PostKey((PostAssociation)found));
        return new(PostAssociation.ByType, filter.KeyStart(null), found => PostAssociation.TypeKey((PostAssociation)found));
    }
}
