using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Emulation.Commands;

/// <summary>What commands send, and the files of this machine; one that cannot be opened is an <see cref="OptionError"/> that names it.</summary>
static class Bodies
{
    public const string Allowed = "JSON as it is, @FILE, or - for standard input";

    /// <summary>A small JSON object.</summary>
    public static HttpContent Object(Action<Utf8JsonWriter> members)
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

    /// <summary>What is given on the command line, in words or as a file.</summary>
    public static HttpContent Given(string given)
    {
        if (given == "-") return Json(new StreamContent(Console.OpenStandardInput()));
        return given.StartsWith('@') ? Upload(given[1..]) : Json(new ByteArrayContent(Encoding.UTF8.GetBytes(given)));
    }

    public static HttpContent Upload(string file) => Json(new StreamContent(file == "-" ? Console.OpenStandardInput() : Guarded(file, File.OpenRead)));

    private static HttpContent Json(HttpContent content)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    public static Stream Create(string file) => Guarded(file, File.Create);

    private static FileStream Guarded(string file, Func<string, FileStream> open)
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
