using System.CommandLine;

namespace Emulation.Commands;

/// <summary><c>graph</c>: the neighbourhood of a value as a picture, or as positions.</summary>
static class GraphCommand
{
    public static Command Graph(Remote remote)
    {
        var value = Remote.Argument("VALUE", "what the picture is about: a domain, an address, a name, an id, a part of a text");
        var format = new Option<string>("--format")
        {
            HelpName = "svg|json", Description = "a picture, or the positions [svg]", DefaultValueFactory = _ => "svg",
        };
        var depth = new Option<string?>("--depth") { HelpName = "N", Description = "how many links away, 1 to 3 [1]" };
        var limit = new Option<string?>("--limit") { HelpName = "N", Description = "how many nodes at most, 1 to 250 [50]" };
        const string Description = "Prints the nodes and links around a value, across the three APIs: graph VALUE > picture.svg";
        var command = remote.Leaf("graph", Description, parsed => new ControlRequest("GET", $"/_emulator/graph?{Query(parsed)}")
        {
            IsJson = false,
            Print = PrintText,
        }, value, format, depth, limit);
        return remote.Top(command);

        string Query(ParseResult parsed)
        {
            var (text, form) = (parsed.GetRequiredValue(value), parsed.GetRequiredValue(format));
            var query = $"q={Uri.EscapeDataString(text)}&format={Uri.EscapeDataString(form)}";
            if (parsed.GetValue(depth) is { } levels) query += $"&depth={Uri.EscapeDataString(levels)}";
            return parsed.GetValue(limit) is { } most ? $"{query}&limit={Uri.EscapeDataString(most)}" : query;
        }
    }

    private static async Task PrintText(HttpContent content, TextWriter output) =>
        await output.WriteLineAsync((await content.ReadAsStringAsync()).TrimEnd());
}
