using System.Net;

namespace Emulation.Tests.Browser;

/// <summary>A client of ThreatConnect, which the pages watch.</summary>
static class Client
{
    public static (string Name, string Value) Authorization => ("Authorization", "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=");

    /// <summary>The status of an answer to a request in a world.</summary>
    public static async Task<HttpStatusCode> Get(Running running, string target, string world = "default")
    {
        using var response = await running.Send("GET", target, null, Authorization, ("X-Emulator-World", world));
        return response.StatusCode;
    }

    /// <summary>The body of an answer to a request in a world.</summary>
    public static async Task<string> Read(Running running, string target, string world = "default")
    {
        using var response = await running.Send("GET", target, null, Authorization, ("X-Emulator-World", world));
        return await response.Content.ReadAsStringAsync();
    }
}
