using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Requests;

/// <summary>The requested page and order of a list (documents 000 and 001; js-sdk search-client.ts).</summary>
/// <param name="Limit">Items per page.</param>
/// <param name="Skip">Items before the page.</param>
/// <param name="Sort">The field as sent; null: none.</param>
/// <param name="Descending">The order as sent; null: none.</param>
readonly record struct Paging(int Limit, long Skip, string? Sort, bool? Descending)
{
    private const int DefaultLimit = 10;

    /// <summary>The engine stops counting here.</summary>
    public const int MaxCount = 10_000;

    /// <summary>Reads limit, page, sort and order; returns null, or the text of the first error.</summary>
    public static string? Read(Query query, int firstPage, int maxPerPage, out Paging paging)
    {
        paging = default;
        if (Number(query, "limit", DefaultLimit, out var limit) is { } badLimit) return badLimit;
        if (limit < 1 || limit > maxPerPage) return Texts.Invalid("limit", limit.ToString());
        if (Number(query, "page", firstPage, out var page) is { } badPage) return badPage;
        if (page < firstPage) return Texts.Invalid("page", page.ToString());
        if (Order(query["order"], out var descending) is { } badOrder) return badOrder;
        var skip = page - firstPage > int.MaxValue ? long.MaxValue : (page - firstPage) * limit;
        paging = new Paging((int)limit, skip, query["sort"] is { Length: > 0 } sort ? sort : null, descending);
        return null;
    }

    /// <summary>Reads an integer as Go's Atoi does; an absent or empty parameter has the default.</summary>
    public static string? Number(Query query, string name, long fallback, out long number)
    {
        number = fallback;
        if (query[name] is not { Length: > 0 } text) return null;
        var digits = text[0] is '+' or '-' ? text.AsSpan(1) : text;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9')) return Texts.NotANumber(text);
        return long.TryParse(text, out number) ? null : Texts.OutOfRange(text);
    }

    private static string? Order(string? text, out bool? descending)
    {
        descending = null;
        if (text is null or "") return null;
        descending = text.Equals("desc", StringComparison.OrdinalIgnoreCase);
        return descending.Value || text.Equals("asc", StringComparison.OrdinalIgnoreCase) ? null : Texts.Invalid("order", text);
    }
}
