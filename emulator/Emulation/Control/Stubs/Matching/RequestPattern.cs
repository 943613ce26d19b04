using System.Text;
using System.Text.Json;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Control.Stubs.Matching;

/// <summary>A pattern that requests match: for a stub to answer, or to be found in the journal.</summary>
sealed record RequestPattern
{
    public const string AnyMethod = "ANY";

    private IReadOnlyList<NamedMatcher> _headers = [];
    private IReadOnlyList<NamedMatcher> _pathParameters = [];
    private IReadOnlyList<NamedMatcher> _parameters = [];
    private IReadOnlyList<NamedMatcher> _fields = [];
    private IReadOnlyList<NamedMatcher> _cookies = [];
    private IReadOnlyList<IMatcher> _body = [];

    /// <summary>The pattern that matches every request.</summary>
    public static RequestPattern Everything { get; } = new();

    public string Method { get; private init; } = AnyMethod;

    public UrlMatcher Url { get; private init; } = new();

    /// <summary>The pattern as the tester sent it.</summary>
    private JsonElement? Source { get; init; }

    /// <summary>Reads a pattern; errors, unknown members among them, are added to the defects with their JSON pointers.</summary>
    public static RequestPattern Read(JsonElement source, string pointer, Defects defects)
    {
        var body = new Members(source, pointer, defects);
        UnsupportedFeatures.Refuse(body, UnsupportedFeatures.RequestMembers);
        var url = UrlMatcher.Read(body);
        var method = body.Text("method");
        if (method is { Length: 0 }) body.Wrong("method", "is empty");
        var pathParameters = MatcherReader.ReadNamed(body.Object("pathParameters"));
        foreach (var parameter in pathParameters)
        {
            if (url.Template?.Names.Contains(parameter.Name, StringComparer.Ordinal) is true) continue;
            body.Wrong("pathParameters", $"names {parameter.Name}, which no \"urlPathTemplate\" has");
        }
        var headers = MatcherReader.ReadNamed(body.Object("headers"));
        if (body.Object("basicAuthCredentials") is { } basic) headers = [.. headers, Basic(basic)];
        var pattern = new RequestPattern
        {
            Method = method ?? AnyMethod,
            Url = url,
            _headers = headers,
            _pathParameters = pathParameters,
            _parameters = MatcherReader.ReadNamed(body.Object("queryParameters")),
            _fields = MatcherReader.ReadNamed(body.Object("formParameters")),
            _cookies = MatcherReader.ReadNamed(body.Object("cookies")),
            _body = [.. body.Each("bodyPatterns").Select(part => MatcherReader.Read(new Members(part.Value, part.Pointer, body.Defects)))],
            Source = source,
        };
        body.Close();
        return pattern;
    }

    public bool Matches(RequestView request) =>
        (Method == AnyMethod || Method == request.Method)
        && Url.Matches(request)
        && _pathParameters.All(matcher => matcher.Matches(InPath(request, matcher.Name), request.Budget))
        && _parameters.All(matcher => matcher.Matches(request.Parameter(matcher.Name), request.Budget))
        && _headers.All(matcher => matcher.Matches(request.Header(matcher.Name), request.Budget))
        && _fields.All(matcher => matcher.Matches(request.Field(matcher.Name), request.Budget))
        && _cookies.All(matcher => matcher.Matches(request.Cookie(matcher.Name), request.Budget))
        && _body.All(matcher => matcher.Matches(request.Body));

    /// <summary>
    /// How far a request is from matching, from 0 to 1. As in WireMock, the URL has the greatest weight, then the method.
    /// </summary>
    public double Distance(RequestView request)
    {
        (double Distance, double Weight)[] parts =
        [
            (Url.Distance(request), 10),
            (Method == AnyMethod || Method == request.Method ? 0 : 1, 3),
            .. _pathParameters.Select(matcher => (matcher.Distance(InPath(request, matcher.Name), request.Budget), 1.0)),
            .. _parameters.Select(matcher => (matcher.Distance(request.Parameter(matcher.Name), request.Budget), 1.0)),
            .. _headers.Select(matcher => (matcher.Distance(request.Header(matcher.Name), request.Budget), 1.0)),
            .. _fields.Select(matcher => (matcher.Distance(request.Field(matcher.Name), request.Budget), 1.0)),
            .. _cookies.Select(matcher => (matcher.Distance(request.Cookie(matcher.Name), request.Budget), 1.0)),
            .. _body.Select(matcher => (matcher.Distance(request.Body), 1.0)),
        ];
        return parts.Sum(part => part.Distance * part.Weight) / parts.Sum(part => part.Weight);
    }

    /// <summary>Both patterns have the same JSON.</summary>
    public bool IsLike(RequestPattern other) => JsonBody.Bytes(Write).Span.SequenceEqual(JsonBody.Bytes(other.Write).Span);

    /// <summary>Writes the pattern as an object, its members in WireMock's order.</summary>
    public void Write(Utf8JsonWriter json) => PatternJson.Write(json, Method, Source);

    private IReadOnlyList<string> InPath(RequestView request, string name) =>
        Url.Template?.Find(request.Path, name) is { } value ? [value] : [];

    private static NamedMatcher Basic(Members body)
    {
        var (user, password) = (body.Text("username"), body.Text("password"));
        if (user is null) body.Wrong("username", "is missing");
        if (password is null) body.Wrong("password", "is missing");
        body.Close();
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        return new("Authorization", [new BasicCredentials(encoded)], MatchCount.Any);
    }
}

/// <summary>Compares an Authorization header: the scheme ignoring case, the credentials exactly.</summary>
sealed record BasicCredentials(string Encoded) : IMatcher
{
    private const string Scheme = "Basic ";

    public bool Matches(MatchInput input) =>
        input.Text is { } text
        && text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && string.Equals(text[Scheme.Length..], Encoded, StringComparison.Ordinal);
}
