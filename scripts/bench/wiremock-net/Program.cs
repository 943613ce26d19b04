// WireMock.Net as its users start it: wiremock-net PORT FILE default|1000|0, where FILE has a line per mapping: path, tab, body.
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

var settings = new WireMockServerSettings { Urls = [$"http://127.0.0.1:{args[0]}"] };
if (int.TryParse(args[2], out var entries)) settings.MaxRequestLogCount = entries;
using var server = WireMockServer.Start(settings);
foreach (var line in File.ReadLines(args[1]))
{
    var (path, body) = line.Split('\t') is [var first, var second] ? (first, second) : throw new FormatException(line);
    server.Given(Request.Create().WithPath(path).UsingGet())
        .RespondWith(Response.Create().WithStatusCode(200).WithHeader("Content-Type", "application/json").WithBody(body));
}
server.Given(Request.Create().WithPath("/ready").UsingGet()).RespondWith(Response.Create().WithStatusCode(200));
await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
