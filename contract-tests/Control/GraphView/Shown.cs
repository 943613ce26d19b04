using System.Text.Json;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.GraphView;

/// <summary>Requests to the routes that show the graph.</summary>
static class Shown
{
    public const string Graph = "/_emulator/graph";

    public static Task<Running> Demo() => Running.InProcess("demo");

    public static async Task<JsonElement> Get(this Running running, string target)
    {
        using var response = await running.Send("GET", target);
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).Should().Be(200, $"{target} answered {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public static async Task<string> Svg(this Running running, string query)
    {
        using var response = await running.Send("GET", $"{Graph}?{query}", null, ("Accept", "image/svg+xml"));
        response.Content.Headers.ContentType!.MediaType.Should().Be("image/svg+xml");
        return await response.Content.ReadAsStringAsync();
    }

    public static async Task<int> Status(this Running running, string target)
    {
        using var response = await running.Send("GET", target);
        return (int)response.StatusCode;
    }

    public static IEnumerable<JsonElement> Nodes(this JsonElement graph) => graph.GetProperty("nodes").EnumerateArray();

    public static IEnumerable<JsonElement> Links(this JsonElement graph) => graph.GetProperty("links").EnumerateArray();

    public static string Text(this JsonElement element, string member) => element.GetProperty(member).GetString()!;

    public static int Number(this JsonElement element, string member) => element.GetProperty(member).GetInt32();

    public static string Escaped(string text) => Uri.EscapeDataString(text);
}
