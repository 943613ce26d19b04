using Emulation.Control.Journals;
using Emulation.Http;
using Emulation.Recordings.Format;
using Emulation.Recordings.Rules;

namespace Emulation.Recordings.Sanitizing;

/// <summary>Makes recorded exchanges of captured ones, without credentials and personal values, for one recording.</summary>
sealed class Sanitizer
{
    /// <summary>The largest content that is recorded, decompressed.</summary>
    public const int BodyLimit = 8 * 1024 * 1024;

    private readonly RuleSet _rules;
    private readonly RouteFinder _routes;
    private readonly RemovedSecrets _secrets = new();
    private readonly ValueSanitizer _values;
    private readonly BodySanitizer _bodies;

    /// <param name="rules">What is replaced.</param>
    /// <param name="routes">Finds the API and the parameters of a path.</param>
    /// <param name="keepsValues">Only secrets are removed: the service has no personal values, as another emulator has none.</param>
    public Sanitizer(RuleSet rules, RouteFinder routes, bool keepsValues = false)
    {
        (_rules, _routes) = (rules, routes);
        _values = new ValueSanitizer(rules, new StandIns(), _secrets, keepsValues);
        _bodies = new BodySanitizer(rules, _values, _secrets);
    }

    public RecordedExchange Replace(CapturedExchange exchange)
    {
        _secrets.Begin();
        var (api, match) = _routes.Find(exchange.Method, exchange.Target);
        var place = new Place(api, exchange.Target);
        // Secrets of headers first: they are then removed from everything else, too.
        var requestHeaders = Headers(exchange.RequestHeaders, place);
        var responseHeaders = Headers(exchange.ResponseHeaders, place);
        var target = Target(exchange.Target, match, place);
        var requestBody = Body(exchange.RequestBody, exchange.RequestHeaders, place);
        var responseBody = Body(exchange.ResponseBody, exchange.ResponseHeaders, place);
        return new RecordedExchange
        {
            At = exchange.At,
            Milliseconds = Math.Round(exchange.Duration.TotalMilliseconds, 3),
            Api = api,
            Request = new RecordedRequest
            {
                Method = _rules.Words.Has(exchange.Method) ? exchange.Method : "UNKNOWN",
                Target = _secrets.RemoveFrom(target),
                Headers = RemoveSecrets(requestHeaders),
                Body = _bodies.RemoveSecrets(requestBody),
            },
            Response = new RecordedResponse
            {
                Status = exchange.Status, Headers = RemoveSecrets(responseHeaders), Body = _bodies.RemoveSecrets(responseBody),
            },
        };
    }

    private string Target(string target, Match match, Place place)
    {
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var path = TargetText.Path(mark < 0 ? target : target[..mark], Segments(match, place));
        return mark < 0 ? path : $"{path}?{TargetText.Query(target[(mark + 1)..], (name, value) => Parameter(name, value, place))}";
    }

    /// <summary>Words of the route stay, parameters are treated by their names, and all segments of an unknown path as values.</summary>
    private Func<int, string, string> Segments(Match match, Place place)
    {
        if (match.Route is not { } route) return (_, value) => _values.Replace(value, Treatment.Auto);
        var parameters = route.Path.Split('/')[1..];
        var offset = Http.Target.Parse(place.Target).Segments.Length - parameters.Length;
        if (place.Target.Split('?')[0].EndsWith('/')) offset--;
        return (at, value) =>
        {
            var word = at - offset >= 0 && at - offset < parameters.Length ? parameters[at - offset] : "";
            return word.StartsWith('{') ? Parameter(word.Trim('{', '}'), value, place) : _values.Replace(value, Treatment.Auto);
        };
    }

    private string Parameter(string name, string value, Place place) =>
        _rules.IsSecret(name, SecretLocations.Parameter, place.Target)
            ? _values.Secret(value)
            : _values.Replace(value, name.Length == 0 ? Treatment.Auto : _rules.OfParameter(place.Api, name));

    private RecordedHeader[] Headers(IReadOnlyList<RecordedHeader> headers, Place place) =>
        [.. headers.Select(header => new RecordedHeader(HeaderName(header.Name), Header(header, place)))];

    private string HeaderName(string name) => TargetText.IsPlainName(name) ? name : "X-Replaced";

    private string Header(RecordedHeader header, Place place)
    {
        var (name, value) = (header.Name, header.Value);
        if (_rules.IsSecret(name, SecretLocations.Header, place.Target)) return SecretHeader.Replace(name, value, _values.Secret);
        if (name.Equals("Host", StringComparison.OrdinalIgnoreCase)) return Upstreams.StandIn;
        if (name.Equals("Location", StringComparison.OrdinalIgnoreCase)) return Location(value, place);
        if (!_rules.IsRecorded(name)) return _values.Replace(value, Treatment.Replace);
        return _values.Replace(value, _rules.Of(place.Api, name) is Treatment.Id ? Treatment.Id : Treatment.Words);
    }

    // The host is that of the service or of another one: only what follows says something of the answer.
    private string Location(string value, Place place)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || value.StartsWith('/')) return Target(value, Match.None, place);
        var (_, match) = _routes.Find("GET", uri.PathAndQuery);
        return $"{uri.Scheme}://{Upstreams.StandIn}{Target(uri.PathAndQuery, match, place with { Target = uri.PathAndQuery })}";
    }

    private RecordedBody? Body(CapturedBody body, IReadOnlyList<RecordedHeader> headers, Place place)
    {
        if (body.Length == 0) return null;
        if (!body.IsWhole) return RecordedBody.Left(RecordedBody.TooLarge, body.Length);
        var content = Decompression.Of(body.Bytes, RecordedHeader.Find(headers, "Content-Encoding"), BodyLimit);
        return content is null
            ? RecordedBody.Left(RecordedBody.UnknownEncoding, body.Length)
            : _bodies.Replace(content, RecordedHeader.Find(headers, "Content-Type"), place);
    }

    private RecordedHeader[] RemoveSecrets(RecordedHeader[] headers) =>
        [.. headers.Select(header => header with { Value = _secrets.RemoveFrom(header.Value) })];
}
