using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Emulation.Tests.Recordings;

/// <summary>A web server whose answers a test writes itself.</summary>
sealed class Slow : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Slow(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static async Task<Slow> Start(RequestDelegate handle)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(handle);
        await app.StartAsync();
        return new Slow(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
