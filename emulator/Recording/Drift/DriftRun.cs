using System.Text;
using Emulation.Http;
using Emulation.Recordings.Format;
using Emulation.Recordings.Rules;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Recordings.Drifts;

/// <summary>What came of one exchange.</summary>
/// <param name="Number">Its number in the recording.</param>
/// <param name="Api">The API that owns its path.</param>
/// <param name="Method">Its method.</param>
/// <param name="Route">The emulator's route; null: it has none.</param>
/// <param name="Differences">What differs; empty: the answers are the same.</param>
/// <param name="NotCompared">Why it could not be compared; null: it was.</param>
sealed record ComparedExchange(
    long Number, string Api, string Method, Route? Route, IReadOnlyList<Difference> Differences, string? NotCompared);

/// <summary>Plays a recording against an emulator, one exchange after the other, and compares the answers.</summary>
sealed class DriftRun
{
    private readonly EmulatorClient _emulator;
    private readonly RouteFinder _routes;
    private readonly ComparisonRules _rules;
    private readonly Credentials _credentials;
    private readonly HashSet<string> _owners;
    private readonly IdMap _ids = new();
    private readonly Vocabulary _words;

    private DriftRun(EmulatorClient emulator, RouteFinder routes, RuleSet rules, Credentials credentials, HashSet<string> owners)
    {
        (_emulator, _routes, _rules, _words) = (emulator, routes, new ComparisonRules(rules), rules.Words);
        (_credentials, _owners) = (credentials, owners);
    }

    /// <exception cref="OptionError">The emulator cannot be reached, or is none.</exception>
    public static async Task<DriftRun> Start(EmulatorClient emulator, RouteFinder routes, RuleSet rules)
    {
        var credentials = new Credentials(await emulator.Info());
        var owners = await emulator.Send("GET", "/api/v2/owners", [new("Authorization", $"TC-Token {credentials.Token}")], null);
        var names = owners.Status == 200
            ? ParsedBody.Of(Encoding.UTF8.GetString(owners.Body)).Values.SelectMany(IdPairs.Values).ToHashSet(StringComparer.Ordinal)
            : [];
        return new DriftRun(emulator, routes, rules, credentials, names);
    }

    public async Task<ComparedExchange> Compare(RecordedExchange exchange)
    {
        var (api, match) = _routes.Find(exchange.Request.Method, exchange.Request.Target);
        ComparedExchange Result(IReadOnlyList<Difference> differences, string? reason) =>
            new(exchange.Number, api, exchange.Request.Method, match.Route, differences, reason);

        if (api == RouteFinder.Outside) return Result([], "no API of the emulator has this path");
        if (exchange.Request.Body is { Omitted: { } omitted }) return Result([], $"the recording has not the request's body ({omitted})");
        var request = new PlayedRequest(exchange, _ids, _credentials, _owners);
        if (request.HasReplacedPrefix) return Result([], "the request looks for the beginning of a text that was replaced");
        var found = await _emulator.Send(exchange.Request.Method, request.Target, request.Headers, request.Body);
        if (exchange.Response.Status != found.Status && Missing(exchange, found, request, match) is { } missing) return Result([], missing);
        var differences = new MessageDifferences(_rules, _ids).Of(exchange.Request, exchange.Response, found);
        if (found.Status < 400) Remember(exchange, found, match);
        return Result(differences, null);
    }

    /// <summary>What the emulator lacks so that it could answer as the service did; null: nothing that the recording names.</summary>
    private string? Missing(RecordedExchange exchange, PlayedResponse found, PlayedRequest request, Match match)
    {
        if (request.NeedsSecret) return "the request has a secret, which the recording does not keep";
        // No content is how some services say that there is nothing of that name.
        var wasFound = exchange.Response.Status < 400 && (exchange.Response.Status != 204 || exchange.Request.Method != "GET");
        if (!wasFound || found.Status != 404 || match.Route is null) return null;
        // DeSo names what it looks for in the body.
        var named = exchange.Api == "deso" ? match.Values.Concat(SentValues.Of(exchange.Request)).ToArray() : match.Values;
        var unknown = named.FirstOrDefault(value => (!_words.Has(value) || IdMap.IsIdForm(value)) && !_ids.IsKnown(value));
        return unknown is null ? null : $"{unknown} was made before the recording began; give a dataset that has it";
    }

    private void Remember(RecordedExchange exchange, PlayedResponse found, Match match)
    {
        foreach (var value in ParsedBody.Of(Encoding.UTF8.GetString(found.Body)).Values.SelectMany(IdPairs.Values)) _ids.Returned(value);
        foreach (var value in match.Values) _ids.Returned(value);
        foreach (var value in SentValues.Of(exchange.Request)) _ids.Returned(value);
    }
}
