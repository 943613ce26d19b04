using Emulation.Apis.Deso.Requests;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Resources;

/// <summary>The checks of a request before its data is used, in the node's order; the first failure is answered with 400.</summary>
static class AssociationChecks
{
    public const int MaxPerQuery = 100;
    private const int MaxValues = 12;

    /// <summary>The text of the first failure, or null and the filters to run: one, or one for each requested value.</summary>
    public static string? Refuse(
        AssociationQuery query, AssociationKind kind, Operation operation, out IReadOnlyList<AssociationFilter> filters)
    {
        filters = [];
        if ((operation == Operation.Query ? CheckQuery(query) : CheckCount(query, kind)) is { } invalidOperation) return invalidOperation;
        if (ReadParties(query, kind, out var filter) is { } invalidParty) return invalidParty;
        if (CheckValues(query, operation) is { } invalidValues) return invalidValues;
        filters = query.Values.Count == 0 ? [filter] : [.. query.Values.Select(value => filter with { Value = value })];
        return null;
    }

    private static string? CheckQuery(AssociationQuery query)
    {
        if (query.Limit is < 0 or > MaxPerQuery) return Texts.InvalidLimit;
        return query.LastSeen.Length > 0 && Hex.Bytes(query.LastSeen) is null ? Texts.InvalidLastSeen : null;
    }

    private static string? CheckCount(AssociationQuery query, AssociationKind kind)
    {
        if (query.Limit != 0) return Texts.CountTakesNoLimit;
        if (query.LastSeen.Length > 0) return kind.CountTakesNoLastSeen;
        if (query.Descending) return Texts.CountTakesNoSort;
        return query.Include != Include.None ? Texts.CountTakesNoInclude : null;
    }

    private static string? ReadParties(AssociationQuery query, AssociationKind kind, out AssociationFilter filter)
    {
        filter = new AssociationFilter
        {
            Type = query.Type, TypePrefix = query.TypePrefix, Value = query.Value, ValuePrefix = query.ValuePrefix,
            LastSeen = query.LastSeen.Length > 0 ? Hex.Hash(query.LastSeen) : null,
            Descending = query.Descending, Limit = query.Limit == 0 ? MaxPerQuery : (int)query.Limit,
        };
        if (!Read(query.Transactor, out var transactor)) return Texts.BadTransactor;
        var target = query.Target.Length > 0 ? kind.Target(query.Target) : null;
        if (query.Target.Length > 0 && target is null) return kind.InvalidTarget;
        if (!Read(query.App, out var app)) return Texts.BadApp;
        filter = filter with { Transactor = transactor, Target = target, App = app };
        return null;
    }

    private static string? CheckValues(AssociationQuery query, Operation operation)
    {
        if (query.Values.Count == 0) return null;
        if (operation == Operation.Count) return Texts.CountTakesNoValues;
        if (query.Values.Count > MaxValues) return Texts.TooManyValues;
        if (query.Descending) return Excluded("SortDescending");
        if (query.TypePrefix.Length > 0) return Excluded(query.TypePrefix);
        if (query.Value.Length > 0) return Excluded(query.Value);
        if (query.ValuePrefix.Length > 0) return Excluded(query.ValuePrefix);
        return query.LastSeen.Length > 0 ? Excluded(query.LastSeen) : null;
    }

    private static string Excluded(string parameter) => Texts.NotBothWithValues.Replace("{0}", parameter, StringComparison.Ordinal);

    private static bool Read(string text, out PublicKey? key)
    {
        key = null;
        return text.Length == 0 || PublicKey.TryRead(text, out key);
    }
}
