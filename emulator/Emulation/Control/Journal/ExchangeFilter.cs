using System.Globalization;
using Emulation.Http;

namespace Emulation.Control.Journals;

/// <summary>Selects exchanges by query parameters; unknown parameters are refused.</summary>
sealed record ExchangeFilter
{
    private static readonly string[] s_names = ["api", "limit", "route", "since", "status", "summary"];

    /// <summary>Exchanges are listed without headers and bodies.</summary>
    public bool IsSummary { get; private init; }

    private int Limit { get; init; } = int.MaxValue;

    private DateTimeOffset? Since { get; init; }

    private string? Api { get; init; }

    private string? Route { get; init; }

    private string? Status { get; init; }

    public static ExchangeFilter? Of(Call call, out Reply refusal)
    {
        refusal = new Reply(400);
        foreach (var (name, value) in call.Query.Parameters)
        {
            if (Fault(name, value) is not { } fault) continue;
            refusal = Problem.Reply(400, "Not a filter", fault);
            return null;
        }
        return new ExchangeFilter
        {
            Limit = call.Query["limit"] is { } limit ? Whole(limit)!.Value : int.MaxValue,
            Since = call.Query["since"] is { } since ? Instants.Parse(since) : null,
            Api = call.Query["api"],
            Route = call.Query["route"],
            Status = call.Query["status"],
            IsSummary = call.Query["summary"] == "true",
        };
    }

    public IReadOnlyList<Exchange> Apply(IReadOnlyList<Exchange> all, out int total)
    {
        var found = all.Where(Matches).ToList();
        total = found.Count;
        return Limit < total ? found.GetRange(0, Limit) : found;
    }

    private bool Matches(Exchange exchange) =>
        (Since is not { } since || exchange.Details.Now >= since)
        && (Api is null || Api == exchange.Details.Api.Name)
        && (Route is null || Route == exchange.Details.Route?.Name)
        && (Status is not { } status || Matches(status, exchange.Details.Status));

    // "404", or "4xx" for the whole class.
    private static bool Matches(string pattern, int status)
    {
        var text = status.ToString(CultureInfo.InvariantCulture).PadLeft(3, '0');
        return pattern == text || (pattern.EndsWith("xx", StringComparison.Ordinal) && pattern[0] == text[0]);
    }

    private static string? Fault(string name, string value) => name switch
    {
        "limit" when Whole(value) is null => "\"limit\" must be a whole number from 0 on.",
        "since" when Instants.Parse(value) is null => $"\"since\" must be a moment: {Instants.Allowed}.",
        "status" when !IsStatusPattern(value) => "\"status\" must be a status (404) or a class of them (4xx).",
        "summary" when value is not ("true" or "false") => "\"summary\" must be true or false.",
        "api" or "limit" or "route" or "since" or "status" or "summary" => null,
        _ => $"The parameter \"{name}\" is not known; known are {string.Join(", ", s_names)}.",
    };

    private static bool IsStatusPattern(string value) =>
        value.Length == 3 && char.IsAsciiDigit(value[0]) && (value[1..] == "xx" || value.All(char.IsAsciiDigit));

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
