using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Resources;

/// <summary>Which questions the badger indexes of user associations answer. Source: deso-protocol/core lib/db_utils.go.</summary>
static class UserRules
{
    public static string? Unserved(Filter filter)
    {
        if (filter.Transactor is null && filter.About is null) return Texts.MissingParties;
        if (filter.Type.Length == 0 && filter.AsksForValue) return Texts.MissingType;
        var all = filter.Transactor is not null && filter.About is not null && filter.Type.Length > 0 && filter.Value.Length > 0;
        return filter.App is not null && !all ? Texts.AppNeedsAll : null;
    }

    public static Stretch Stretch(Filter filter)
    {
        if (filter.Transactor is null)
            return new(UserAssociation.ByTarget, filter.KeyStart(filter.About), found => UserAssociation.TargetKey((UserAssociation)found));
        if (filter.About is null)
            return new(UserAssociation.ByTransactor, filter.KeyStart(filter.Transactor.Bytes), found => UserAssociation.TransactorKey((UserAssociation)found));
        return new(
            UserAssociation.ByTransactorAndTarget,
            filter.KeyStart([.. filter.Transactor.Bytes, .. filter.About], filter.App?.Bytes),
            found => UserAssociation.NaturalKey((UserAssociation)found));
    }
}
