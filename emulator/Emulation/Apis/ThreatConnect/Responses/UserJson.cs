using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Responses;

static class UserJson
{
    public static void Write(ref JsonWriter json, User user)
    {
        json.StartObject();
        WriteNames(ref json, user);
        json.EndObject();
    }

    /// <summary>The caller, for the route whoami.</summary>
    public static void WriteSelf(ref JsonWriter json, User user)
    {
        json.StartObject();
        WriteNames(ref json, user);
        json.OptionalText("pseudonym"u8, user.Pseudonym);
        json.OptionalText("role"u8, user.Role);
        json.EndObject();
    }

    private static void WriteNames(ref JsonWriter json, User user)
    {
        json.Text("userName"u8, user.UserName);
        json.Text("firstName"u8, user.FirstName);
        json.Text("lastName"u8, user.LastName);
    }
}
