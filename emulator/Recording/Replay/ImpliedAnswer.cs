using System.Text.Json;
using Emulation.Http;
using Emulation.Recordings.Drifts;
using Emulation.Recordings.Format;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Recordings.Replays;

/// <summary>One JSON value of a successful answer.</summary>
/// <param name="Api">The API.</param>
/// <param name="Match">The route and the parameters of the request's path.</param>
/// <param name="Target">Path and query of the request.</param>
/// <param name="IsCreation">The request was a POST.</param>
/// <param name="Value">The value.</param>
sealed record ImpliedAnswer(string Api, Match Match, string Target, bool IsCreation, JsonElement Value)
{
    public static IReadOnlyList<ImpliedAnswer> Of(Recording recording, RouteFinder routes) =>
        [.. recording.Exchanges.SelectMany(exchange => Of(routes, exchange))];

    private static IEnumerable<ImpliedAnswer> Of(RouteFinder routes, RecordedExchange exchange)
    {
        if (exchange.Response is not { Status: < 300, Body.Text: { } text }) return [];
        var (request, values) = (exchange.Request, ParsedBody.Of(text).Values);
        var (api, match) = routes.Find(request.Method, request.Target);
        return values.Where(value => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            .Select(value => new ImpliedAnswer(api, match, request.Target, request.Method == "POST", value));
    }
}
