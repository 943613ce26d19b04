using System.Net;
using System.Text;
using System.Text.Json;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Journals;

/// <summary>What a tester does with a running emulator's journal.</summary>
static class Journalled
{
    public const string Token = "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=";

    public static Task<Running> Start() => Running.OnKestrel("docs");

    /// <summary>Asks an API, with the default token.</summary>
    public static async Task<HttpStatusCode> Ask(
        this Running emulator, string target, string method = "GET", string? body = null, params (string Name, string Value)[] headers)
    {
        using var response = await emulator.Send(
            method,
            target,
            body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
            [("Authorization", Token), .. headers]);
        return response.StatusCode;
    }

    public static async Task<JsonElement> Json(this Running emulator, string target, string method = "GET", string? body = null)
    {
        using var response = await emulator.Send(method, target, body is null ? null : new StringContent(body));
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.Should().BeTrue(text);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    public static async Task<List<JsonElement>> Requests(this Running emulator, string query = "") =>
        [.. (await emulator.Json("/_emulator/requests" + query)).GetProperty("requests").EnumerateArray()];

    public static async Task<int> Count(this Running emulator, string pattern) =>
        (await emulator.Json("/__admin/requests/count", "POST", pattern)).GetProperty("count").GetInt32();

    public static string Text(this JsonElement element, params string[] path) =>
        path.Aggregate(element, (inner, name) => inner.GetProperty(name)).ToString();
}
