using System.Buffers;
using Emulation.Http;

namespace Emulation.Control.Stubs.Matching;

/// <summary>A current or recorded request as patterns match it: path and query as sent, without a world's prefix.</summary>
sealed class RequestView(
    string method,
    string path,
    string rawQuery,
    IHeaderDictionary headers,
    ReadOnlySequence<byte> body,
    WorkBudget? budget = null)
{
    private const string Form = "application/x-www-form-urlencoded";

    private Query? _query;
    private Query? _form;
    private IReadOnlyList<(string Name, string Value)>? _cookies;
    private string? _url;
    private MatchInput? _body;

    public string Method => method;

    /// <summary>The path as sent, with its escapes.</summary>
    public string Path => path;

    /// <summary>Path and query. As in WireMock, a question mark without a query is left out.</summary>
    public string Url => _url ??= rawQuery.Length == 0 ? path : $"{path}?{rawQuery}";

    public IHeaderDictionary Headers => headers;

    /// <summary>The remaining work for matching this request.</summary>
    public WorkBudget Budget { get; } = budget ?? new WorkBudget();

    public MatchInput Body => _body ??= new(body, Budget);

    public static RequestView Of(Call call) =>
        new(call.Method, call.Target.Path, call.Target.RawQuery, call.Headers, call.Body, new WorkBudget(call.ClientLeft));

    public IReadOnlyList<string> Header(string name) =>
        headers.TryGetValue(name, out var values) ? [.. values.Select(value => value ?? "")] : [];

    public IReadOnlyList<string> Parameter(string name) => [.. (_query ??= Query.Parse(rawQuery, StringComparison.Ordinal)).Each(name)];

    /// <summary>The values of a field, when the body is a form.</summary>
    public IReadOnlyList<string> Field(string name) => [.. (_form ??= ReadForm()).Each(name)];

    public IReadOnlyList<string> Cookie(string name) =>
        [.. (_cookies ??= [.. Cookies(Header("Cookie"))]).Where(cookie => cookie.Name == name).Select(cookie => cookie.Value)];

    private Query ReadForm()
    {
        var isForm = Header("Content-Type") is [var type, ..] && type.StartsWith(Form, StringComparison.OrdinalIgnoreCase);
        return isForm && !IsTooLong(body) ? Query.Parse(Body.Text ?? "", StringComparison.Ordinal) : Query.None;
    }

    private bool IsTooLong(ReadOnlySequence<byte> form)
    {
        var pairs = 1;
        foreach (var part in form) pairs += part.Span.Count((byte)'&');
        return pairs > MatchLimits.FormPairs && !Budget.Spend(WorkBudget.PerRequest + 1);
    }

    private static IEnumerable<(string Name, string Value)> Cookies(IReadOnlyList<string> headers) =>
        from header in headers
        from cookie in CookieHeader.Parse(header)
        where cookie.Name.Length > 0 && cookie.Value is not null
        select (cookie.Name, Unquoted(cookie.Value));

    private static string Unquoted(string value) => value is ['"', .. var inner, '"'] ? inner : value;
}
