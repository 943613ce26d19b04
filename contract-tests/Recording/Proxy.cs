using System.Text;
using Emulation.Recordings.Format;
using Emulation.Recordings.Proxying;
using Emulation.Recordings.Rules;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Tests.Recordings;

/// <summary>A proxy of one test, in front of a service, with its recording in memory.</summary>
sealed class Proxy : IAsyncDisposable
{
    private readonly MemoryStream _file = new();
    private readonly Recorder _recorder;
    private readonly RecordingProxy _proxy;

    private Proxy(Recorder recorder, MemoryStream file, RecordingProxy proxy)
    {
        (_recorder, _file, _proxy) = (recorder, file, proxy);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
        {
            BaseAddress = new Uri(proxy.Addresses[0]),
        };
    }

    public HttpClient Client { get; }

    public int BrokenOff => _proxy.BrokenOff;

    public Recorder Recorder => _recorder;

    /// <param name="upstream">The service.</param>
    /// <param name="file">Where the recording is written; null: to memory.</param>
    /// <param name="keepsValues">Only secrets are removed.</param>
    public static async Task<Proxy> To(Uri upstream, Stream? file = null, bool keepsValues = false)
    {
        var memory = new MemoryStream();
        var writer = new RecordingWriter(file ?? memory, new RecordingHeader { Recording = 1, Started = Captured.Noon });
        var recorder = new Recorder(new Sanitizer(RuleSet.Default, new RouteFinder(RouteFinder.AllApis()), keepsValues), writer);
        return new Proxy(recorder, memory, await RecordingProxy.Start(["http://127.0.0.1:0"], upstream, recorder, TimeProvider.System));
    }

    /// <summary>Stops, and reads what was recorded.</summary>
    public async Task<IReadOnlyList<RecordedExchange>> Stop()
    {
        await DisposeAsync();
        using var file = new MemoryStream(_file.ToArray());
        return RecordingReader.Read("a.rec", file).Exchanges;
    }

    public string Text => Encoding.UTF8.GetString(_file.ToArray());

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _proxy.DisposeAsync();
        await _recorder.DisposeAsync();
    }
}
