using System.Text;

namespace Emulation.Http;

/// <summary>
/// A request target: as it was sent, and its path split at each literal slash with every segment decoded once
/// (<c>%2F</c> stays inside its segment, <c>+</c> is a plus). A world's prefix and the empty segment of a trailing slash are kept apart.
/// </summary>
sealed class Target
{
    private const string WorldPrefix = "/worlds/";

    private Target(string raw, string path, string query, string? world, string[]? segments)
    {
        (Raw, Path, RawQuery, World) = (raw, path, query, world);
        Malformed = segments is null;
        Segments = segments ?? [];
    }

    /// <summary>Path and query exactly as sent, in origin form; what a signature covers.</summary>
    public string Raw { get; }

    /// <summary>The path as sent, without the world's prefix.</summary>
    public string Path { get; }

    /// <summary>The query string as sent, without its question mark; empty when there is none.</summary>
    public string RawQuery { get; }

    /// <summary>The world named by the path's prefix, decoded; null without one.</summary>
    public string? World { get; }

    /// <summary>The prefix that a redirect has to keep; empty without a world.</summary>
    public string Prefix
    {
        get
        {
            if (World is null) return "";
            var query = RawQuery.Length == 0 && !Raw.EndsWith('?') ? 0 : RawQuery.Length + 1;
            return Raw[..(Raw.Length - Path.Length - query)];
        }
    }

    /// <summary>The decoded segments; a trailing slash leaves an empty last one, <c>/</c> is one empty segment.</summary>
    public string[] Segments { get; }

    /// <summary>A percent sign in the path is not followed by two hexadecimal digits.</summary>
    public bool Malformed { get; }

    public static Target Parse(string raw)
    {
        raw = OriginForm(raw);
        var mark = raw.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? raw : raw[..mark];
        var query = mark < 0 ? "" : raw[(mark + 1)..];
        string? world = null;
        if (path.StartsWith(WorldPrefix, StringComparison.Ordinal))
        {
            var end = path.IndexOf('/', WorldPrefix.Length);
            if (end < 0) end = path.Length;
            world = Decode(path.AsSpan(WorldPrefix.Length, end - WorldPrefix.Length)) ?? "";
            path = end == path.Length ? "/" : path[end..];
        }
        return new Target(raw, path, query, world, Split(path));
    }

    /// <summary>Decodes percent escapes as UTF-8; null when one is cut or not hexadecimal.</summary>
    public static string? Decode(ReadOnlySpan<char> text)
    {
        if (!text.Contains('%')) return text.ToString();
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                var run = text[i..];
                var next = run.IndexOf('%');
                if (next > 0) run = run[..next];
                length += Encoding.UTF8.GetBytes(run, bytes.AsSpan(length));
                i += run.Length - 1;
                continue;
            }
            if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2])) return null;
            bytes[length++] = (byte)((Convert.FromHexString(text.Slice(i + 1, 2)))[0]);
            i += 2;
        }
        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static string OriginForm(string raw)
    {
        if (raw.Length == 0 || raw[0] == '/') return raw.Length == 0 ? "/" : raw;
        var scheme = raw.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0) return "/" + raw;
        var path = raw.IndexOfAny(['/', '?'], scheme + 3);
        if (path < 0) return "/";
        return raw[path] == '/' ? raw[path..] : "/" + raw[path..];
    }

    private static string[]? Split(string path)
    {
        var count = 0;
        foreach (var character in path)
            if (character == '/') count++;
        var segments = new string[count];
        var rest = path.AsSpan(1);
        for (var i = 0; i < count; i++)
        {
            var end = rest.IndexOf('/');
            var segment = end < 0 ? rest : rest[..end];
            if (Decode(segment) is not { } decoded) return null;
            segments[i] = decoded;
            rest = end < 0 ? [] : rest[(end + 1)..];
        }
        return segments;
    }
}
