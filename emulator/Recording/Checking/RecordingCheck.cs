using System.Text.Json;
using Emulation.Control.Journals;
using Emulation.Recordings.Format;
using Emulation.Recordings.Rules;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Recordings.Checking;

/// <summary>What slipped through: where it is, what it looks like, and its first characters.</summary>
/// <param name="Exchange">The number of the exchange.</param>
/// <param name="Place">The header, parameter or member.</param>
/// <param name="Kind">What the value looks like.</param>
/// <param name="Shown">The beginning of the value, so that a report shows no secret.</param>
sealed record Finding(long Exchange, string Place, string Kind, string Shown);

/// <summary>Looks for secrets and personal values in a recording.</summary>
/// <param name="rules">Which names hold secrets.</param>
/// <param name="words">Further words to look for, such as the names of a company and its people.</param>
sealed class RecordingCheck(RuleSet rules, IReadOnlyList<string> words)
{
    /// <summary>Names are where they were in a recording that keeps its values.</summary>
    public IEnumerable<Finding> Of(Recording recording) =>
        recording.Exchanges.SelectMany(exchange => Of(exchange, checksNames: recording.Header.Rules != RecordingHeader.SecretsAlone));

    public IEnumerable<Finding> Of(RecordedExchange exchange, bool checksNames = true)
    {
        var target = exchange.Request.Target;
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? target : target[..mark];
        var (names, places) = (new CheckedNames(rules), new List<CheckedValue>());
        foreach (var segment in path.Split('/'))
            places.Add(new("request path", "", SecretLocations.Parameter, Http.Target.Decode(segment) ?? segment));
        if (mark >= 0)
        {
            TargetText.Query(target[(mark + 1)..], (name, value) =>
            {
                places.Add(new($"request query {name}", name, SecretLocations.Parameter, value));
                return value;
            });
        }
        foreach (var header in exchange.Request.Headers)
            places.Add(new($"request header {header.Name}", header.Name, SecretLocations.Header, header.Value));
        foreach (var header in exchange.Response.Headers)
            places.Add(new($"response header {header.Name}", header.Name, SecretLocations.Header, header.Value));
        AddBody(places, "request body", exchange.Request.Body);
        AddBody(places, "response body", exchange.Response.Body);
        foreach (var (place, name, location, value) in places)
        {
            if (value.Length > 0 && name.Length > 0 && rules.IsSecret(name, location, target) && !IsHidden(value))
                yield return new Finding(exchange.Number, place, "secret", Beginning(value));
            else if (SuspiciousValues.Find(value, words) is var (kind, found))
                yield return new Finding(exchange.Number, place, kind, Beginning(found));
            else if (checksNames && names.Find(exchange.Api, name, location, value) is { } named)
                yield return new Finding(exchange.Number, place, "name", Beginning(named));
        }
    }

    private static void AddBody(List<CheckedValue> places, string place, RecordedBody? body)
    {
        if (body?.Text is not { } text) return;
        try
        {
            using var json = JsonDocument.Parse(text.TrimStart('\uFEFF'));
            AddJson(places, place, "$", "", json.RootElement);
        }
        catch (JsonException)
        {
            places.Add(new(place, "", SecretLocations.Member, text));
        }
    }

    private static void AddJson(List<CheckedValue> places, string place, string path, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    places.Add(new($"{place} {path}, name of a member", "", SecretLocations.Member, member.Name));
                    AddJson(places, place, $"{path}.{member.Name}", member.Name, member.Value);
                }
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray()) AddJson(places, place, $"{path}[]", name, item);
                break;
            case JsonValueKind.String:
                places.Add(new($"{place} {path}", name, SecretLocations.Member, value.GetString()!));
                break;
            case JsonValueKind.Number:
                places.Add(new($"{place} {path}", name, SecretLocations.Member, value.GetRawText()));
                break;
        }
    }

    private static bool IsHidden(string value) => value == "0" || value.Contains(Secrets.Hidden, StringComparison.Ordinal);

    private static string Beginning(string value) => value.Length <= 4 ? "…" : value[..2] + "…";

    private readonly record struct CheckedValue(string Place, string Name, SecretLocations Location, string Value);
}
