using System.Collections.Frozen;

namespace Emulation.Control.Journals;

/// <summary>The parts of a message in which a name may identify a secret.</summary>
[Flags]
enum SecretLocations
{
    Header = 1,

    /// <summary>A query, a form, or a URL inside a text.</summary>
    Parameter = 2,

    /// <summary>A member of a JSON body, at any depth.</summary>
    Member = 4,

    Everywhere = Header | Parameter | Member,
}

/// <summary>The part of a secret value that may be shown.</summary>
enum VisiblePart
{
    Nothing,

    /// <summary>The scheme before the blank, if it is one of <see cref="Secrets.Schemes"/>.</summary>
    Scheme,

    /// <summary>The names of cookies, and the attributes in Set-Cookie.</summary>
    CookieNames,
}

/// <summary>A name that identifies a secret.</summary>
/// <param name="Name">In lower case, without hyphens and underscores, and without the <c>X-</c> of a header.</param>
/// <param name="Locations">Where the name identifies a secret.</param>
readonly record struct Secret(string Name, SecretLocations Locations, VisiblePart Shown = VisiblePart.Nothing, string Within = "");

/// <summary>The names of secrets, which no output of the journal shows, for all APIs.</summary>
static class Secrets
{
    public const string Hidden = "***";

    /// <summary>A hidden value of at least this length is hidden wherever else it occurs in the same exchange.</summary>
    public const int ShortestRepeatedSecret = 8;

    public static IReadOnlyList<Secret> Table { get; } =
    [
        new("accesstoken",         SecretLocations.Everywhere),
        new("apikey",              SecretLocations.Everywhere),
        new("apisecret",           SecretLocations.Everywhere),
        new("apitoken",            SecretLocations.Everywhere),
        new("authorization",       SecretLocations.Everywhere, VisiblePart.Scheme),
        new("authtoken",           SecretLocations.Everywhere),
        new("bearer",              SecretLocations.Everywhere),
        new("clientsecret",        SecretLocations.Everywhere),
        new("code",                SecretLocations.Parameter | SecretLocations.Member, Within: "verification"),   // sent by e-mail
        new("cookie",              SecretLocations.Header, VisiblePart.CookieNames),
        new("credentials",         SecretLocations.Everywhere),
        new("derivedprivatekey",   SecretLocations.Everywhere),
        new("derivedseedhex",      SecretLocations.Everywhere),
        new("encryptedseedhex",    SecretLocations.Everywhere),
        new("expiredtoken",        SecretLocations.Everywhere),
        new("idtoken",             SecretLocations.Everywhere),
        new("jwt",                 SecretLocations.Everywhere),
        new("mnemonic",            SecretLocations.Everywhere),
        new("passwd",              SecretLocations.Everywhere),
        new("password",            SecretLocations.Everywhere),
        new("privatekey",          SecretLocations.Everywhere),
        new("proxyauthorization",  SecretLocations.Header, VisiblePart.Scheme),
        new("refreshtoken",        SecretLocations.Everywhere),
        new("secret",              SecretLocations.Everywhere),
        new("secretkey",           SecretLocations.Everywhere),
        new("seedhex",             SecretLocations.Everywhere),
        new("setcookie",           SecretLocations.Header, VisiblePart.CookieNames),
        new("token",               SecretLocations.Everywhere),
    ];

    /// <summary>Authentication schemes, which may be shown before the secret.</summary>
    public static IReadOnlyList<string> Schemes { get; } = ["Basic", "Bearer", "Digest", "Negotiate", Signed, "TC-Token", "Token"];

    /// <summary>The scheme whose value is an access id, which may be shown, a colon and a signature.</summary>
    public const string Signed = "TC";

    private static readonly FrozenDictionary<string, Secret> s_byName = Table.ToFrozenDictionary(
        secret => secret.Name, StringComparer.Ordinal);

    private static readonly string[] s_suffixes =
    [
        "token", "secret", "password", "passwd", "apikey", "secretkey", "privatekey", "seedhex", "credentials", "authorization", "jwt",
    ];

    /// <summary>Finds the secret that a name identifies. Any part of a nested name (a[token], a.token, token[]) may identify one.</summary>
    public static Secret? Find(string name, SecretLocations location, string target)
    {
        foreach (var part in name.Split(['[', ']', '.'], StringSplitOptions.RemoveEmptyEntries))
            if (FindPart(part, location, target) is { } secret) return secret;
        return null;
    }

    private static Secret? FindPart(string name, SecretLocations location, string target)
    {
        var plain = name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        if (location == SecretLocations.Header && name.StartsWith("x-", StringComparison.OrdinalIgnoreCase)) plain = plain[1..];
        // user_token and myApiKey are secrets like token and apiKey.
        var suffix = Array.Find(s_suffixes, suffix => plain.EndsWith(suffix, StringComparison.Ordinal));
        if (suffix is not null && !s_byName.ContainsKey(plain)) plain = suffix;
        if (!s_byName.TryGetValue(plain, out var found) || !found.Locations.HasFlag(location)) return null;
        return target.Contains(found.Within, StringComparison.OrdinalIgnoreCase) ? found : null;
    }
}
