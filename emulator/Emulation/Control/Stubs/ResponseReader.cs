using System.Globalization;
using System.Text;
using System.Text.Json;
using Emulation.Control.Stubs.Matching;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Control.Stubs;

/// <summary>Reads the response of a stub.</summary>
/// <param name="files">The folder of body files; null without one.</param>
sealed class ResponseReader(BodyFiles? files)
{
    private const int MaxMilliseconds = 24 * 60 * 60 * 1000;

    private static readonly string[] s_bodies = ["body", "jsonBody", "base64Body", "bodyFileName"];

    private static readonly string[] s_faults =
    [
        "EMPTY_RESPONSE", "MALFORMED_RESPONSE_CHUNK", "RANDOM_DATA_THEN_CLOSE", "CONNECTION_RESET_BY_PEER",
    ];

    private static readonly ConnectionFault[] s_connectionFaults =
        [ConnectionFault.EmptyResponse, ConnectionFault.MalformedChunk, ConnectionFault.Garbage, ConnectionFault.Reset];

    public StubResponse Read(JsonElement source, string pointer, Defects defects)
    {
        var body = new Members(source, pointer, defects);
        UnsupportedFeatures.Refuse(body, UnsupportedFeatures.ResponseMembers);
        UnsupportedFeatures.Ignore(body, UnsupportedFeatures.IgnoredResponseMembers);
        var status = StatusOf(body);
        var fault = body.OneOf("fault", s_faults);
        var bytes = BodyOf(body);
        var headers = HeadersOf(body);
        var response = new StubResponse
        {
            Reply = new Reply(status)
            {
                // Responses with these statuses have no body, whatever the mapping says; the server would refuse to send one.
                Bytes = status is 204 or 205 or 304 ? default : bytes,
                AnnouncedLength = LengthOf(headers),
                Headers =
                [
                    .. headers.Where(header => !IsLength(header.Name) && !IsEncoding(header.Name))
                        .Select(header => KeyValuePair.Create(header.Name, header.Value)),
                ],
                Phrase = PhraseOf(body),
            },
            ConnectionFault = fault is { } at ? s_connectionFaults[at] : ConnectionFault.None,
            FixedDelay = Milliseconds(body, "fixedDelayMilliseconds"),
            DelayDistribution = DelayDistribution.Read(body),
            Source = source.ValueKind == JsonValueKind.Object ? source : null,
        };
        foreach (var header in headers)
            if (IsEncoding(header.Name) || (IsLength(header.Name) && status != 304 && LengthOf([header]) != bytes.Length))
                defects.Ignored.Add(new Defect(header.Pointer, $"{header.Name}: {header.Value}"));
        body.Close();
        return response;
    }

    // WireMock accepts a number in quotes.
    private static int StatusOf(Members body)
    {
        if (body.Any("status") is { ValueKind: JsonValueKind.String } text
            && int.TryParse(text.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            && status is >= 200 and <= 999)
            return status;
        return (int)(body.Whole("status", 200, 999) ?? 200);
    }

    public static TimeSpan? Milliseconds(Members body, string name) =>
        body.Whole(name, 0, MaxMilliseconds) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;

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
        if (phrase is not null && !phrase.All(character => character is >= ' ' and <= '~'))
            body.Wrong("statusMessage", "may have visible ASCII characters and blanks only");
        return phrase;
    }

    private static List<GivenHeader> HeadersOf(Members body)
    {
        var headers = new List<GivenHeader>();
        if (body.Object("headers") is not { } given) return headers;
        foreach (var (name, value, pointer) in given.All())
        {
            if (!IsToken(name)) body.Defects.Add(pointer, $"\"{pointer}\" is not a header's name.");
            foreach (var (text, at) in Texts(value, pointer))
            {
                if (Fault(text) is { } fault) body.Defects.Add(at, $"\"{at}\" {fault}.");
                else headers.Add(new(name, text!, at));
            }
        }
        return headers;
    }

    // A recorded length or transfer encoding describes how another server sent the body. This server sets its own.
    private static bool IsEncoding(string name) => name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase);

    private static bool IsLength(string name) => name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase);

    private static long? LengthOf(IEnumerable<GivenHeader> headers) =>
        headers.FirstOrDefault(header => IsLength(header.Name)) is { } length
            && long.TryParse(length.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? bytes
            : null;

    private static IEnumerable<(string? Text, string Pointer)> Texts(JsonElement value, string pointer)
    {
        if (value.ValueKind == JsonValueKind.Array) return value.EnumerateArray().Select((one, at) => (Text(one), $"{pointer}/{at}"));
        return [(Text(value), pointer)];
    }

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Fault(string? text)
    {
        if (text is null) return "must be a text, or an array of texts";
        return text.All(character => character is (>= ' ' and <= '~') or '\t')
            ? null
            : "may have visible ASCII characters, blanks and tabs only";
    }

    private static bool IsToken(string name) =>
        name.Length > 0
            && name.All(character => char.IsAsciiLetterOrDigit(character)
                || "!#$%&'*+-.^_`|~".Contains(character, StringComparison.Ordinal));

    private sealed record GivenHeader(string Name, string Value, string Pointer);
}
