using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.GraphView;

/// <summary>Requests that name nothing, or too much; and the node as its API shows it.</summary>
partial class GraphRequestTests
{
    [TestCase("/_emulator/graph", 400)]
    [TestCase("/_emulator/graph?id=1", 400)]
    [TestCase("/_emulator/graph?q=x&id=1&api=deso", 400)]
    [TestCase("/_emulator/graph?api=other&id=1", 400)]
    [TestCase("/_emulator/graph?api=deso&id=1&kind=group2", 400)]
    [TestCase("/_emulator/graph?q=example.org&depth=0", 400)]
    [TestCase("/_emulator/graph?q=example.org&depth=4", 400)]
    [TestCase("/_emulator/graph?q=example.org&limit=251", 400)]
    [TestCase("/_emulator/graph?q=example.org&limit=-1", 400)]
    [TestCase("/_emulator/graph?q=example.org&kinds=deso:group", 400)]
    [TestCase("/_emulator/graph?q=example.org&apis=deso,x", 400)]
    [TestCase("/_emulator/graph?q=example.org&format=png", 400)]
    [TestCase("/_emulator/graph?q=example.org&colour=red", 400)]
    [TestCase("/_emulator/graph?q=%20", 400)]
    [TestCase("/_emulator/graph/search", 400)]
    [TestCase("/_emulator/graph/search?q=", 400)]
    [TestCase("/_emulator/graph/search?q=x&limit=101", 400)]
    [TestCase("/_emulator/graph?api=threatconnect&id=404404", 404)]
    [TestCase("/_emulator/graph?api=threatconnect&kind=tag&id=2", 404)]
    [TestCase("/_emulator/graph?api=deso&kind=post&id=zz", 404)]
    [TestCase("/_emulator/graph?q=no-such-value.example", 404)]
    [TestCase("/_emulator/graph/node?api=threatwinds&id=domain-1", 404)]
    [TestCase("/_emulator/graph?q=example.org&world=not-there", 404)]
    public async Task A_wrong_request_is_refused_with_problem_details(string target, int status)
    {
        await using var plane = await Plane.With();

        (await plane.Ask("GET", target)).ShouldRefuse(status);
    }

    [Test]
    public async Task A_text_of_more_than_a_thousand_characters_is_refused()
    {
        await using var plane = await Plane.With();

        (await plane.Ask("GET", $"/_emulator/graph/search?q={new string('a', 1001)}")).ShouldRefuse(400);
    }

    [Test]
    public async Task The_parameter_world_names_a_world_and_creates_none()
    {
        await using var plane = await Plane.With();
        await plane.Mark("only-in-a", "a");

        (await plane.Do("GET", "/_emulator/graph/search?q=only-in-a&world=a")).GetProperty("total").GetInt32().Should().Be(1);
        (await plane.Do("GET", "/_emulator/graph/search?q=only-in-a")).GetProperty("total").GetInt32().Should().Be(0);
        (await plane.Ask("GET", "/_emulator/graph/search?q=x&world=b")).ShouldRefuse(404);
        (await plane.Ask("GET", "/_emulator/worlds/b")).ShouldRefuse(404);
    }

    [TestCase("barley")]
    [TestCase("gateway")]
    [TestCase("1000")]
    [TestCase("Arely")]
    [TestCase("malware")]
    public async Task The_answer_of_a_node_is_what_its_api_answers_to_the_request_given(string text)
    {
        await using var running = await Shown.Demo();
        var found = (await running.Get($"{Shown.Graph}/search?q={text}&limit=40")).GetProperty("results").EnumerateArray().ToArray();

        foreach (var node in found)
        {
            var shown = await running.Get(
                $"{Shown.Graph}/node?api={node.Text("api")}&kind={node.Text("kind")}&id={Shown.Escaped(node.Text("id"))}");
            var request = shown.GetProperty("request");
            if (request.ValueKind == JsonValueKind.Null) continue;
            var body = request.GetProperty("body").GetString();
            using var content = body is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            using var response = await running.Send(request.Text("method"), request.Text("target"), content, HeadersOf(shown.Text("curl")));

            var answer = shown.GetProperty("answer");
            answer.Number("status").Should().Be((int)response.StatusCode).And.BeOneOf(200, 202);
            var sent = (await response.Content.ReadAsStringAsync()).TrimEnd();
            answer.GetProperty("body").GetRawText().Should().Be(sent, $"{node.Text("key")} is shown as the API shows it");
            shown.Text("curl").Should().Contain(request.Text("target"));
        }
    }

    [Test]
    public async Task Looking_at_nodes_leaves_no_trace_in_the_journal()
    {
        await using var running = await Shown.Demo();

        await running.Get($"{Shown.Graph}/node?api=threatconnect&kind=group&id=1000000");
        await running.Get($"{Shown.Graph}?q=barley");

        (await running.Get("/_emulator/requests")).Number("total").Should().Be(0);
    }

    [Test]
    public async Task Random_parameters_are_answered_or_refused_and_never_a_bug()
    {
        await using var running = await Shown.Demo();
        var random = new Random(17);
        string[] names = ["api", "kind", "id", "q", "depth", "limit", "kinds", "apis", "format", "legend", "world", "x"];
        string[] values =
        [
            "threatconnect", "threatwinds", "deso", "group", "indicator", "entity", "post", "tag", "1000000", "10000004", "1", "2", "3", "50",
            "deso:post", "svg", "json", "off", "default", "barley", "", "%00", "%ff", "2:malware", ":", "-1", "99999999999999999999", "é",
            "%F0%9F%94%A5", "%22%3Cscript%3E", "tBCKXFJEDSF7Thcc6BUBcB6kicE5qzmLbAtvFf9LfKSXN4LwFt36oX",
        ];
        string[] paths = ["", "/search", "/node", "/kinds"];

        for (var i = 0; i < 600; i++)
        {
            var query = string.Join('&', Enumerable.Range(0, random.Next(5)).Select(_ =>
                $"{names[random.Next(names.Length)]}={values[random.Next(values.Length)]}"));
            var target = $"{Shown.Graph}{paths[random.Next(paths.Length)]}?{query}";

            (await running.Status(target)).Should().BeOneOf([200, 400, 404], target);
        }
    }

    private static (string, string)[] HeadersOf(string curl) =>
        [.. HeaderArgument().Matches(curl).Select(header => (header.Groups["name"].Value, header.Groups["value"].Value))];

    [GeneratedRegex("-H '(?<name>[^:']+): (?<value>[^']*)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HeaderArgument();
}
