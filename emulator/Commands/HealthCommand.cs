using System.CommandLine;

namespace Emulation.Commands;

/// <summary><c>health</c>: exit code 0 when an instance is ready, 1 when it is not or does not answer.</summary>
static class HealthCommand
{
    public static Command Health(Remote remote, Func<string, string?> variable)
    {
        // The original name of the option, which containers still use.
        var urls = new Option<string?>("--urls") { HelpName = "URL", Description = "same as --url" };
        var health = new Command("health", "Exits 0 when an instance is ready, 1 when it is not.") { urls };
        remote.Top(health);
        health.SetAction((parsed, cancel) =>
        {
            var url = remote.Url(parsed) ?? parsed.GetValue(urls)?.Split(';', ',')[0];
            return remote.Run(parsed, ConnectionTo(url, variable), Ready, cancel);
        });
        return health;
    }

    private static Connection ConnectionTo(string? url, Func<string, string?> variable) => new(variable)
    {
        Url = url, AcceptLoopbackCertificate = true, Timeout = TimeSpan.FromSeconds(3), FailureCode = Remote.Failed,
    };

    private static ControlRequest Ready(ParseResult parsed) =>
        new("GET", "/_emulator/health/ready") { Print = ControlRequest.Sentence(health => ControlRequest.Text(health, "status")) };
}
