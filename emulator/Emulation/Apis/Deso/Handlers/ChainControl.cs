using System.Text.Json;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Handlers;

/// <summary>Control routes that show and set the height of the chain, which determines block numbers and pending transactions.</summary>
static class ChainControl
{
    private const string Allowed = "Send {\"height\": N}, N being a whole number from 0 to 4294967294.";

    public static Reply Show(Call call) => Height(call.Graph, call.Now);

    public static Change Set(Call call)
    {
        JsonDocument body;
        try
        {
            JsonTexts.Check(call.Body);
            body = JsonDocument.Parse(call.Body);
        }
        catch (JsonException)
        {
            return Refuse(call, "The body is not JSON.", "");
        }
        using (body)
        {
            if (body.RootElement.ValueKind != JsonValueKind.Object) return Refuse(call, "The body is not an object.", "");
            foreach (var member in body.RootElement.EnumerateObject())
                if (member.Name != "height") return Refuse(call, $"The member \"{member.Name}\" is not known.", "/" + member.Name);
            if (!body.RootElement.TryGetProperty("height", out var height))
                return Refuse(call, "The member \"height\" is missing.", "/height");
            // The maximum is excluded, because a block must follow the tip.
            if (height.ValueKind != JsonValueKind.Number || !height.TryGetUInt32(out var number) || number == uint.MaxValue)
                return Refuse(call, "The height is out of range or no whole number.", "/height");
            var graph = Chain.WithHeight(call.Graph, number);
            return new Change(graph, Height(graph, call.Now));
        }
    }

    private static Reply Height(Graph graph, DateTimeOffset now) => new(200)
    {
        ContentType = "application/json",
        Bytes = JsonBody.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("height", Chain.HeightOf(graph, now));
            json.WriteEndObject();
        }),
    };

    private static Change Refuse(Call call, string detail, string pointer) =>
        new(call.Graph, Problem.Reply(400, "Not a chain", $"{detail} {Allowed}", pointer));
}
