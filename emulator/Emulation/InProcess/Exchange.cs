using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Emulation.InProcess;

/// <summary>Transports one request and its response between a client and the pipeline, with a pipe for each body.</summary>
sealed class Exchange : IHttpRequestLifetimeFeature, IHttpRequestBodyDetectionFeature, IHttpResponseBodyFeature
{
    private readonly HttpRequestMessage _request;
    private readonly CancellationToken _stopped;
    private readonly CancellationTokenSource _cancelled = new();
    private readonly HttpResponseFeature _response = new();
    private readonly Pipe _responseBody = new();
    private readonly Pipe _requestBody = new();
    private Task _handling = Task.CompletedTask;
    private volatile bool _reset;

    public Exchange(HttpRequestMessage request, CancellationToken stopped)
    {
        (_request, _stopped) = (request, stopped);
        RequestAborted = _cancelled.Token;
    }

    public CancellationToken RequestAborted { get; set; }

    public bool CanHaveBody => _request.Content is not null;

    public PipeWriter Writer => _responseBody.Writer;

    public Stream Stream => _responseBody.Writer.AsStream(leaveOpen: true);

    /// <summary>Starts the pipeline on another thread, as a server does.</summary>
    public void Start(RequestDelegate handle) => _handling = Task.Run(() => Handle(handle), CancellationToken.None);

    /// <summary>The response, available as soon as status and headers are final: with the first bytes of the body, or at the end.</summary>
    public async Task<HttpResponseMessage> ReceiveResponse(CancellationToken cancellationToken)
    {
        var first = await _responseBody.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        _responseBody.Reader.AdvanceTo(first.Buffer.Start);
        if (first.Buffer.IsEmpty && await FindFault().ConfigureAwait(false) is { } fault)
            throw new HttpRequestException(fault.HttpRequestError, fault.Message, fault);

        var message = new HttpResponseMessage((System.Net.HttpStatusCode)_response.StatusCode)
        {
            RequestMessage = _request,
            Content = new StreamContent(new ResponseStream(_responseBody.Reader, this)),
        };
        foreach (var (name, values) in _response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                message.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }
        return message;
    }

    /// <summary>Why the response is incomplete; null when it is complete.</summary>
    public async Task<HttpIOException?> FindFault()
    {
        await _handling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_handling.IsCompletedSuccessfully && !_reset) return null;
        const string Message = "The connection was reset before the answer was whole.";
        return new HttpIOException(HttpRequestError.ResponseEnded, Message, _handling.Exception?.InnerException);
    }

    /// <summary>Called when the client cancels the request.</summary>
    public void Cancel() => _cancelled.Cancel();

    /// <summary>The server resets the connection.</summary>
    public void Abort()
    {
        _reset = true;
        _cancelled.Cancel();
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
        // The bytes must not depend on the culture of the process.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        await using var ended = _stopped.UnsafeRegister(state => ((Exchange)state!).Abort(), this);
        try
        {
            await handle(Context());
        }
        finally
        {
            await _responseBody.Writer.CompleteAsync();
            await _requestBody.Reader.CompleteAsync();
            // Ends an upload that is still running, because the rest of the body is not needed.
            await _cancelled.CancelAsync();
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
            Body = _requestBody.Reader.AsStream(leaveOpen: true),
        };
        // As on the wire: one line per header, its values joined with the header's separator.
        foreach (var (name, values) in _request.Headers.NonValidated) request.Headers[name] = values.ToString();
        if (_request.Headers.Host is null) request.Headers.Host = uri.Authority;
        if (_request.Content is { } content) Upload(content, request.Headers);
        else _requestBody.Writer.Complete();
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
        // Reading ContentLength adds the header if the length is known.
        if (content.Headers.ContentLength is null) headers.TransferEncoding = "chunked";
        foreach (var (name, values) in content.Headers.NonValidated) headers[name] = values.ToString();
        _ = content.CopyToAsync(_requestBody.Writer.AsStream(leaveOpen: true), _cancelled.Token)
            .ContinueWith(
                sent => _requestBody.Writer.Complete(sent.Exception?.InnerException),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
    }
}
