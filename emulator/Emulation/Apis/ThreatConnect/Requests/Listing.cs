using System.Globalization;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Requests;

/// <summary>How a list is asked for: which page, which items, and what of them.</summary>
sealed record Listing(int Start, int Limit, Includes Includes, Filters Filters, long? ModifiedSince)
{
    public const int UsualLimit = 100;
    public const int HighestLimit = 10_000;

    public static Found<Listing> Read(Call call, IReadOnlyList<FilterField> fields, bool modifiedSince = false)
    {
        if (Number(call, "resultStart", 0, 0, long.MaxValue) is not { } start) return Envelope.Fail(400, Texts.Paging);
        if (Number(call, "resultLimit", UsualLimit, 1, HighestLimit) is not { } limit) return Envelope.Fail(400, Texts.Paging);
        if (!Filters.Read(call, fields).Is(out var filters, out var no)) return no;
        long? since = null;
        if (modifiedSince && call.Query["modifiedSince"] is { Length: > 0 } text)
        {
            since = Moments.ParseInQuery(text);
            if (since is null) return Envelope.Fail(400, Texts.Date, $"modifiedSince \"{text}\" is no date");
        }
        return new Listing((int)Math.Min(start, int.MaxValue), (int)limit, Includes.Read(call), filters, since);
    }

    /// <summary>The items of a pool that are asked for, by an index where one serves.</summary>
    public NodeList Select(Pool pool, ItemType? type)
    {
        var activeOnly = !Filters.Terms.Any(term => term.Field.Served == Served.ByActivity);
        var all = Filters.Terms.Count == 0 || AcceptsAll;
        if (all && ModifiedSince is null) return activeOnly ? pool.Active(type) : pool.All(type);
        if (!Filters.Any || Filters.Terms.Count == 1)
        {
            foreach (var term in Filters.Terms)
            {
                if (term.Field.Served == Served.ByName && term.Operator is '=' or '^' && pool.Named(type, term.Value, term.Operator == '^') is { } few)
                    return few.Where(node => Accept(node) && (!activeOnly || node is not Indicator { IsActive: false }));
            }
            if (Filters.Terms.Any(term => term.Field.Served == Served.ByDate) && Dated(pool, type, activeOnly) is { } some) return some;
        }
        return (activeOnly ? pool.Active(type) : pool.All(type)).Where(all ? IsRecent : Accept);
    }

    public Reply Page(string key, NodeList nodes, WriteItem write) => Envelope.Page(key, nodes, Start, Limit, write);

    /// <summary>Active or not, joined by or: the way to ask for both (indicators/retrieve.rst).</summary>
    private bool AcceptsAll => Filters.Any
        && Filters.Terms.Any(term => term.Field.Served == Served.ByActivity && bool.Parse(term.Value))
        && Filters.Terms.Any(term => term.Field.Served == Served.ByActivity && !bool.Parse(term.Value));

    private NodeList? Dated(Pool pool, ItemType? type, bool activeOnly)
    {
        var (low, high) = (long.MinValue, long.MaxValue);
        foreach (var term in Filters.Terms.Where(term => term.Field.Served == Served.ByDate))
        {
            var bound = Moments.ParseInQuery(term.Value)!.Value;
            if (term.Operator == '>') low = Math.Max(low, bound);
            if (term.Operator == '<') high = Math.Min(high, bound);
        }
        var dated = pool.Added(type, activeOnly, low, high);
        return Filters.Terms.All(term => term.Field.Served == Served.ByDate) && ModifiedSince is null ? dated : dated?.Where(Accept);
    }

    private bool Accept(Node node) => Filters.Accept(node) && IsRecent(node);

    private bool IsRecent(Node node) => ModifiedSince is null || node is Indicator indicator && indicator.Modified >= ModifiedSince;

    private static long? Number(Call call, string name, long usual, long least, long most)
    {
        if (call.Query[name] is not { } text) return usual;
        var isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        return isNumber && number >= least && number <= most ? number : null;
    }
}
