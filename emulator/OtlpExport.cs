using Emulation.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Emulation;

/// <summary>
/// Sends traces and metrics to an OpenTelemetry collector (<c>--otlp URL</c>): by gRPC on port 4317, otherwise by HTTP. Requests never wait
/// for it.
/// </summary>
sealed class OtlpExport : IDisposable
{
    private const int GrpcPort = 4317;

    /// <summary>Also how long the end of the process may wait for the last export.</summary>
    private const int ExportMilliseconds = 1000;

    private static readonly TimeSpan s_probeTime = TimeSpan.FromSeconds(5);

    private readonly TracerProvider _traces;
    private readonly MeterProvider _metrics;

    private OtlpExport(Uri url)
    {
        var resource = ResourceBuilder.CreateEmpty().AddService(RequestTelemetry.Name, serviceVersion: ProductVersion.Text);
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(RequestTelemetry.Name)
            .AddOtlpExporter(options => Set(options, url, "v1/traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(RequestTelemetry.Name)
            .AddOtlpExporter(options => Set(options, url, "v1/metrics"))
            .Build();
    }

    /// <summary>Begins to export. One warning is written when the collector does not answer.</summary>
    public static OtlpExport Start(Uri url, LogFormat format)
    {
        _ = WarnIfAbsent(url, format);
        return new OtlpExport(url);
    }

    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }

    private static void Set(OtlpExporterOptions options, Uri url, string path)
    {
        var isGrpc = url.Port == GrpcPort;
        options.Protocol = isGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = isGrpc ? url : new Uri(url, path);
        options.TimeoutMilliseconds = ExportMilliseconds;
    }

    // The exporter itself drops what it cannot send, without a word on standard error.
    private static async Task WarnIfAbsent(Uri url, LogFormat format)
    {
        try
        {
            using var client = new System.Net.Sockets.TcpClient();
            using var late = new CancellationTokenSource(s_probeTime, TimeProvider.System);
            await client.ConnectAsync(url.Host, url.Port, late.Token);
        }
        catch (Exception fault) when (fault is System.Net.Sockets.SocketException or OperationCanceledException)
        {
            var warning = $"warning: --otlp: nothing answers at {url}; traces and metrics are dropped until it does";
            Console.Error.WriteLine(TerminalLog.NoticeLine(format, warning, TimeProvider.System.GetUtcNow()));
        }
    }
}
