using System.Net.Http.Headers;
using System.Text;

namespace Emulation.Commands;

/// <summary>What commands read and write on this machine; what cannot be is an <see cref="OptionError"/> that names the file.</summary>
static class Files
{
    public const string Allowed = "JSON as it is, @FILE, or - for standard input";

    /// <summary>A body given on the command line.</summary>
    public static HttpContent Body(string given)
    {
        if (given == "-") return Json(new StreamContent(Console.OpenStandardInput()));
        return given.StartsWith('@') ? Upload(given[1..]) : Json(new ByteArrayContent(Encoding.UTF8.GetBytes(given)));
    }

    public static HttpContent Upload(string file) => Json(new StreamContent(file == "-" ? Console.OpenStandardInput() : Guarded(file, File.OpenRead)));

    public static HttpContent Json(HttpContent content)
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
