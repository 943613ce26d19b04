using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>Selects the requested items of a set, by an index if there is one.</summary>
sealed class Selection(Listing listing, ItemSet items, ItemType? type)
{
    private readonly Filters _filters = listing.Filters;
    private readonly bool _activeOnly = !listing.Filters.Terms.Any(term => term.Field.FilterIndex == FilterIndex.ByActivity);

    public static NodeList Of(Listing listing, ItemSet items, ItemType? type) => new Selection(listing, items, type).Select();

    private NodeList Select()
    {
        var all = _filters.Terms.Count == 0 || AcceptsAll;
        if (all && listing.ModifiedSince is null) return Listed;
        if (!_filters.Any || _filters.Terms.Count == 1)
        {
            foreach (var term in _filters.Terms)
            {
                if (term.Field.FilterIndex == FilterIndex.ByName && term.Operator is '=' or '^'
                    && items.Named(type, term.Value, term.Operator == '^') is { } few)
                    return few.Where(node => Accept(node) && (!_activeOnly || node is not Indicator { IsActive: false }));
            }
            if (_filters.Terms.Any(term => term.Field.FilterIndex == FilterIndex.ByDate) && Dated() is { } some) return some;
        }
        return Listed.Where(all ? IsRecent : Accept);
    }

    private NodeList Listed => _activeOnly ? items.Active(type) : items.All(type);

    /// <summary>Filters for active and for inactive items, combined by or, which select both (indicators/retrieve.rst).</summary>
    private bool AcceptsAll => _filters.Any
        && _filters.Terms.Any(term => term.Field.FilterIndex == FilterIndex.ByActivity && bool.Parse(term.Value))
        && _filters.Terms.Any(term => term.Field.FilterIndex == FilterIndex.ByActivity && !bool.Parse(term.Value));

    private NodeList? Dated()
    {
        var (low, high) = (long.MinValue, long.MaxValue);
        foreach (var term in _filters.Terms.Where(term => term.Field.FilterIndex == FilterIndex.ByDate))
        {
            var bound = Moments.ParseInQuery(term.Value)!.Value;
            if (term.Operator == '>') low = Math.Max(low, bound);
            if (term.Operator == '<') high = Math.Min(high, bound);
        }
        var dated = items.Added(type, _activeOnly, low, high);
        return _filters.Terms.All(term => term.Field.FilterIndex == FilterIndex.ByDate) && listing.ModifiedSince is null
            ? dated
            : dated?.Where(Accept);
    }

    private bool Accept(Node node) => _filters.Accept(node) && IsRecent(node);

    private bool IsRecent(Node node) =>
        listing.ModifiedSince is null || node is Indicator indicator && indicator.Modified >= listing.ModifiedSince;
}
