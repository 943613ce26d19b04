using System.Text;
using System.Text.RegularExpressions;
using Emulation.Http;
using Emulation.Tests.Support;

namespace Emulation.Tests.Fuzz;

/// <summary>The JSON parser accepts texts that are not Unicode and fails when they are read; no route may fail on that.</summary>
public partial class InvalidTextTests
{
    private static readonly (string Header, string Value)[] s_credentials =
    [
        ("Authorization", "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I="), ("api-key", "emulator-key"), ("api-secret", "emulator-secret"),
    ];

    private static readonly byte[][] s_bodies =
    [
        [.. "{\""u8, 0xBF, .. "\":1}"u8],
        [.. "{\"name\":\""u8, 0xC3, 0x28, .. "\"}"u8],
        [.. "[\""u8, 0xFF, .. "\"]"u8],
        [.. "{\"\\ud800\":\"\\udc00\"}"u8],
    ];

    [Test]
    public async Task Texts_that_are_not_Unicode_are_a_bug_on_no_route()
    {
        await using var emulator = await Running.InProcess("docs");
        var job = Json("""{"haltOnError":"false","action":"Create","owner":"Example Org"}"""u8.ToArray());
        var created = await emulator.Send("POST", "/v2/batch", job, s_credentials[0]);
        var batch = BatchId().Match(await created.Content.ReadAsStringAsync()).Groups["id"].Value;
        created.Dispose();
        foreach (var route in emulator.Apis.SelectMany(api => api.Routes.Concat(api.Controls)).Where(HasBody))
        {
            var target = Parameter().Replace(route.Path, route.Path.Contains("batch", StringComparison.Ordinal) ? batch : "1");
            foreach (var body in s_bodies)
            {
                using var answer = await emulator.Send(route.Method, target, Json(body), s_credentials);
                emulator.Log.ToString().Should().NotContain("bug in", $"{route.Method} {target} got {Encoding.Latin1.GetString(body)}");
            }
        }
    }

    private static bool HasBody(Route route) => route.Served && route.Method is "POST" or "PUT";

    private static ByteArrayContent Json(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        return content;
    }

    [GeneratedRegex("{[^}]*}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("\"batchId\":(?<id>[0-9]+)", RegexOptions.None, 1000)]
    private static partial Regex BatchId();
}
