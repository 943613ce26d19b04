using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Emulation.InProcess;

/// <summary>One request and its answer on the way between a client and the pipeline, with a pipe for each body.</summary>
sealed class Exchange : IHttpRequestLifetimeFeature, IHttpRequestBodyDetectionFeature, IHttpResponseBodyFeature
{
    private readonly HttpRequestMessage _request;
    private readonly CancellationToken _stopped;
    private readonly CancellationTokenSource _over = new();
    private readonly HttpResponseFeature _response = new();
    private readonly Pipe _answer = new();
    private readonly Pipe _body = new();
    private Task _handling = Task.CompletedTask;
    private volatile bool _reset;

    public Exchange(HttpRequestMessage request, CancellationToken stopped)
    {
        (_request, _stopped) = (request, stopped);
        RequestAborted = _over.Token;
    }

    public CancellationToken RequestAborted { get; set; }

    public bool CanHaveBody => _request.Content is not null;

    public PipeWriter Writer => _answer.Writer;

    public Stream Stream => _answer.Writer.AsStream(leaveOpen: true);

    /// <summary>Lets the pipeline work beside the client, as a server does.</summary>
    public void Begin(RequestDelegate handle) => _handling = Task.Run(() => Handle(handle), CancellationToken.None);

    /// <summary>The answer as soon as its head is known: with the first bytes of the body, or at the end.</summary>
    public async Task<HttpResponseMessage> Answer(CancellationToken cancel)
    {
        var first = await _answer.Reader.ReadAsync(cancel).ConfigureAwait(false);
        _answer.Reader.AdvanceTo(first.Buffer.Start);
        if (first.Buffer.IsEmpty && await Broken().ConfigureAwait(false) is { } broken)
            throw new HttpRequestException(broken.HttpRequestError, broken.Message, broken);

        var message = new HttpResponseMessage((System.Net.HttpStatusCode)_response.StatusCode)
        {
            RequestMessage = _request,
            Content = new StreamContent(new AnswerStream(_answer.Reader, this)),
        };
        foreach (var (name, values) in _response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                message.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }
        return message;
    }

    /// <summary>Why the answer ended before its end; null when it is whole.</summary>
    public async Task<HttpIOException?> Broken()
    {
        await _handling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_handling.IsCompletedSuccessfully && !_reset) return null;
        return new HttpIOException(HttpRequestError.ResponseEnded, "The connection was reset before the answer was whole.", _handling.Exception?.InnerException);
    }

    /// <summary>The client goes away.</summary>
    public void Abandon() => _over.Cancel();

    /// <summary>The server resets the connection.</summary>
    public void Abort()
    {
        _reset = true;
        _over.Cancel();
    }

    public void DisableBuffering()
    {
    }

    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task CompleteAsync() => Task.CompletedTask;

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(Stream, path, offset, count, cancellationToken);

    private async Task Handle(RequestDelegate handle)
    {
        // A process that formats numbers as its user does must get the same bytes.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        await using var ended = _stopped.UnsafeRegister(state => ((Exchange)state!).Abort(), this);
        try
        {
            await handle(Context());
        }
        finally
        {
            await _answer.Writer.CompleteAsync();
            await _body.Reader.CompleteAsync();
            // Whoever still sends a body, of which nobody wants the rest, stops.
            await _over.CancelAsync();
        }
    }

    private DefaultHttpContext Context()
    {
        var uri = _request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        var request = new HttpRequestFeature
        {
            Method = _request.Method.Method,
            Scheme = uri.Scheme,
            Protocol = HttpProtocol.Http11,
            RawTarget = uri.PathAndQuery,
            Body = _body.Reader.AsStream(leaveOpen: true),
        };
        // A line a header, its values joined as the header wants it: what a client sends over a wire.
        foreach (var (name, values) in _request.Headers.NonValidated) request.Headers[name] = values.ToString();
        if (_request.Headers.Host is null) request.Headers.Host = uri.Authority;
        if (_request.Content is { } content) Upload(content, request.Headers);
        else _body.Writer.Complete();
        if (_request.Content is null && request.Method is "POST" or "PUT" or "PATCH") request.Headers.ContentLength = 0;
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(request);
        features.Set<IHttpResponseFeature>(_response);
        features.Set<IHttpResponseBodyFeature>(this);
        features.Set<IHttpRequestBodyDetectionFeature>(this);
        features.Set<IHttpRequestLifetimeFeature>(this);
        return new DefaultHttpContext(features);
    }

    private void Upload(HttpContent content, IHeaderDictionary headers)
    {
        // Asking for the length puts it among the headers, if it is known.
        if (content.Headers.ContentLength is null) headers.TransferEncoding = "chunked";
        foreach (var (name, values) in content.Headers.NonValidated) headers[name] = values.ToString();
        _ = content.CopyToAsync(_body.Writer.AsStream(leaveOpen: true), _over.Token)
            .ContinueWith(sent => _body.Writer.Complete(sent.Exception?.InnerException), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}
