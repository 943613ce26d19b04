using System.Text;
using System.Text.Json;
using Emulation.Http.Json;
using Emulation.Http;

namespace Emulation.Control.Stubs.Matching;

/// <summary>What a request must be like: for a stub to answer it, or to be found in the journal.</summary>
sealed record RequestPattern
{
    public const string AnyMethod = "ANY";

    private IReadOnlyList<NamedMatcher> _headers = [];
    private IReadOnlyList<NamedMatcher> _pathParameters = [];
    private IReadOnlyList<NamedMatcher> _parameters = [];
    private IReadOnlyList<NamedMatcher> _fields = [];
    private IReadOnlyList<NamedMatcher> _cookies = [];
    private IReadOnlyList<IMatcher> _body = [];

    /// <summary>Every request.</summary>
    public static RequestPattern Everything { get; } = new();

    public string Method { get; private init; } = AnyMethod;

    public UrlMatcher Url { get; private init; } = new();

    /// <summary>As it was given.</summary>
    private JsonElement? Source { get; init; }

    /// <summary>Reads a pattern, strictly; what is wrong goes to the defects, with its pointer.</summary>
    public static RequestPattern Read(JsonElement source, string pointer, Defects defects)
    {
        var body = new Members(source, pointer, defects);
        Dialect.Refuse(body, Dialect.RequestMembers);
        var url = UrlMatcher.Read(body);
        var method = body.Text("method");
        if (method is { Length: 0 }) body.Wrong("method", "is empty");
        var pathParameters = MatcherReader.ReadNamed(body.Object("pathParameters"));
        foreach (var parameter in pathParameters.Where(parameter => url.Template?.Names.Contains(parameter.Name, StringComparer.Ordinal) is not true))
            body.Wrong("pathParameters", $"names {parameter.Name}, which no \"urlPathTemplate\" has");
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

    public bool Matches(Asked asked) =>
        (Method == AnyMethod || Method == asked.Method)
        && Url.Matches(asked)
        && _pathParameters.All(matcher => matcher.Matches(InPath(asked, matcher.Name)))
        && _parameters.All(matcher => matcher.Matches(asked.Parameter(matcher.Name)))
        && _headers.All(matcher => matcher.Matches(asked.Header(matcher.Name)))
        && _fields.All(matcher => matcher.Matches(asked.Field(matcher.Name)))
        && _cookies.All(matcher => matcher.Matches(asked.Cookie(matcher.Name)))
        && _body.All(matcher => matcher.Matches(asked.Body));

    /// <summary>How far a request is from matching, from 0 to 1; the address weighs most, then the method, as WireMock weighs them.</summary>
    public double Distance(Asked asked)
    {
        (double Distance, double Weight)[] parts =
        [
            (Url.Distance(asked), 10),
            (Method == AnyMethod || Method == asked.Method ? 0 : 1, 3),
            .. _pathParameters.Select(matcher => (matcher.Distance(InPath(asked, matcher.Name)), 1.0)),
            .. _parameters.Select(matcher => (matcher.Distance(asked.Parameter(matcher.Name)), 1.0)),
            .. _headers.Select(matcher => (matcher.Distance(asked.Header(matcher.Name)), 1.0)),
            .. _fields.Select(matcher => (matcher.Distance(asked.Field(matcher.Name)), 1.0)),
            .. _cookies.Select(matcher => (matcher.Distance(asked.Cookie(matcher.Name)), 1.0)),
            .. _body.Select(matcher => (matcher.Distance(asked.Body), 1.0)),
        ];
        return parts.Sum(part => part.Distance * part.Weight) / parts.Sum(part => part.Weight);
    }

    /// <summary>It asks for the same in the same words.</summary>
    public bool IsLike(RequestPattern other) => JsonBody.Bytes(Write).Span.SequenceEqual(JsonBody.Bytes(other.Write).Span);

    /// <summary>The pattern as an object, its members in WireMock's order.</summary>
    public void Write(Utf8JsonWriter json) => PatternJson.Write(json, Method, Source);

    private IReadOnlyList<string> InPath(Asked asked, string name) => Url.Template?.Find(asked.Path, name) is { } value ? [value] : [];

    private static NamedMatcher Basic(Members body)
    {
        var (user, password) = (body.Text("username"), body.Text("password"));
        if (user is null) body.Wrong("username", "is missing");
        if (password is null) body.Wrong("password", "is missing");
        body.Close();
        return new("Authorization", [new BasicCredentials(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")))], Needed.Any);
    }
}

/// <summary>The name of the scheme may be written in any case, what follows it may not.</summary>
sealed record BasicCredentials(string Encoded) : IMatcher
{
    private const string Scheme = "Basic ";

    public bool Matches(Subject subject) =>
        subject.Text is { } text && text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && string.Equals(text[Scheme.Length..], Encoded, StringComparison.Ordinal);
}
