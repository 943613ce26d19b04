using System.Text;
using System.Text.Json;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Stubs;

/// <summary>WireMock's admin API, called as its clients call it.</summary>
static class AdminCalls
{
    public static Task<HttpResponseMessage> Admin(this Running emulator, string method, string path, string body = "", string world = "") =>
        emulator.Send(
            method, $"{world}/__admin{path}", body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json"));

    public static async Task<JsonElement> Json(this HttpResponseMessage answer)
    {
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    /// <summary>Makes a stub; gives the answer.</summary>
    public static async Task<JsonElement> Stub(this Running emulator, string mapping, string world = "")
    {
        using var answer = await emulator.Admin("POST", "/mappings", mapping, world);
        ((int)answer.StatusCode).Should().Be(201, await answer.Content.ReadAsStringAsync());
        return await answer.Json();
    }

    public static async Task<IReadOnlyList<JsonElement>> Mappings(this Running emulator, string world = "")
    {
        using var answer = await emulator.Admin("GET", "/mappings", world: world);
        return [.. (await answer.Json()).GetProperty("mappings").EnumerateArray()];
    }

    /// <summary>Status and body of a request.</summary>
    public static async Task<string> Ask(this Running emulator, string target, string method = "GET", string body = "")
    {
        using var answer = await emulator.Send(method, target, body.Length == 0 ? null : new StringContent(body, Encoding.UTF8));
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }
}
