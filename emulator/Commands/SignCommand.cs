using System.CommandLine;
using Emulation.Apis.ThreatConnect.Authentication;

namespace Emulation.Commands;

/// <summary><c>sign</c>: the headers of a signed ThreatConnect request.</summary>
static class SignCommand
{
    private const string DefaultAccessId = "12345678901234567890";
    private const string DefaultSecretKey = "emulator-secret-key";

    public static Command Sign()
    {
        var method = new Argument<string>("METHOD") { Description = "the HTTP method" };
        var target = new Argument<string>("TARGET") { Description = "path and query exactly as they will be sent" };
        var id = new Option<string>("--access-id")
        {
            HelpName = "ID", Description = $"the access id to sign for [{DefaultAccessId}]", DefaultValueFactory = _ => DefaultAccessId,
        };
        var key = new Option<string>("--secret-key")
        {
            HelpName = "KEY", Description = $"its secret key [{DefaultSecretKey}]", DefaultValueFactory = _ => DefaultSecretKey,
        };
        var command = new Command("sign", "Prints the Timestamp and Authorization headers of a signed ThreatConnect request.")
        {
            method, target, id, key,
        };
        command.SetAction(parsed =>
        {
            var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
            var verb = parsed.GetRequiredValue(method).ToUpperInvariant();
            var signature = Signature.Of(parsed.GetValue(key)!, verb, parsed.GetRequiredValue(target), now);
            parsed.InvocationConfiguration.Output.WriteLine($"Timestamp: {now}");
            parsed.InvocationConfiguration.Output.WriteLine($"Authorization: TC {parsed.GetValue(id)}:{signature}");
        });
        return command;
    }
}
