using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Emulation.Https;
using Emulation.Logging;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Emulation;

/// <summary>The web server in front of the pipeline: Kestrel, or one that a test configures.</summary>
static class Listener
{
    public static WebApplication Build(
        EmulatorOptions options, X509Certificate2? certificate, TerminalLog log, Action<WebApplicationBuilder>? configure)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = "emulator", ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestLineSize = 64 * 1024;
            kestrel.Limits.MinRequestBodyDataRate = null;
        });
        if (options.Urls.Any(ServerCertificate.IsHttps)) UseHttps(builder, certificate);
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1.8));
        if (options.Log == LogLevels.Debug) builder.Logging.AddProvider(new DebugLog(log));
        configure?.Invoke(builder);
        return builder.Build();
    }

    /// <summary>
    /// Without a certificate of our own, ASP.NET Core's configuration (<c>Kestrel__Certificates__Default__Path</c>) decides, then the
    /// development certificate.
    /// </summary>
    private static void UseHttps(WebApplicationBuilder builder, X509Certificate2? certificate)
    {
        builder.WebHost.UseKestrelHttpsConfiguration();
        if (certificate is null) builder.Configuration.AddEnvironmentVariables();
        builder.WebHost.ConfigureKestrel((context, kestrel) =>
        {
            if (certificate is null) kestrel.Configure(context.Configuration.GetSection("Kestrel"));
            else kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate);
        });
    }

    /// <summary>
    /// Starts listening and returns the addresses with their real ports. The emulator's own process runs in invariant culture; in any other
    /// process each request is switched to it, so that numbers are not written in the culture of that process's user.
    /// </summary>
    public static async Task<IReadOnlyList<string>> Start(WebApplication app, RequestDelegate handle, EmulatorOptions options)
    {
        var isInvariant = AppContext.TryGetSwitch("System.Globalization.Invariant", out var invariant) && invariant;
        app.Run(isInvariant ? handle : context => Invariantly(handle, context));
        var listening = Listen(app, string.Join(";", options.Urls));
        await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!listening.IsCompletedSuccessfully) await app.DisposeAsync();
        await listening;
        return app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.ToArray() ?? [];
    }

    private static async Task Invariantly(RequestDelegate handle, HttpContext context)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        await handle(context);
    }

    private static async Task Listen(WebApplication app, string urls)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            throw new OptionError($"--urls: {urls} is in use; stop what listens there, or give another port (port 0 takes a free one)");
        }
        catch (Exception fault) when (fault is IOException or SocketException or NotSupportedException)
        {
            var reason = fault.GetBaseException().Message;
            throw new OptionError($"--urls: cannot listen on {urls} ({reason}); give an address of this machine and a free port");
        }
        catch (Exception fault) when (fault is CryptographicException or FileNotFoundException)
        {
            throw new OptionError(
                $"Kestrel__Certificates__Default: the certificate cannot be used ({fault.Message.ReplaceLineEndings(" ")}); "
                + "give a readable one, or use --https-self-signed");
        }
        catch (InvalidOperationException fault) when (fault.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase))
        {
            const string Remedy = "make one with 'dotnet dev-certs https --trust', "
                + "or use --https-self-signed, --cert FILE --key FILE, or http";
            throw new OptionError($"--urls: {urls} needs a certificate and none was found; {Remedy}");
        }
    }
}
