using System.Text;
using Emulation.Recordings.Format;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Tests.Recordings;

/// <summary>Exchanges as a proxy captures them.</summary>
static class Captured
{
    public static readonly DateTimeOffset Noon = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public static CapturedExchange Get(string target, string answer = "{}", int status = 200) => new()
    {
        At = Noon,
        Duration = TimeSpan.FromMilliseconds(3),
        Method = "GET",
        Target = target,
        RequestHeaders = [],
        RequestBody = CapturedBody.None,
        Status = status,
        ResponseHeaders = [new("Content-Type", "application/json")],
        ResponseBody = Body(answer),
    };

    public static CapturedExchange Post(string target, string body, string type = "application/json", string answer = "{}") =>
        Get(target, answer) with { Method = "POST", RequestHeaders = [new("Content-Type", type)], RequestBody = Body(body) };

    public static CapturedBody Body(string text) => Body(Encoding.UTF8.GetBytes(text));

    public static CapturedBody Body(byte[] bytes) => new(bytes, bytes.Length);

    public static CapturedExchange WithRequestHeader(this CapturedExchange exchange, string name, string value) =>
        exchange with { RequestHeaders = [.. exchange.RequestHeaders, new RecordedHeader(name, value)] };

    public static CapturedExchange WithResponseHeader(this CapturedExchange exchange, string name, string value) =>
        exchange with { ResponseHeaders = [.. exchange.ResponseHeaders, new RecordedHeader(name, value)] };
}
