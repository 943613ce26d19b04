using Emulation.Apis.Deso.Requests;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Resources;

/// <summary>What a node checks of a request before it looks at its data, in its order; the first failure is answered with 400.</summary>
static class AssociationChecks
{
    public const int MostPerQuery = 100;
    private const int MostValues = 12;

    /// <summary>The text of the failure, or null and the filters to run: one, or one for each of the values asked for.</summary>
    public static string? Refuse(AssociationQuery query, Subject subject, Operation operation, out IReadOnlyList<Filter> filters)
    {
        filters = [];
        if ((operation == Operation.Query ? OfQuery(query) : OfCount(query, subject)) is { } unfit) return unfit;
        if (OfParties(query, subject, out var filter) is { } unreadable) return unreadable;
        if (OfValues(query, operation) is { } unfitting) return unfitting;
        filters = query.Values.Count == 0 ? [filter] : [.. query.Values.Select(value => filter with { Value = value })];
        return null;
    }

    private static string? OfQuery(AssociationQuery query)
    {
        if (query.Limit is < 0 or > MostPerQuery) return Texts.InvalidLimit;
        return query.LastSeen.Length > 0 && Hex.Bytes(query.LastSeen) is null ? Texts.InvalidLastSeen : null;
    }

    private static string? OfCount(AssociationQuery query, Subject subject)
    {
        if (query.Limit != 0) return Texts.CountTakesNoLimit;
        if (query.LastSeen.Length > 0) return subject.CountTakesNoLastSeen;
        if (query.Descending) return Texts.CountTakesNoSort;
        return query.Include != Include.None ? Texts.CountTakesNoInclude : null;
    }

    private static string? OfParties(AssociationQuery query, Subject subject, out Filter filter)
    {
        filter = new Filter
        {
            Type = query.Type, TypePrefix = query.TypePrefix, Value = query.Value, ValuePrefix = query.ValuePrefix,
            LastSeen = query.LastSeen.Length > 0 ? Hex.Hash(query.LastSeen) : null,
            Descending = query.Descending, Limit = query.Limit == 0 ? MostPerQuery : (int)query.Limit,
        };
        if (!Read(query.Transactor, out var transactor)) return Texts.BadTransactor;
        var about = query.About.Length > 0 ? subject.About(query.About) : null;
        if (query.About.Length > 0 && about is null) return subject.AboutUnreadable;
        if (!Read(query.App, out var app)) return Texts.BadApp;
        filter = filter with { Transactor = transactor, About = about, App = app };
        return null;
    }

    private static string? OfValues(AssociationQuery query, Operation operation)
    {
        if (query.Values.Count == 0) return null;
        if (operation == Operation.Count) return Texts.CountTakesNoValues;
        if (query.Values.Count > MostValues) return Texts.TooManyValues;
        if (query.Descending) return Excluded("SortDescending");
        if (query.TypePrefix.Length > 0) return Excluded(query.TypePrefix);
        if (query.Value.Length > 0) return Excluded(query.Value);
        if (query.ValuePrefix.Length > 0) return Excluded(query.ValuePrefix);
        return query.LastSeen.Length > 0 ? Excluded(query.LastSeen) : null;
    }

    private static string Excluded(string what) => Texts.NotBothWithValues.Replace("{0}", what, StringComparison.Ordinal);

    private static bool Read(string text, out PublicKey? key)
    {
        key = null;
        return text.Length == 0 || PublicKey.TryRead(text, out key);
    }
}
