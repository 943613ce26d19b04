using System.Text;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Requests.Batch;

/// <summary>One part of a multipart body.</summary>
sealed record Part(string Name, string? Encoding, ReadOnlyMemory<byte> Bytes);

/// <summary>Reads multipart/form-data, with and without file names: tcex sends both parts as files, threatconnect-java as fields.</summary>
static class Multipart
{
    private const int MaxHeadLength = 8192;

    public static bool Is(string? contentType) =>
        contentType?.TrimStart().StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The parts; null when the body is malformed.</summary>
    public static IReadOnlyList<Part>? Read(ReadOnlyMemory<byte> body, string contentType)
    {
        if (Parameter(contentType, "boundary") is not { Length: > 0 } boundary) return null;
        var dash = Encoding.ASCII.GetBytes("--" + boundary);
        var at = body.Span.IndexOf(dash);
        if (at < 0) return null;
        var rest = body[(at + dash.Length)..];
        byte[] delimiter = [.. "\r\n"u8, .. dash];
        var parts = new List<Part>();
        while (!rest.Span.StartsWith("--"u8))
        {
            var line = rest.Span.IndexOf("\r\n"u8);
            if (line < 0) return null;
            rest = rest[line..];
            var head = rest.Span[..Math.Min(rest.Length, MaxHeadLength)].IndexOf("\r\n\r\n"u8);
            var end = head < 0 ? -1 : rest.Span[(head + 2)..].IndexOf(delimiter);
            if (end < 0) return null;
            var bytes = end < 2 ? default : rest.Slice(head + 4, end - 2);
            parts.Add(PartOf(Encoding.UTF8.GetString(rest.Span[..head]), bytes));
            rest = rest[(head + 2 + end + delimiter.Length)..];
        }
        return parts;
    }

    private static Part PartOf(string head, ReadOnlyMemory<byte> bytes)
    {
        string? Header(string name) =>
            head.Split("\r\n").Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
                .Select(line => line[(name.Length + 1)..].Trim()).FirstOrDefault();
        return new Part(Parameter(Header("Content-Disposition") ?? "", "name") ?? "", Header("Content-Encoding"), bytes);
    }

    private static string? Parameter(string header, string name)
    {
        foreach (var piece in header.Split(';').Skip(1))
        {
            var equals = piece.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && string.Equals(piece[..equals].Trim(), name, StringComparison.OrdinalIgnoreCase))
                return piece[(equals + 1)..].Trim().Trim('"');
        }
        return null;
    }
}
