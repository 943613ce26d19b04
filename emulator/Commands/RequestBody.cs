using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Emulation.Commands;

/// <summary>Request bodies from arguments and files. A file that cannot be opened is an <see cref="OptionError"/>.</summary>
static class RequestBody
{
    public const string Allowed = "JSON as it is, @FILE, or - for standard input";

    /// <summary>A small JSON object.</summary>
    public static HttpContent OfObject(Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return Json(new ByteArrayContent(buffer.ToArray()));
    }

    /// <summary>An argument in the form of <see cref="Allowed"/>.</summary>
    public static HttpContent OfArgument(string argument)
    {
        if (argument == "-") return Json(new StreamContent(Console.OpenStandardInput()));
        return argument.StartsWith('@') ? OfFile(argument[1..]) : Json(new ByteArrayContent(Encoding.UTF8.GetBytes(argument)));
    }

    public static HttpContent OfFile(string file) =>
        Json(new StreamContent(file == "-" ? Console.OpenStandardInput() : Opened(file, File.OpenRead)));

    public static Stream CreateFile(string file) => Opened(file, File.Create);

    private static HttpContent Json(HttpContent content)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static FileStream Opened(string file, Func<string, FileStream> open)
    {
        try
        {
            return open(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new OptionError($"{file}: cannot be opened ({fault.Message.ReplaceLineEndings(" ")})");
        }
    }
}
