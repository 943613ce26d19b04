using System.Globalization;
using Emulation.Http;

namespace Emulation.Control.Journals;

/// <summary>Which exchanges somebody asks for, by query parameters; what is no parameter is refused.</summary>
sealed record Filter
{
    private static readonly string[] s_names = ["api", "limit", "route", "since", "status"];

    private int Limit { get; init; } = int.MaxValue;

    private DateTimeOffset? Since { get; init; }

    private string? Api { get; init; }

    private string? Route { get; init; }

    private string? Status { get; init; }

    public static Filter? Of(Call call, out Reply refusal)
    {
        refusal = new Reply(400);
        foreach (var (name, value) in call.Query.Parameters)
        {
            if (Fault(name, value) is not { } fault) continue;
            refusal = Problem.Reply(400, "Not a filter", fault);
            return null;
        }
        return new Filter
        {
            Limit = call.Query["limit"] is { } limit ? Whole(limit)!.Value : int.MaxValue,
            Since = call.Query["since"] is { } since ? Instants.Parse(since) : null,
            Api = call.Query["api"],
            Route = call.Query["route"],
            Status = call.Query["status"],
        };
    }

    public IReadOnlyList<Exchange> Apply(IReadOnlyList<Exchange> all, out int total)
    {
        var found = all.Where(Matches).ToList();
        total = found.Count;
        return Limit < total ? found.GetRange(0, Limit) : found;
    }

    private bool Matches(Exchange exchange) =>
        (Since is not { } since || exchange.Facts.Now >= since)
        && (Api is null || Api == exchange.Facts.Api.Name)
        && (Route is null || Route == exchange.Facts.Route?.Name)
        && (Status is not { } status || Matches(status, exchange.Facts.Status));

    // "404", or "4xx" for all of its hundred.
    private static bool Matches(string wanted, int status)
    {
        var text = status.ToString(CultureInfo.InvariantCulture).PadLeft(3, '0');
        return wanted == text || (wanted.EndsWith("xx", StringComparison.Ordinal) && wanted[0] == text[0]);
    }

    private static string? Fault(string name, string value) => name switch
    {
        "limit" when Whole(value) is null => "\"limit\" must be a whole number from 0 on.",
        "since" when Instants.Parse(value) is null => $"\"since\" must be a moment: {Instants.Allowed}.",
        "status" when !(value.Length == 3 && char.IsAsciiDigit(value[0]) && (value[1..] == "xx" || value.All(char.IsAsciiDigit))) => "\"status\" must be a status (404) or a class of them (4xx).",
        "api" or "limit" or "route" or "since" or "status" => null,
        _ => $"The parameter \"{name}\" is not known; known are {string.Join(", ", s_names)}.",
    };

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
