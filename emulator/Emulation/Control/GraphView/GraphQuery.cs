using System.Globalization;
using Emulation.Http;

namespace Emulation.Control.GraphView;

/// <summary>The query parameters of the routes that show the graph; unknown parameters are refused.</summary>
sealed record GraphQuery
{
    public const string Title = "Not a graph query";
    public const int MaxDepth = 3;
    public const int MaxNodes = 250;

    private static readonly string[] s_ofPicture =
        ["api", "kind", "id", "q", "depth", "limit", "kinds", "apis", "format", "legend", "world"];

    private const int DefaultNodes = 50;
    private const int DefaultResults = 20;
    private const int MaxResults = 100;
    private const int MaxText = 1000;

    public string? Api { get; private init; }

    public string? Kind { get; private init; }

    public string? Id { get; private init; }

    public string? Text { get; private init; }

    public int Depth { get; private init; } = 1;

    /// <summary>How many nodes or results there are at most.</summary>
    public int Limit { get; private init; }

    public bool HasLegend { get; private init; }

    public bool IsPicture { get; private init; }

    /// <summary>The APIs to show; empty: all.</summary>
    public IReadOnlyList<string> Apis { get; private init; } = [];

    /// <summary>The kinds to show, each as <c>api:kind</c>; empty: all.</summary>
    public IReadOnlyList<string> Kinds { get; private init; } = [];

    /// <summary>The parameters of a picture.</summary>
    public static GraphQuery? OfPicture(Call call, ViewSet views, out Reply refusal) =>
        Read(call, views, s_ofPicture, DefaultNodes, MaxNodes, out refusal);

    /// <summary>The parameters of a search.</summary>
    public static GraphQuery? OfSearch(Call call, ViewSet views, out Reply refusal) =>
        Read(call, views, ["q", "api", "kind", "limit", "world"], DefaultResults, MaxResults, out refusal);

    /// <summary>The parameters that name one node.</summary>
    public static GraphQuery? OfNode(Call call, ViewSet views, out Reply refusal) =>
        Read(call, views, ["api", "kind", "id", "world"], 1, 1, out refusal);

    /// <summary>The same with one result.</summary>
    public GraphQuery First() => this with { Limit = 1 };

    public bool Shows(string api, string kind) =>
        (Apis.Count == 0 || Apis.Contains(api, StringComparer.Ordinal))
        && (Kinds.Count == 0 || Kinds.Contains($"{api}:{kind}", StringComparer.Ordinal));

    private static GraphQuery? Read(Call call, ViewSet views, string[] known, int usual, int most, out Reply refusal)
    {
        refusal = new Reply(400);
        foreach (var (name, value) in call.Query.Parameters)
        {
            if (Fault(name, value, known, views, most) is not { } fault) continue;
            refusal = Problem.Reply(400, Title, fault);
            return null;
        }
        var query = call.Query;
        return new GraphQuery
        {
            Api = query["api"],
            Kind = query["kind"],
            Id = query["id"],
            Text = query["q"],
            Depth = query["depth"] is { } depth ? Number(depth) : 1,
            Limit = query["limit"] is { } limit ? Number(limit) : usual,
            HasLegend = query["legend"] is not "off",
            IsPicture = query["format"] is { } format ? format == "svg" : Prefers.Svg(call.Header("Accept")),
            Apis = Names(query["apis"]),
            Kinds = Names(query["kinds"]),
        };
    }

    private static string? Fault(string name, string value, string[] known, ViewSet views, int most) => name switch
    {
        _ when !known.Contains(name, StringComparer.Ordinal) =>
            $"The parameter \"{name}\" is not known; known are {string.Join(", ", known.Order(StringComparer.Ordinal))}.",
        "api" when !IsApi(views, value) => $"\"api\" must be one of {ApiNames(views)}.",
        "apis" when Names(value).FirstOrDefault(api => !IsApi(views, api)) is { } api =>
            $"\"apis\" names {api}; it must list some of {ApiNames(views)}, separated by commas.",
        "kind" when !KindNames(views).Any(kind => kind.EndsWith($":{value}", StringComparison.Ordinal)) =>
            "\"kind\" must be one of those that /_emulator/graph/kinds lists.",
        "kinds" when Names(value).FirstOrDefault(kind => !KindNames(views).Contains(kind, StringComparer.Ordinal)) is { } kind =>
            $"\"kinds\" names {kind}; it must list API:KIND pairs of /_emulator/graph/kinds, separated by commas.",
        "depth" when Number(value) is < 1 or > MaxDepth => $"\"depth\" must be a whole number from 1 to {MaxDepth}.",
        "limit" when Number(value) is < 1 || Number(value) > most => $"\"limit\" must be a whole number from 1 to {most}.",
        "q" when string.IsNullOrWhiteSpace(value) || value.Length > MaxText => $"\"q\" must have 1 to {MaxText} characters.",
        "format" when value is not ("svg" or "json") => "\"format\" must be svg or json.",
        "legend" when value is not ("on" or "off") => "\"legend\" must be on or off.",
        _ => null,
    };

    private static bool IsApi(ViewSet views, string name) => views.All.Any(of => of.Api.Name == name);

    private static string ApiNames(ViewSet views) => string.Join(", ", views.All.Select(of => of.Api.Name));

    private static IEnumerable<string> KindNames(ViewSet views) =>
        views.All.SelectMany(of => of.View.Kinds.Select(kind => $"{of.Api.Name}:{kind.Name}"));

    private static string[] Names(string? list) =>
        list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>0 for what is not a whole number.</summary>
    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static class Prefers
    {
        /// <summary>The Accept header lists SVG, and lists JSON neither before it nor with a higher weight.</summary>
        public static bool Svg(string? accept)
        {
            if (accept is null) return false;
            var ranges = accept.Split(',').Select(range => range.Split(';', StringSplitOptions.TrimEntries)).ToArray();
            return Weight(ranges, "image/svg+xml") is > 0 and var svg && svg >= Weight(ranges, "application/json");
        }

        private static double Weight(string[][] ranges, string type)
        {
            var range = Array.Find(ranges, parts => string.Equals(parts[0].Trim(), type, StringComparison.OrdinalIgnoreCase));
            if (range is null) return 0;
            var weight = range.FirstOrDefault(part => part.StartsWith("q=", StringComparison.OrdinalIgnoreCase))?[2..] ?? "1";
            return double.TryParse(weight, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;
        }
    }
}
