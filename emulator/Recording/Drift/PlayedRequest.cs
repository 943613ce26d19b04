using System.Text.RegularExpressions;
using Emulation.Recordings.Format;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Recordings.Drifts;

/// <summary>A recorded request as it is sent to the emulator: with its ids, owner and credentials.</summary>
sealed partial class PlayedRequest(RecordedExchange exchange, IdMap ids, Credentials credentials, IReadOnlySet<string> owners)
{
    private static readonly string[] s_left =
        ["Host", "X-Emulator-World", "Content-Length", "Accept-Encoding", "Date", "Timestamp", "Cookie", "X-Replaced", "Connection",
            "Transfer-Encoding", "Content-Encoding"];

    /// <summary>A secret that only the client had is part of the request.</summary>
    public bool NeedsSecret => Target.Contains(RemovedSecrets.Hidden, StringComparison.Ordinal)
        || exchange.Request.Body?.Text?.Contains($"\"{RemovedSecrets.Hidden}\"", StringComparison.Ordinal) == true;

    public string Target => Translate();

    /// <summary>A condition on the beginning of a text, which its stand-in does not keep.</summary>
    public bool HasReplacedPrefix => ReplacedPrefix().IsMatch(exchange.Request.Target)
        || (exchange.Request.Body?.Text is { } text && ReplacedPrefixMember().IsMatch(text));

    public IReadOnlyList<RecordedHeader> Headers =>
    [
        .. exchange.Request.Headers
            .Where(header => !s_left.Contains(header.Name, StringComparer.OrdinalIgnoreCase))
            .Select(header => header.Value.Contains(RemovedSecrets.Hidden, StringComparison.Ordinal)
                ? credentials.Replace(exchange.Api, header, AreWrong)
                : header)
            .OfType<RecordedHeader>(),
    ];

    public byte[]? Body
    {
        get
        {
            if (exchange.Request.Body is not { Text: { } text } body) return null;
            if (ParsedBody.Of(text).State == BodyState.Text) return (body with { Text = ids.TranslateAll(text) }).Bytes();
            var translated = JsonSanitizer.Replace(text, new JsonReplacements(
                (member, value) => IsOwner(member) ? Owner(value) : ids.TranslateInRequest(member, value),
                (member, number) => IdMap.IsIdName(member) ? ids.Translate(member, number) : number,
                member => ids.Translate("", member),
                _ => false,
                value => value,
                ids.TranslateAll));
            return (body with { Text = translated }).Bytes();
        }
    }

    private bool AreWrong => exchange.Response.Status == 401;

    private string Translate()
    {
        var target = exchange.Request.Target;
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var raw = mark < 0 ? target : target[..mark];
        var segments = Http.Target.Parse(raw).Segments;
        string Before(int at) => at > 0 && at <= segments.Length ? segments[at - 1] : "";
        var path = TargetText.Path(raw, (at, value) => ids.TranslateInRequest(Before(at), value));
        if (mark < 0) return path;
        return $"{path}?{TargetText.Query(target[(mark + 1)..], (name, value) => Parameter(name, value))}";
    }

    private string Parameter(string name, string value)
    {
        if (IsOwner(name)) return Owner(value);
        if (name.Equals("expiredToken", StringComparison.OrdinalIgnoreCase)) return credentials.Token ?? value;
        return ids.TranslateInRequest(name, value);
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"filters=[^&]*(?:\^|%5[Ee])[bcdfghjklmnpqrstvwxz]{5}", Options, 1000)]
    private static partial Regex ReplacedPrefix();

    [GeneratedRegex("Prefix\"\\s*:\\s*\"[bcdfghjklmnpqrstvwxz]{5}", Options, 1000)]
    private static partial Regex ReplacedPrefixMember();

    private static bool IsOwner(string name) => name.Equals("owner", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The emulator's owners have other names. An unknown one that the service accepted is the caller's own organization.
    /// </summary>
    private string Owner(string value)
    {
        if (owners.Contains(value)) return value;
        if (ids.TranslateInRequest("owner", value) is var known && known != value) return known;
        return exchange.Response.Status < 400 ? credentials.Organization ?? value : value;
    }
}
