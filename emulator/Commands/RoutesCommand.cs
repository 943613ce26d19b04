using System.CommandLine;

namespace Emulation.Commands;

/// <summary><c>routes</c>: every route of the server.</summary>
static class RoutesCommand
{
    public static Command Routes(Settings settings)
    {
        var command = new Command("routes", "Prints every route: method, path, name, provenance, served.");
        command.SetAction(parsed => Print(settings.Read(parsed), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static void Print(EmulatorOptions options, TextWriter output)
    {
        foreach (var api in ApiList.Of(options, Emulator.NoWorlds()))
        {
            foreach (var route in api.Routes)
            {
                var (provenance, served) = (route.Provenance.ToString().ToLowerInvariant(), route.Served ? "served" : "not served");
                output.WriteLine($"{route.Method,-6} {route.Path,-110} {api.Name}/{route.Name,-40} {provenance,-10} {served}");
            }
        }
    }
}
