using System.Text;
using System.Text.Json;
using Emulation.Control.Stubs.Matching;
using Emulation.Http.Json;
using Emulation.Http;

namespace Emulation.Control.Stubs;

/// <summary>Reads a stub's response.</summary>
/// <param name="files">Where body files lie; null when there are none.</param>
sealed class ResponseReader(BodyFiles? files)
{
    private const int MostMilliseconds = 24 * 60 * 60 * 1000;

    private static readonly string[] s_bodies = ["body", "jsonBody", "base64Body", "bodyFileName"];

    private static readonly string[] s_faults = ["EMPTY_RESPONSE", "MALFORMED_RESPONSE_CHUNK", "RANDOM_DATA_THEN_CLOSE", "CONNECTION_RESET_BY_PEER"];

    private static readonly Ending[] s_endings = [Ending.Close, Ending.BrokenChunk, Ending.Garbage, Ending.Reset];

    public StubResponse Read(JsonElement source, string pointer, Defects defects)
    {
        var body = new Members(source, pointer, defects);
        Dialect.Refuse(body, Dialect.ResponseMembers);
        var status = (int)(body.Whole("status", 200, 999) ?? 200);
        var fault = body.OneOf("fault", s_faults);
        var bytes = BodyOf(body);
        var response = new StubResponse
        {
            // These have no body, whatever the mapping says; the server would refuse to send one.
            Reply = new Reply(status) { Bytes = status is 204 or 205 or 304 ? default : bytes, Headers = HeadersOf(body, bytes.Length), Phrase = PhraseOf(body) },
            Ending = fault is { } at ? s_endings[at] : Ending.Whole,
            FixedDelay = Milliseconds(body, "fixedDelayMilliseconds"),
            Spread = Delay.Read(body),
            Source = source.ValueKind == JsonValueKind.Object ? source : null,
        };
        body.Close();
        return response;
    }

    public static TimeSpan? Milliseconds(Members body, string name) =>
        body.Whole(name, 0, MostMilliseconds) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;

    private byte[] BodyOf(Members body)
    {
        var given = s_bodies.Where(body.Has).ToList();
        foreach (var other in given.Skip(1)) body.Wrong(other, $"does not go with \"{given[0]}\"; a response has one body");
        return given is [var kind, ..]
            ? kind switch
            {
                "jsonBody" => JsonBody.Bytes(json => body.Any(kind)!.Value.WriteTo(json)).ToArray(),
                "base64Body" => Base64(body, kind),
                "bodyFileName" => FileBytes(body, kind),
                _ => Encoding.UTF8.GetBytes(body.Text(kind) ?? ""),
            }
            : [];
    }

    private static byte[] Base64(Members body, string name)
    {
        var text = body.Text(name) ?? "";
        var bytes = new byte[text.Length];
        if (Convert.TryFromBase64String(text, bytes, out var length)) return bytes[..length];
        body.Wrong(name, "is not base64");
        return [];
    }

    private byte[] FileBytes(Members body, string name)
    {
        if (body.Text(name) is not { } file) return [];
        if (files is null)
        {
            body.Wrong(name, "needs the option --stubs DIR: files are read from DIR/__files");
            return [];
        }
        var bytes = files.Read(file, out var fault);
        if (bytes is null) body.Wrong(name, fault);
        return bytes ?? [];
    }

    private static string? PhraseOf(Members body)
    {
        var phrase = body.Text("statusMessage");
        if (phrase is not null && !phrase.All(sign => sign is >= ' ' and <= '~')) body.Wrong("statusMessage", "may have visible ASCII signs and blanks only");
        return phrase;
    }

    private static List<KeyValuePair<string, string>> HeadersOf(Members body, int length)
    {
        var headers = new List<KeyValuePair<string, string>>();
        if (body.Object("headers") is not { } given) return headers;
        foreach (var (name, value, pointer) in given.All())
        {
            if (!IsToken(name)) body.Defects.Add(pointer, $"\"{pointer}\" is not a header's name.");
            foreach (var (text, at) in Texts(value, pointer))
            {
                if (Fault(name, text, length) is { } fault) body.Defects.Add(at, $"\"{at}\" {fault}.");
                // The server writes the length itself.
                else if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)) headers.Add(new(name, text!));
            }
        }
        return headers;
    }

    private static IEnumerable<(string? Text, string Pointer)> Texts(JsonElement value, string pointer)
    {
        if (value.ValueKind == JsonValueKind.Array) return value.EnumerateArray().Select((one, at) => (Text(one), $"{pointer}/{at}"));
        return [(Text(value), pointer)];
    }

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Fault(string name, string? text, int length)
    {
        if (text is null) return "must be a text, or an array of texts";
        if (!text.All(sign => sign is (>= ' ' and <= '~') or '\t')) return "may have visible ASCII signs, blanks and tabs only";
        if (name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) && text != $"{length}") return $"is not the body's length, which is {length}; leave it out, it is sent anyway";
        if (name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)) return "cannot be chosen; the server frames its answers itself";
        return null;
    }

    private static bool IsToken(string name) => name.Length > 0 && name.All(sign => char.IsAsciiLetterOrDigit(sign) || "!#$%&'*+-.^_`|~".Contains(sign, StringComparison.Ordinal));
}
