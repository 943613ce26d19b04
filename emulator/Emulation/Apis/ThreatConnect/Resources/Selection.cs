using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>The items of a set that a request asks for, by an index where one serves.</summary>
sealed class Selection(Listing listing, ItemSet items, ItemType? type)
{
    private readonly Filters _filters = listing.Filters;
    private readonly bool _activeOnly = !listing.Filters.Terms.Any(term => term.Field.Served == Served.ByActivity);

    public static NodeList Of(Listing listing, ItemSet items, ItemType? type) => new Selection(listing, items, type).Select();

    private NodeList Select()
    {
        var all = _filters.Terms.Count == 0 || AcceptsAll;
        if (all && listing.ModifiedSince is null) return Listed;
        if (!_filters.Any || _filters.Terms.Count == 1)
        {
            foreach (var term in _filters.Terms)
            {
                if (term.Field.Served == Served.ByName && term.Operator is '=' or '^'
                    && items.Named(type, term.Value, term.Operator == '^') is { } few)
                    return few.Where(node => Accept(node) && (!_activeOnly || node is not Indicator { IsActive: false }));
            }
            if (_filters.Terms.Any(term => term.Field.Served == Served.ByDate) && Dated() is { } some) return some;
        }
        return Listed.Where(all ? IsRecent : Accept);
    }

    private NodeList Listed => _activeOnly ? items.Active(type) : items.All(type);

    /// <summary>Active or not, joined by or: the way to ask for both (indicators/retrieve.rst).</summary>
    private bool AcceptsAll => _filters.Any
        && _filters.Terms.Any(term => term.Field.Served == Served.ByActivity && bool.Parse(term.Value))
        && _filters.Terms.Any(term => term.Field.Served == Served.ByActivity && !bool.Parse(term.Value));

    private NodeList? Dated()
    {
        var (low, high) = (long.MinValue, long.MaxValue);
        foreach (var term in _filters.Terms.Where(term => term.Field.Served == Served.ByDate))
        {
            var bound = Moments.ParseInQuery(term.Value)!.Value;
            if (term.Operator == '>') low = Math.Max(low, bound);
            if (term.Operator == '<') high = Math.Min(high, bound);
        }
        var dated = items.Added(type, _activeOnly, low, high);
        return _filters.Terms.All(term => term.Field.Served == Served.ByDate) && listing.ModifiedSince is null
            ? dated
            : dated?.Where(Accept);
    }

    private bool Accept(Node node) => _filters.Accept(node) && IsRecent(node);

    private bool IsRecent(Node node) =>
        listing.ModifiedSince is null || node is Indicator indicator && indicator.Modified >= listing.ModifiedSince;
}
