using System.Globalization;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Authentication;

/// <summary>Authenticates callers. The order of the checks: header, scheme, time, account, signature; then the licence.</summary>
static class Authentication
{
    private const string Scheme = "TC";
    private const string TokenScheme = "TC-Token";

    /// <summary>The allowed difference between timestamp and clock in seconds, inclusive (quick_start.rst: five minutes).</summary>
    private const long Tolerance = 300;

    public static AuthenticationResult Authenticate(Call call, AuthMode mode)
    {
        if (call.Match.Route?.Policy is ThreatConnectPolicy { Open: true }) return Caller.Anyone;
        var authentication = mode switch
        {
            AuthMode.Strict => CheckStrictly(call),
            AuthMode.Any => CheckForm(call),
            AuthMode.Off => Accept(call, KnownUser(call)),
            _ => throw new InvalidOperationException($"{mode} is not a mode of authentication."),
        };
        if (authentication.Refusal is null && !Instance.Of(call.Graph).Licensed)
            return Envelope.Fail(503, Texts.NotLicensed, "the dataset says that the API is not licensed");
        return authentication;
    }

    private static AuthenticationResult CheckStrictly(Call call)
    {
        if (call.Header("Authorization") is not { } header) return NoCredentials("there is no Authorization header");
        var (scheme, value) = SplitScheme(header);
        if (Is(scheme, TokenScheme)) return CheckToken(call, value);
        if (!Is(scheme, Scheme)) return NoCredentials("the Authorization header has neither the scheme TC nor TC-Token");
        return CheckSignature(call, value);
    }

    private static AuthenticationResult CheckSignature(Call call, string value)
    {
        if (Timestamp(call) is not { } seconds)
            return Refuse(Texts.TimestampInvalid, call.Header("Timestamp") is { } wrong
                ? $"the Timestamp \"{wrong}\" is not an integer"
                : "there is no Timestamp header");
        if (!IsInTime(call, seconds))
            return Refuse(Texts.TimestampRange,
                $"the Timestamp {seconds} is more than {Tolerance} s from the server's {call.Now.ToUnixTimeSeconds()}");
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || colon == value.Length - 1)
            return Refuse(Texts.AccessDenied, "the Authorization header is not of the form TC accessId:signature");
        var id = value[..colon];
        if (FindByAccessId(call.Graph, id) is not { } user) return Refuse(Texts.AccessDenied, $"the access id {id} is not known");
        if (user.Disabled) return Refuse(Texts.AccessDenied, $"the user of the access id {id} is disabled");

        Span<byte> signature = stackalloc byte[64];
        if (!Signature.TryDecode(value.AsSpan(colon + 1), signature))
            return Refuse(Texts.WrongSignature, $"the signature is not {Signature.Bytes} bytes in base64");
        var text = Signature.Text(call.Target.Raw, call.Method, call.Header("Timestamp")!);
        if (Signature.Matches(user.SecretKey!, text, signature[..Signature.Bytes])) return Accept(call, user);
        // threatconnect-java's HttpRequestExecutor appends "?" and the query even if the query is null.
        if (!call.Target.Raw.Contains('?', StringComparison.Ordinal)
            && Signature.Matches(user.SecretKey!, Signature.Text(call.Target.Raw + "?null", call.Method, call.Header("Timestamp")!),
                signature[..Signature.Bytes]))
            return Accept(call, user);
        return Refuse(Texts.WrongSignature, $"the signature is not that of \"{text}\" with the secret key of {id}");
    }

    private static AuthenticationResult CheckToken(Call call, string value)
    {
        if (FindByToken(call.Graph, value) is not { } user) return Refuse(Texts.AccessDenied, "the token is not known");
        if (user.Disabled) return Refuse(Texts.AccessDenied, $"the user {user.UserName} of the token is disabled");
        var token = user.Tokens.First(token => token.Text == value);
        if (token.Expires <= call.Now.ToUnixTimeSeconds())
            return Refuse(Texts.Unauthorized,
                $"the token of {user.UserName} expired at {DateTimeOffset.FromUnixTimeSeconds(token.Expires):u}");
        return Accept(call, user);
    }

    private static AuthenticationResult CheckForm(Call call)
    {
        if (call.Header("Authorization") is not { } header) return NoCredentials("there is no Authorization header");
        var (scheme, value) = SplitScheme(header);
        if (Is(scheme, TokenScheme))
            return value.Length > 0 ? Accept(call, KnownUser(call)) : Refuse(Texts.AccessDenied, "the token is empty");
        if (!Is(scheme, Scheme)) return NoCredentials("the Authorization header has neither the scheme TC nor TC-Token");
        if (Timestamp(call) is null) return Refuse(Texts.TimestampInvalid, "the Timestamp header is missing or no integer");
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1) return Refuse(Texts.AccessDenied, "the Authorization header is not of the form TC accessId:signature");
        Span<byte> signature = stackalloc byte[64];
        if (!Signature.TryDecode(value.AsSpan(colon + 1), signature))
            return Refuse(Texts.WrongSignature, $"the signature is not {Signature.Bytes} bytes in base64");
        return Accept(call, KnownUser(call));
    }

    /// <summary>The user that the credentials name, whether they are valid or not.</summary>
    private static User? KnownUser(Call call)
    {
        if (call.Header("Authorization") is not { } header) return null;
        var (scheme, value) = SplitScheme(header);
        if (Is(scheme, TokenScheme)) return FindByToken(call.Graph, value);
        return Is(scheme, Scheme) ? FindByAccessId(call.Graph, value.Split(':')[0]) : null;
    }

    private static AuthenticationResult Accept(Call call, User? user)
    {
        user ??= call.Graph.All(User.ById).Slice(0, 1).OfType<User>().FirstOrDefault();
        return user is null ? Refuse(Texts.AccessDenied, "the dataset has no user") : new Caller(user.UserName, user);
    }

    private static User? FindByAccessId(Graph graph, string id) => graph.Find<User, TextKey>(User.ByAccessId, new TextKey(0, id));

    private static User? FindByToken(Graph graph, string token) => graph.Find<User, TextKey>(User.ByToken, new TextKey(0, token));

    private static long? Timestamp(Call call) =>
        long.TryParse(call.Header("Timestamp"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : null;

    private static bool IsInTime(Call call, long seconds)
    {
        if (IsNear(seconds, call.Now)) return true;
        return call.AcceptsMachineTime && IsNear(seconds, call.MachineNow);
    }

    private static bool IsNear(long seconds, DateTimeOffset now) =>
        seconds >= now.ToUnixTimeSeconds() - Tolerance && seconds <= now.ToUnixTimeSeconds() + Tolerance;

    private static (string Scheme, string Value) SplitScheme(string header)
    {
        var text = header.Trim();
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? (text, "") : (text[..blank], text[blank..].Trim());
    }

    private static bool Is(string scheme, string expected) => string.Equals(scheme, expected, StringComparison.OrdinalIgnoreCase);

    private static Reply Refuse(string message, string reason) => Envelope.Fail(401, message, reason);

    private static Reply NoCredentials(string reason) => Envelope.Fail(403, Texts.AccessDenied, reason);
}
