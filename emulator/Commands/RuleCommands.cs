using System.CommandLine;
using System.Text.Json;

namespace Emulation.Commands;

/// <summary><c>fault</c> and <c>stub</c>: what makes answers differ from the API's own.</summary>
static class RuleCommands
{
    private const string Faults = "/_emulator/faults";
    private const string Mappings = "/__admin/mappings";

    public static Command Fault(Remote remote)
    {
        var rule = Remote.Value("RULE", $"the rule: {Bodies.Allowed}");
        var name = Remote.Value("NAME", "the rule's name");
        return remote.Group("fault", "Rules that make requests go wrong on purpose.",
            remote.Leaf("list", "Lists the rules.", _ => new Errand("GET", Faults)
            {
                Tell = Errand.List("faults", "there is no rule", ("RULE", Rule("name")), ("SEEN", Errand.Cell("seen")), ("STRIKES", Errand.Cell("strikes")), ("MATCH", Rule("match")), ("WHEN", Rule("when")), ("EFFECT", Rule("effect", "effects"))),
            }),
            remote.Leaf("add", "Adds a rule, or with {\"rules\":[…]} several.", parsed => new Errand("POST", Faults)
            {
                Body = Bodies.Given(parsed.GetRequiredValue(rule)),
                Tell = Errand.Say(added => $"added {string.Join(", ", Added(added).Select(Rule("name")))}"),
            }, rule),
            remote.Leaf("delete", "Deletes a rule.", parsed => new Errand("DELETE", $"{Faults}/{Remote.Escaped(parsed.GetRequiredValue(name))}")
            {
                Tell = Errand.Say($"deleted {parsed.GetValue(name)}"),
            }, name),
            remote.Leaf("clear", "Deletes every rule.", _ => new Errand("DELETE", Faults) { Tell = Errand.Say("there is no rule any more") }));
    }

    public static Command Stub(Remote remote)
    {
        var mapping = Remote.Value("MAPPING", $"a mapping in WireMock's dialect: {Bodies.Allowed}");
        return remote.Group("stub", "Answers over the APIs' own, in WireMock's dialect.",
            remote.Leaf("list", "Lists the stubs.", _ => new Errand("GET", Mappings)
            {
                Tell = Errand.List("mappings", "there is no stub", ("STUB", Errand.Cell("id")), ("METHOD", row => Request(row, "method")), ("URL", row => Request(row, "url", "urlPath", "urlPattern", "urlPathPattern"))),
            }),
            remote.Leaf("add", "Adds a stub.", parsed => new Errand("POST", Mappings)
            {
                Body = Bodies.Given(parsed.GetRequiredValue(mapping)),
                Tell = Errand.Say(added => $"added {Errand.Text(added, "id")}"),
            }, mapping),
            remote.Leaf("reset", "Back to the stubs that the instance was started with.", _ => new Errand("POST", Mappings + "/reset") { Tell = Errand.Say("the stubs are those of the start") }));
    }

    private static IEnumerable<JsonElement> Added(JsonElement added) => Errand.Member(added, "faults") is { } many ? many.EnumerateArray() : [added];

    /// <summary>A rule's first member of these that it has.</summary>
    private static Func<JsonElement, string> Rule(params string[] members) => row =>
        Errand.Member(row, "rule") is { } rule ? First(rule, members) : "";

    private static string Request(JsonElement mapping, params string[] members) =>
        Errand.Member(mapping, "request") is { } request && First(request, members) is { Length: > 0 } text ? text : "any";

    private static string First(JsonElement element, string[] members) =>
        members.Select(member => Errand.Text(element, member)).FirstOrDefault(text => text.Length > 0, "");
}
