namespace Emulation.Tests.Browser;

/// <summary>An emulator of one test on a free port of 127.0.0.1, with a client that sends requests to it.</summary>
sealed class Running : IAsyncDisposable
{
    private readonly HttpClient _client;
    private readonly StringWriter _log;

    private Running(Emulator emulator, StringWriter log)
    {
        (Emulator, _log) = (emulator, log);
        _client = new HttpClient { BaseAddress = new Uri(emulator.Addresses[0]) };
    }

    public Emulator Emulator { get; }

    public Uri Address => _client.BaseAddress!;

    public static Task<Running> Start(string dataset) => Start(new EmulatorOptions { Dataset = dataset });

    /// <summary>Starts an emulator, on another address when the options name one.</summary>
    public static async Task<Running> Start(EmulatorOptions options, string address = "http://127.0.0.1:0")
    {
        var log = new StringWriter();
        var emulator = await Emulator.StartAsync(options with { Urls = [address] }, TimeProvider.System, log);
        await emulator.Ready;
        return new Running(emulator, log);
    }

    public async Task<HttpResponseMessage> Send(
        string method, string target, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), target) { Content = body };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await _client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Emulator.DisposeAsync();
        await _log.DisposeAsync();
    }
}
