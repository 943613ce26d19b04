using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Resources;

/// <summary>The queries that Badger's indexes of user associations support. Source: deso-protocol/core lib/db_utils.go.</summary>
static class UserIndexRules
{
    public static string? Unsupported(AssociationFilter filter)
    {
        if (filter.Transactor is null && filter.Target is null) return Texts.MissingParties;
        if (filter.Type.Length == 0 && filter.HasValue) return Texts.MissingType;
        var all = filter.Transactor is not null && filter.Target is not null && filter.Type.Length > 0 && filter.Value.Length > 0;
        return filter.App is not null && !all ? Texts.AppNeedsAll : null;
    }

    public static KeyRange KeyRange(AssociationFilter filter)
    {
        if (filter.Transactor is null)
            return new(
                UserAssociation.ByTarget, filter.KeyPrefix(filter.Target), found => UserAssociation.TargetKey((UserAssociation)found));
        if (filter.Target is null)
            return new(
                UserAssociation.ByTransactor,
                filter.KeyPrefix(filter.Transactor.Bytes),
                found => UserAssociation.TransactorKey((UserAssociation)found));
        return new(
            UserAssociation.ByTransactorAndTarget,
            filter.KeyPrefix([.. filter.Transactor.Bytes, .. filter.Target], filter.App?.Bytes),
            found => UserAssociation.NaturalKey((UserAssociation)found));
    }
}
