using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Faults;

/// <summary>Reads the headers in rules: an object of names and values.</summary>
static class FaultHeaders
{
    private const string Tokens = "!#$%&'*+-.^_`|~";

    // Headers that the server sets itself, and Content-Type, which has its own effect.
    private static readonly string[] s_reserved = ["Connection", "Content-Length", "Content-Type", "Date", "Transfer-Encoding"];

    /// <summary>Headers that a request must have.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> ReadRequestHeaders(Members headers)
    {
        var read = new List<KeyValuePair<string, string>>();
        foreach (var (name, value, _) in headers.All())
        {
            if (!IsName(name)) headers.Wrong(name, "is not the name of a header");
            else if (value.ValueKind != JsonValueKind.String) headers.Wrong(name, "must be a text");
            else read.Add(new(name, value.GetString()!));
        }
        return read;
    }

    /// <summary>Headers that a response gets.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> ReadResponseHeaders(Members headers)
    {
        var read = ReadRequestHeaders(headers);
        foreach (var (name, value) in read)
        {
            if (s_reserved.Contains(name, StringComparer.OrdinalIgnoreCase))
                headers.Wrong(name, $"cannot be set here; no rule sets {string.Join(", ", s_reserved)}");
            else if (!IsValue(value)) headers.Wrong(name, "must be visible ASCII and blanks");
        }
        return read;
    }

    public static bool IsValue(string value) => value.All(character => character is >= ' ' and < '\x7f');

    private static bool IsName(string name) =>
        name.Length > 0
            && name.All(character => char.IsAsciiLetterOrDigit(character) || Tokens.Contains(character, StringComparison.Ordinal));
}
