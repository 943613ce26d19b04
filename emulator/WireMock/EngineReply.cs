using System.Buffers;
using System.Text;
using Emulation.Http;
using JsonConverter.Newtonsoft.Json;
using WireMock.Admin.Requests;

namespace Emulation.WireMocks;

/// <summary>What WireMock.Net answered, as a reply of the emulator.</summary>
static class EngineReply
{
    private const string Date = "Date";
    private const int LeastStatus = 200;
    private const int MostStatus = 999;

    private static readonly SearchValues<char> s_token =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly string[] s_framing = ["Connection", "Content-Length", "Content-Type", "Transfer-Encoding"];

    public static Reply Of(HttpResponse response, MemoryStream body)
    {
        var hasBody = response.StatusCode is not (204 or 205 or 304);
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var (name, values) in response.Headers)
        {
            if (s_framing.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            // The first date is the machine's, which the engine writes before the headers of the mapping.
            var own = string.Equals(name, Date, StringComparison.OrdinalIgnoreCase) ? values.Skip(1) : values;
            foreach (var value in own) headers.Add(new(name, value ?? ""));
        }
        return new Reply(response.StatusCode)
        {
            ContentType = response.ContentType,
            Headers = headers,
            Bytes = hasBody ? body.GetBuffer().AsMemory(0, (int)body.Length) : default,
            // A mapping without a body may name the length that it would have.
            AnnouncedLength = response.ContentLength,
        };
    }

    /// <summary>The body of an answer with a fault that does not strike.</summary>
    public static ReadOnlyMemory<byte> Undistorted(LogResponseModel answer, WorldFiles files)
    {
        if (answer.BodyAsBytes is { } bytes) return bytes;
        if (answer.BodyAsFile is { } file) return files.ReadResponseBodyAsFile(file);
        var text = answer.BodyAsJson is { } json ? new NewtonsoftJsonConverter().Serialize(json) : answer.Body ?? "";
        return (answer.BodyEncoding is { } encoding ? Encoding.GetEncoding(encoding.CodePage) : Encoding.UTF8).GetBytes(text);
    }

    /// <summary>Why the web server could not send it; null when it can.</summary>
    public static string? Fault(Reply reply)
    {
        if (reply.Status is < LeastStatus or > MostStatus) return $"the status {reply.Status} is not one of {LeastStatus} to {MostStatus}";
        if (reply.ContentType is { } type && !IsValue(type)) return "its Content-Type has a character that is not allowed in a header";
        foreach (var (name, value) in reply.Headers)
        {
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(s_token)) return $"'{name}' is not the name of a header";
            if (!IsValue(value)) return $"the header {name} has a character that is not allowed in a header";
        }
        return null;
    }

    private static bool IsValue(string value) => value.All(character => character is '\t' or (>= ' ' and <= '~'));
}
