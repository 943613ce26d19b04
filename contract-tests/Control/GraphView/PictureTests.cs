using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Emulation.Graphs.ThreatConnect;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.GraphView;

/// <summary>The layout and the drawing.</summary>
class PictureTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    [Test]
    public async Task Neither_labels_nor_shapes_overlap_in_pictures_of_fifty_nodes()
    {
        await using var running = await Shown.Demo();
        var centres = await CentresOf(running);

        foreach (var centre in centres)
        {
            foreach (var depth in new[] { 1, 2 })
            {
                var graph = await running.Get($"{Shown.Graph}?{centre}&depth={depth}&limit=50");
                var boxes = graph.Nodes().Select(BoxOf).ToArray();
                for (var i = 0; i < boxes.Length; i++)
                    for (var j = i + 1; j < boxes.Length; j++)
                        boxes[i].IntersectsWith(boxes[j]).Should().BeFalse($"{boxes[i]} and {boxes[j]} of {centre} are apart");
                var bounds = Rectangle(graph.GetProperty("bounds"));
                boxes.Should().OnlyContain(box => bounds.Contains(box));
            }
        }
    }

    [Test]
    public async Task The_same_graph_gives_the_same_picture()
    {
        await using var running = await Shown.Demo();
        await using var other = await Shown.Demo();

        var first = await running.Svg("q=Barley%20Glazier&depth=2&limit=120");

        (await running.Svg("q=Barley%20Glazier&depth=2&limit=120")).Should().Be(first);
        (await other.Svg("q=Barley%20Glazier&depth=2&limit=120")).Should().Be(first);
    }

    [Test]
    public async Task A_picture_has_every_node_and_link_of_the_positions()
    {
        await using var running = await Shown.Demo();
        const string Query = "q=Barley%20Glazier&depth=2";

        var graph = await running.Get($"{Shown.Graph}?{Query}");
        var svg = XDocument.Parse(await running.Svg(Query)).Root!;

        Keys(svg, "data-key").Should().BeEquivalentTo(graph.Nodes().Select(node => node.Text("key")));
        Keys(svg, "data-from").Should().HaveCount(graph.Links().Count());
        svg.Attribute("viewBox").Should().NotBeNull();
        svg.Descendants(s_svg + "script").Should().BeEmpty();
        svg.Descendants().Attributes().Select(attribute => attribute.Name.LocalName)
            .Should().NotContain(name => name.StartsWith("on") || name == "href");
    }

    [Test]
    public async Task Light_and_dark_follow_the_reader()
    {
        await using var running = await Shown.Demo();

        (await running.Svg("q=Barley%20Glazier")).Should().Contain("@media (prefers-color-scheme:dark)");
    }

    [TestCase("<script>alert(1)</script>")]
    [TestCase("\"><img src=x onerror=alert(1)>")]
    [TestCase("]]>&amp;&#x3C;script>")]
    [TestCase("one\u0001two\u0000three\uFFFEfour")]
    [TestCase("\uD800 alone")]
    [TestCase("\u202Egnp.exe\u2066")]
    public async Task A_name_with_markup_or_characters_that_xml_forbids_is_text(string name)
    {
        await using var running = await Running.InProcess("docs");
        running.World.Store.Write(graph => (graph.Add(new Group
        {
            Id = 77_000_000, Owner = 2, Type = GroupType.Adversary, Name = name, Added = 1, Modified = 1,
        }), 0));
        const string Query = "api=threatconnect&kind=group&id=77000000";

        var svg = XDocument.Parse(await running.Svg(Query)).Root!;
        var graph = await running.Get($"{Shown.Graph}?{Query}");

        svg.Descendants().Select(element => element.Name.LocalName)
            .Should().BeSubsetOf(["title", "style", "defs", "marker", "path", "rect", "g", "circle", "text"]);
        graph.Nodes().Single().Text("title").Should().NotContainAny("\u0001", "\u202E", "\u2066");
    }

    [Test]
    public async Task The_accept_header_or_the_format_chooses_between_picture_and_positions()
    {
        await using var running = await Running.InProcess("docs");

        (await TypeOf(running, "", "image/svg+xml")).Should().Be("image/svg+xml");
        (await TypeOf(running, "", "application/json")).Should().Be("application/json");
        (await TypeOf(running, "", "*/*")).Should().Be("application/json");
        (await TypeOf(running, "", "application/json;q=0.5, image/svg+xml")).Should().Be("image/svg+xml");
        (await TypeOf(running, "&format=svg", "application/json")).Should().Be("image/svg+xml");
        (await TypeOf(running, "&format=json", "image/svg+xml")).Should().Be("application/json");
    }

    private static async Task<string?> TypeOf(Running running, string query, string accept)
    {
        using var response = await running.Send("GET", $"{Shown.Graph}?q=example.org{query}", null, ("Accept", accept));
        response.Headers.Vary.Should().Equal("Accept");
        return response.Content.Headers.ContentType?.MediaType;
    }

    private static async Task<IReadOnlyList<string>> CentresOf(Running running)
    {
        var centres = new List<string>();
        foreach (var text in new[] { "a", "10", "e" })
        {
            var found = await running.Get($"{Shown.Graph}/search?q={text}&limit=20");
            centres.AddRange(found.GetProperty("results").EnumerateArray().Select(
                node => $"api={node.Text("api")}&kind={node.Text("kind")}&id={Shown.Escaped(node.Text("id"))}"));
        }
        return centres;
    }

    private static IEnumerable<string> Keys(XElement svg, string attribute) =>
        svg.Descendants().Select(element => element.Attribute(attribute)?.Value).OfType<string>();

    private static System.Drawing.Rectangle BoxOf(JsonElement node)
    {
        var half = node.Number("level") == 0 ? 18 : 12;
        var shape = new System.Drawing.Rectangle(node.Number("x") - half, node.Number("y") - half, 2 * half, 2 * half);
        return System.Drawing.Rectangle.Union(shape, Rectangle(node.GetProperty("labelBox")));
    }

    private static System.Drawing.Rectangle Rectangle(JsonElement box) =>
        new(box.Number("x"), box.Number("y"), box.Number("width"), box.Number("height"));
}
