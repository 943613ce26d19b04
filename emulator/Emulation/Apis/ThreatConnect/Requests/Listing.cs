using System.Globalization;
using Emulation.Graphs;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Requests;

/// <summary>The parameters of a list: page, filters and includes.</summary>
sealed record Listing(int Start, int Limit, Includes Includes, Filters Filters, long? ModifiedSince)
{
    public const int DefaultLimit = 100;
    public const int MaxLimit = 10_000;

    public static Result<Listing> Read(Call call, IReadOnlyList<FilterField> fields, bool modifiedSince = false)
    {
        if (Number(call, "resultStart", 0, 0, long.MaxValue) is not { } start) return Envelope.Fail(400, Texts.Paging);
        if (Number(call, "resultLimit", DefaultLimit, 1, MaxLimit) is not { } limit) return Envelope.Fail(400, Texts.Paging);
        if (!Filters.Read(call, fields).Is(out var filters, out var error)) return error;
        long? since = null;
        if (modifiedSince && call.Query["modifiedSince"] is { Length: > 0 } text)
        {
            since = Moments.ParseInQuery(text);
            if (since is null) return Envelope.Fail(400, Texts.Date, $"modifiedSince \"{text}\" is not a date");
        }
        return new Listing((int)Math.Min(start, int.MaxValue), (int)limit, Includes.Read(call), filters, since);
    }

    public Reply Page(string key, NodeList nodes, WriteItem write) => Envelope.Page(key, nodes, Start, Limit, write);

    private static long? Number(Call call, string name, long usual, long least, long most)
    {
        if (call.Query[name] is not { } text) return usual;
        var isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        return isNumber && number >= least && number <= most ? number : null;
    }
}
