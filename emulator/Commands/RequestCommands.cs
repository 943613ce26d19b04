using System.CommandLine;
using System.Text.Json;

namespace Emulation.Commands;

/// <summary><c>requests</c>: the account of what was asked.</summary>
static class RequestCommands
{
    private const string Path = "/_emulator/requests";

    public static Command Requests(Remote remote)
    {
        var count = new Option<bool>("--count") { Description = "only how many" };
        var curl = new Option<string?>("--curl") { HelpName = "ID", Description = "one request as a curl command" };
        var har = new Option<string?>("--har") { HelpName = "FILE", Description = "write all of them as an HTTP archive, - for standard output" };
        var clear = new Option<bool>("--clear") { Description = "forget them" };
        var command = remote.Leaf("requests", "Lists what was asked of a world and how it was answered.", parsed => Wanted(parsed.GetValue(count), parsed.GetValue(curl), parsed.GetValue(har), parsed.GetValue(clear)), count, curl, har, clear);
        command.Validators.Add(result =>
        {
            if (result.Children.Count(child => child is System.CommandLine.Parsing.OptionResult { Implicit: false } option && (option.Option == count || option.Option == curl || option.Option == har || option.Option == clear)) > 1)
                result.AddError("give one of --count, --curl, --har, --clear");
        });
        return remote.Top(command);
    }

    private static Errand Wanted(bool count, string? curl, string? har, bool clear)
    {
        if (clear) return new Errand("DELETE", "/_emulator/journal") { Tell = Errand.Say("forgotten") };
        if (har is not null) return new Errand("GET", Path + ".har") { IsJson = false, Tell = Errand.Save(har) };
        if (curl is not null) return new Errand("GET", $"{Path}/{Remote.Escaped(curl)}/curl") { IsJson = false, Tell = async (content, to) => await to.WriteLineAsync((await content.ReadAsStringAsync()).TrimEnd()) };
        return new Errand("GET", Path) { Tell = count ? Errand.Say(Count) : Listed };
    }

    private static string Count(JsonElement journal) => journal.GetProperty("requests").GetArrayLength().ToString();

    private static Func<HttpContent, TextWriter, Task> Listed { get; } = Errand.List("requests", "nothing was asked",
        ("ID", WorldCommands.Cell("id")), ("AT", WorldCommands.Cell("at")), ("STATUS", WorldCommands.Cell("status")), ("METHOD", WorldCommands.Cell("method")), ("TARGET", WorldCommands.Cell("target")), ("ROUTE", WorldCommands.Cell("route")), ("FAULT", WorldCommands.Cell("fault")));
}
