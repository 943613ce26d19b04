namespace Emulation.Control.Journals;

/// <summary>An exchange without its secrets. Every output of the journal is written from this.</summary>
sealed class RedactedExchange
{
    private readonly Exchange _exchange;
    private readonly Redaction _redaction;

    public RedactedExchange(Exchange exchange) : this(exchange, _ => Secrets.Hidden, _ => Secrets.Hidden)
    {
    }

    /// <param name="exchange">The exchange.</param>
    /// <param name="replacement">Gives the replacement for a secret, from its name.</param>
    /// <param name="replacementInBody">The same for secrets in bodies.</param>
    public RedactedExchange(Exchange exchange, Func<string, string> replacement, Func<string, string> replacementInBody)
    {
        _exchange = exchange;
        // Headers first, then the target: secrets found in them are then hidden in everything else.
        var redaction = _redaction = new Redaction(exchange.Target, replacement);
        RequestHeaders = [.. exchange.RequestHeaders.Select(header => header with { Value = redaction.Header(header.Name, header.Value) })];
        AnswerHeaders = [.. exchange.AnswerHeaders.Select(header => header with { Value = redaction.Header(header.Name, header.Value) })];
        Target = redaction.Text(exchange.Target);
        Url = redaction.Text(exchange.Url);
        AbsoluteUrl = redaction.Text(exchange.AbsoluteUrl);
        RequestBody = Body(exchange.RequestBody, redaction.With(replacementInBody), IsForm(exchange.Header("Content-Type")));
        AnswerBody = Body(exchange.AnswerBody, redaction.With(replacementInBody), false);
        Reason = exchange.Details.Reason is { } reason ? redaction.Text(reason) : null;
        Bug = exchange.Details.Bug is { } bug ? bug with { Message = redaction.Text(bug.Message) } : null;
    }

    public Guid Id => _exchange.Id;

    public string World => _exchange.World;

    public ExchangeDetails Details => _exchange.Details;

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

    /// <summary>Removes the exchange's secrets from other JSON, such as the stub that answered.</summary>
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

    private static bool IsForm(string? type) =>
        type?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true;
}
