using System.CommandLine;
using System.Text.Json;

namespace Emulation.Commands;

/// <summary><c>fault</c> and <c>stub</c>: rules that change the APIs' responses.</summary>
static class RuleCommands
{
    private const string Faults = "/_emulator/faults";
    private const string Mappings = "/__admin/mappings";

    public static Command Fault(Remote remote)
    {
        var rule = Remote.Argument("RULE", $"the rule: {RequestBody.Allowed}");
        var name = Remote.Argument("NAME", "the rule's name");
        return remote.Group("fault", "Rules that make requests fail on purpose.",
            remote.Leaf("list", "Lists the rules.", _ => new("GET", Faults) { Print = PrintRules }),
            remote.Leaf("add", "Adds a rule, or with {\"rules\":[…]} several.", parsed => new("POST", Faults)
            {
                Body = RequestBody.OfArgument(parsed.GetRequiredValue(rule)),
                Print = ControlRequest.Sentence(added => $"added {string.Join(", ", Added(added).Select(RuleMember("name")))}"),
            }, rule),
            remote.Leaf("delete", "Deletes a rule.", parsed => DeleteRule(parsed.GetRequiredValue(name)), name),
            remote.Leaf("clear", "Deletes every rule.", _ => new("DELETE", Faults)
            {
                Print = ControlRequest.Sentence("every rule is deleted"),
            }));
    }

    public static Command Stub(Remote remote)
    {
        var mapping = Remote.Argument("MAPPING", $"a mapping in WireMock's format: {RequestBody.Allowed}");
        return remote.Group("stub", "Responses that replace the APIs' own, in WireMock's format.",
            remote.Leaf("list", "Lists the stubs.", _ => new("GET", Mappings) { Print = PrintStubs }),
            remote.Leaf("add", "Adds a stub.", parsed => new("POST", Mappings)
            {
                Body = RequestBody.OfArgument(parsed.GetRequiredValue(mapping)),
                Print = ControlRequest.Sentence(added => $"added {ControlRequest.Text(added, "id")}"),
            }, mapping),
            remote.Leaf("reset", "Back to the stubs that the instance was started with.", _ => new("POST", Mappings + "/reset")
            {
                Print = ControlRequest.Sentence("the stubs are those of the start"),
            }));
    }

    private static Func<HttpContent, TextWriter, Task> PrintRules { get; } = ControlRequest.Table("faults", "there is no rule",
        ("RULE", RuleMember("name")),
        ("SEEN", ControlRequest.Cell("seen")),
        ("STRIKES", ControlRequest.Cell("strikes")),
        ("MATCH", RuleMember("match")),
        ("WHEN", RuleMember("when")),
        ("EFFECT", RuleMember("effect", "effects")));

    private static Func<HttpContent, TextWriter, Task> PrintStubs { get; } = ControlRequest.Table("mappings", "there is no stub",
        ("STUB", ControlRequest.Cell("id")),
        ("METHOD", mapping => RequestMember(mapping, "method")),
        ("URL", mapping => RequestMember(mapping, "url", "urlPath", "urlPattern", "urlPathPattern")));

    private static ControlRequest DeleteRule(string name) =>
        new("DELETE", $"{Faults}/{Uri.EscapeDataString(name)}") { Print = ControlRequest.Sentence($"deleted {name}") };

    private static IEnumerable<JsonElement> Added(JsonElement added) =>
        ControlRequest.Member(added, "faults") is { } many ? many.EnumerateArray() : [added];

    /// <summary>The first of these members that the rule has.</summary>
    private static Func<JsonElement, string> RuleMember(params string[] members) => row =>
        ControlRequest.Member(row, "rule") is { } rule ? First(rule, members) : "";

    private static string RequestMember(JsonElement mapping, params string[] members) =>
        ControlRequest.Member(mapping, "request") is { } request && First(request, members) is { Length: > 0 } text ? text : "any";

    private static string First(JsonElement element, string[] members) =>
        members.Select(member => ControlRequest.Text(element, member)).FirstOrDefault(text => text.Length > 0, "");
}
