using System.CommandLine;
using System.CommandLine.Parsing;

namespace Emulation.Commands;

/// <summary><c>requests</c>: a world's journal.</summary>
static class RequestCommands
{
    private const string Path = "/_emulator/requests";
    private const string DefaultLimit = "20";

    public static Command Requests(Remote remote)
    {
        var count = new Option<bool>("--count") { Description = "only how many" };
        var curl = new Option<string?>("--curl") { HelpName = "ID", Description = "one request as a curl command" };
        var har = new Option<string?>("--har") { HelpName = "FILE", Description = "write them as an HTTP archive, - for standard output" };
        var clear = new Option<bool>("--clear") { Description = "forget them" };
        var filters = new Option<string?>[]
        {
            new("--limit")  { HelpName = "N",      Description = $"no more than the newest N [{DefaultLimit} in a list]" },
            new("--api")    { HelpName = "API",    Description = "only those to this API" },
            new("--route")  { HelpName = "NAME",   Description = "only those to this route" },
            new("--status") { HelpName = "STATUS", Description = "only those with this status (404), or one of its hundred (4xx)" },
            new("--since")  { HelpName = "MOMENT", Description = "only those since then, by the world's time" },
        };
        var actions = new Option[] { count, curl, har, clear };
        const string Description = "Lists a world's requests and how they were answered, newest first.";
        var command = remote.Leaf("requests", Description, Request, [.. actions, .. filters]);
        command.Validators.Add(result =>
        {
            if (actions.Count(action => result.GetResult(action) is { Implicit: false }) > 1)
                result.AddError("give one of --count, --curl, --har, --clear");
        });
        return remote.Top(command);

        ControlRequest Request(ParseResult parsed)
        {
            if (parsed.GetValue(clear)) return new("DELETE", "/_emulator/journal") { Print = ControlRequest.Sentence("forgotten") };
            if (parsed.GetValue(curl) is { } id)
                return new("GET", $"{Path}/{Uri.EscapeDataString(id)}/curl") { IsJson = false, Print = PrintText };
            var query = Query(parsed, filters);
            if (parsed.GetValue(har) is { } file)
                return new("GET", $"{Path}.har?{query}") { IsJson = false, Print = ControlRequest.SaveTo(file) };
            if (parsed.GetValue(count)) return new("GET", $"{Path}?limit=0&{query}") { Print = PrintTotal };
            var limit = parsed.GetValue(filters[0]) is null ? $"&limit={DefaultLimit}" : "";
            return new("GET", $"{Path}?{query}{limit}") { Print = PrintTable };
        }
    }

    private static Func<HttpContent, TextWriter, Task> PrintTable { get; } = ControlRequest.Table("requests", "there is no request",
        ("ID", ControlRequest.Cell("id")),
        ("TIME", ControlRequest.Cell("time")),
        ("STATUS", ControlRequest.Cell("status")),
        ("METHOD", ControlRequest.Cell("method")),
        ("TARGET", ControlRequest.Cell("target")),
        ("ROUTE", request => ControlRequest.Member(request, "route") is { } route ? ControlRequest.Text(route, "name") : ""));

    private static Func<HttpContent, TextWriter, Task> PrintTotal { get; } =
        ControlRequest.Sentence(found => ControlRequest.Text(found, "total"));

    private static string Query(ParseResult parsed, Option<string?>[] filters) => string.Join('&',
        from filter in filters
        let value = parsed.GetValue(filter)
        where value is not null
        select $"{filter.Name[2..]}={Uri.EscapeDataString(value)}");

    private static async Task PrintText(HttpContent content, TextWriter output) =>
        await output.WriteLineAsync((await content.ReadAsStringAsync()).TrimEnd());
}
