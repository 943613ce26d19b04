using System.Globalization;
using Emulation.Http;

namespace Emulation.Control.Metrics;

/// <summary>
/// <c>GET /_emulator/metrics</c>: the process's requests and the sizes of its worlds for Prometheus, by the names that OpenTelemetry's
/// metrics have in this format.
/// </summary>
static class MetricsRows
{
    private const string Duration = "http_server_request_duration_seconds";
    private const string Nodes = "emulator_graph_nodes";
    private const string Links = "emulator_graph_links";

    public static IReadOnlyList<Route> All(Worlds worlds, RequestTotals requests) =>
        [ControlRow.Query("GET", "/metrics", "metrics", _ => Show(worlds, requests))];

    private static Reply Show(Worlds worlds, RequestTotals requests)
    {
        var text = new MetricsText();
        WriteRequests(text, requests);
        WriteWorlds(text, worlds.All);
        return new(200) { ContentType = MetricsText.ContentType, Bytes = text.ToBytes() };
    }

    private static void WriteRequests(MetricsText text, RequestTotals requests)
    {
        text.Begin(
            Duration, "summary",
            "Requests to the emulated APIs since the start, in all worlds. http_route is empty where no route has path and method.");
        var routes = requests.All
            .OrderBy(one => one.Api, StringComparer.Ordinal)
            .ThenBy(one => one.Route?.Path, StringComparer.Ordinal)
            .ThenBy(one => one.Route?.Method, StringComparer.Ordinal);
        foreach (var route in routes)
        {
            foreach (var total in route.Statuses.OrderBy(one => one.Status))
            {
                ReadOnlySpan<(string, string)> labels =
                [
                    ("emulator_api", route.Api),
                    ("http_request_method", route.Route?.Method ?? ""),
                    ("http_route", route.Route?.Path ?? ""),
                    ("http_response_status_code", total.Status.ToString(CultureInfo.InvariantCulture)),
                ];
                text.Sample($"{Duration}_sum", total.Duration.TotalSeconds, labels);
                text.Sample($"{Duration}_count", total.Requests, labels);
            }
        }
    }

    private static void WriteWorlds(MetricsText text, IReadOnlyList<World> worlds)
    {
        text.Begin("emulator_worlds", "gauge", "Worlds of the process.");
        text.Sample("emulator_worlds", worlds.Count);
        var graphs = worlds.Select(world => (world.Name, Graph: world.Store.Current)).ToList();
        text.Begin(Nodes, "gauge", "Nodes of each world's graph.");
        foreach (var (world, graph) in graphs) text.Sample(Nodes, graph.NodeCount, ("emulator_world", world));
        text.Begin(Links, "gauge", "Links of each world's graph.");
        foreach (var (world, graph) in graphs) text.Sample(Links, graph.LinkCount, ("emulator_world", world));
    }
}
