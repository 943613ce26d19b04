using System.CommandLine;
using System.CommandLine.Parsing;

namespace Emulation.Commands;

/// <summary><c>requests</c>: the account of what was asked.</summary>
static class RequestCommands
{
    private const string Path = "/_emulator/requests";
    private const string OnAScreen = "20";

    public static Command Requests(Remote remote)
    {
        var count = new Option<bool>("--count") { Description = "only how many" };
        var curl = new Option<string?>("--curl") { HelpName = "ID", Description = "one request as a curl command" };
        var har = new Option<string?>("--har") { HelpName = "FILE", Description = "write them as an HTTP archive, - for standard output" };
        var clear = new Option<bool>("--clear") { Description = "forget them" };
        var filters = new Option<string?>[]
        {
            new("--limit")  { HelpName = "N",      Description = $"no more than the newest N [{OnAScreen} in a list]" },
            new("--api")    { HelpName = "API",    Description = "only those to this API" },
            new("--route")  { HelpName = "NAME",   Description = "only those to this route" },
            new("--status") { HelpName = "STATUS", Description = "only those with this status (404), or one of its hundred (4xx)" },
            new("--since")  { HelpName = "MOMENT", Description = "only those since then, by the world's time" },
        };
        var wants = new Option[] { count, curl, har, clear };
        var command = remote.Leaf("requests", "Lists what was asked of a world and how it was answered, the newest first.", Wanted, [.. wants, .. filters]);
        command.Validators.Add(result =>
        {
            if (wants.Count(want => result.GetResult(want) is { Implicit: false }) > 1) result.AddError("give one of --count, --curl, --har, --clear");
        });
        return remote.Top(command);

        Errand Wanted(ParseResult parsed)
        {
            if (parsed.GetValue(clear)) return new Errand("DELETE", "/_emulator/journal") { Tell = Errand.Say("forgotten") };
            if (parsed.GetValue(curl) is { } id) return new Errand("GET", $"{Path}/{Remote.Escaped(id)}/curl") { IsJson = false, Tell = Plain };
            var query = string.Join('&', filters.Where(filter => parsed.GetValue(filter) is not null).Select(filter => $"{filter.Name[2..]}={Remote.Escaped(parsed.GetValue(filter)!)}"));
            if (parsed.GetValue(har) is { } file) return new Errand("GET", $"{Path}.har?{query}") { IsJson = false, Tell = Errand.Save(file) };
            if (parsed.GetValue(count)) return new Errand("GET", $"{Path}?limit=0&{query}") { Tell = Errand.Say(found => Errand.Text(found, "total")) };
            return new Errand("GET", $"{Path}?{query}{(parsed.GetValue(filters[0]) is null ? $"&limit={OnAScreen}" : "")}") { Tell = Listed };
        }
    }

    private static Func<HttpContent, TextWriter, Task> Listed { get; } = Errand.List("requests", "nothing was asked",
        ("ID", Errand.Cell("id")), ("TIME", Errand.Cell("time")), ("STATUS", Errand.Cell("status")), ("METHOD", Errand.Cell("method")), ("TARGET", Errand.Cell("target")),
        ("ROUTE", request => Errand.Member(request, "route") is { } route ? Errand.Text(route, "name") : ""));

    private static async Task Plain(HttpContent content, TextWriter to) => await to.WriteLineAsync((await content.ReadAsStringAsync()).TrimEnd());
}
