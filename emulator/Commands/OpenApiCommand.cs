using System.Buffers;
using System.CommandLine;
using System.Text;
using Emulation.Control.OpenApi;
using Emulation.Http.Json;

namespace Emulation.Commands;

/// <summary><c>openapi</c>: the OpenAPI document of an API, without a server.</summary>
static class OpenApiCommand
{
    public static Command OpenApi(Settings settings)
    {
        var name = new Argument<string>("API") { Description = "threatconnect, deso, threatwinds or control" };
        const string Text = "Prints the OpenAPI 3.1 document of an API, as GET /_emulator/openapi/API.json serves it.";
        var command = new Command("openapi", Text) { name };
        command.SetAction(parsed =>
            Print(settings.Read(parsed), parsed.GetRequiredValue(name), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static void Print(EmulatorOptions options, string name, TextWriter output)
    {
        var apis = ApiList.Of(options, Emulator.NoWorlds()).Where(api => api.Describe() is not null).ToArray();
        var origin = options.Urls.Count > 0 ? options.Urls[0].TrimEnd('/') : "http://127.0.0.1:5010";
        var write = OpenApiRows.Find(apis, name, ProductVersion.Text, origin, worldPrefix: "")
            ?? throw new OptionError($"{name} is not an API; give one of {string.Join(", ", apis.Select(api => api.Name))}");
        var buffer = new ArrayBufferWriter<byte>();
        JsonBody.Write(buffer, write);
        output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
