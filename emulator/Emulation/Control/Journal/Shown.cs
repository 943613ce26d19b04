namespace Emulation.Control.Journals;

/// <summary>An exchange as it may be shown: without secrets. Every output is written from this.</summary>
sealed class Shown
{
    private readonly Exchange _exchange;
    private readonly Redaction _redaction;

    public Shown(Exchange exchange) : this(exchange, _ => Secrets.Hidden, _ => Secrets.Hidden)
    {
    }

    /// <param name="exchange">What happened.</param>
    /// <param name="mark">What stands instead of a secret of some name.</param>
    /// <param name="inBody">The same, inside a body.</param>
    public Shown(Exchange exchange, Func<string, string> mark, Func<string, string> inBody)
    {
        _exchange = exchange;
        // Headers first, then the target: what they hide is then hidden in all the rest.
        var redaction = _redaction = new Redaction(exchange.Target, mark);
        RequestHeaders = [.. exchange.RequestHeaders.Select(header => header with { Value = redaction.Header(header.Name, header.Value) })];
        AnswerHeaders = [.. exchange.AnswerHeaders.Select(header => header with { Value = redaction.Header(header.Name, header.Value) })];
        Target = redaction.Text(exchange.Target);
        Url = redaction.Text(exchange.Url);
        AbsoluteUrl = redaction.Text(exchange.AbsoluteUrl);
        RequestBody = Body(exchange.RequestBody, redaction.With(inBody), IsForm(exchange.Header("Content-Type")));
        AnswerBody = Body(exchange.AnswerBody, redaction.With(inBody), false);
        Reason = exchange.Facts.Reason is { } reason ? redaction.Text(reason) : null;
        Bug = exchange.Facts.Bug is { } bug ? bug with { Message = redaction.Text(bug.Message) } : null;
    }

    public Guid Id => _exchange.Id;

    public string World => _exchange.World;

    public Facts Facts => _exchange.Facts;

    public bool IsMatched => _exchange.IsMatched;

    public string Target { get; }

    public string Url { get; }

    public string AbsoluteUrl { get; }

    public IReadOnlyList<Header> RequestHeaders { get; }

    public IReadOnlyList<Header> AnswerHeaders { get; }

    public KeptBody RequestBody { get; }

    public KeptBody AnswerBody { get; }

    public string? Reason { get; }

    public Bug? Bug { get; }

    public bool HasForm => IsForm(RequestHeader("Content-Type"));

    /// <summary>Some other JSON that goes with it.</summary>
    public byte[] Hide(ReadOnlySpan<byte> json) => _redaction.Json(json);

    public string? RequestHeader(string name) => Find(RequestHeaders, name);

    public string? AnswerHeader(string name) => Find(AnswerHeaders, name);

    private static string? Find(IReadOnlyList<Header> headers, string name)
    {
        foreach (var header in headers)
            if (string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)) return header.Value;
        return null;
    }

    private static KeptBody Body(KeptBody body, Redaction redaction, bool isForm) =>
        body with { Bytes = body.Bytes.IsEmpty ? default : redaction.Body(body.Bytes.Span, isForm), IsCut = body.IsCut };

    private static bool IsForm(string? type) => type?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true;
}
