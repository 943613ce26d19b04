using System.Globalization;
using HandlebarsDotNet;
using HandlebarsDotNet.Helpers;
using HandlebarsDotNet.Helpers.Enums;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using WireMock.Server;
using WireMock.Settings;

namespace Emulation.WireMocks;

/// <summary>Starts WireMock.Net without a socket.</summary>
static class EngineHost
{
    /// <summary>As many requests as the emulator's own journal keeps.</summary>
    private const int MostLogEntries = 1000;

    private const string Address = "http://localhost:80";

    /// <summary>The server, and the function that answers a request as its web server would.</summary>
    public static (WireMockServer Server, RequestDelegate Engine) Start(
        TimeProvider clock, EngineWatch watch, WorldScenarios scenarios, WorldFiles files)
    {
        RequestDelegate? engine = null;
        WireMockServer? server = null;
        server = WireMockServer.Start(new WireMockServerSettings
        {
            Urls = [Address],
            StartAdminInterface = true,
            MaxRequestLogCount = MostLogEntries,
            Logger = watch,
            ScenarioStateStore = scenarios,
            FileSystemHandler = files,
            Culture = CultureInfo.InvariantCulture,
            // Bodies are decompressed before, up to a limit.
            DisableRequestBodyDecompressing = true,
            // Its extended expressions have no time limit; the others end after ten seconds.
            UseRegexExtended = false,
            HandlebarsRegistrationCallback = (handlebars, _) => UseWorldTime(handlebars, clock),
            AdditionalServiceRegistration = services =>
            {
                services.AddSingleton<IServiceProviderFactory<IServiceCollection>>(new NoServerFactory(new NoServer(Address)));
                MatchingShortcut.Use(services, () => server?.Mappings ?? []);
            },
            PreWireMockMiddlewareInit = app => ((IApplicationBuilder)app).Use(next => engine = next),
        });
        return (server, engine ?? throw new InvalidOperationException("WireMock.Net started without its middleware."));
    }

    private static void UseWorldTime(IHandlebars handlebars, TimeProvider clock) => HandlebarsHelpers.Register(handlebars, options =>
    {
        options.Categories = [Category.DateTime];
        options.DateTimeService = new WorldTime(clock);
    });
}
