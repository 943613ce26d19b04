using System.Collections.Frozen;

namespace Emulation.Control.Journals;

/// <summary>Where a secret may stand under its name.</summary>
[Flags]
enum Places
{
    Header = 1,

    /// <summary>A query, a form, or a URL inside a text.</summary>
    Parameter = 2,

    /// <summary>A member of a JSON body, at any depth.</summary>
    Member = 4,

    Everywhere = Header | Parameter | Member,
}

/// <summary>What of a secret may be shown.</summary>
enum Rest
{
    Nothing,

    /// <summary>The scheme before the blank, if it is one of <see cref="Secrets.Schemes"/>.</summary>
    Scheme,

    /// <summary>The names of cookies, and what follows a cookie that is set.</summary>
    CookieNames,
}

/// <summary>A name under which a secret stands.</summary>
/// <param name="Name">In lower case, without hyphens and underscores, and without the <c>X-</c> of a header.</param>
/// <param name="Within">Only where the target has this word; empty: always.</param>
readonly record struct Secret(string Name, Places Places, Rest Shown = Rest.Nothing, string Within = "");

/// <summary>All that no output of the journal may show, whichever API it is meant for.</summary>
static class Secrets
{
    public const string Hidden = "***";

    /// <summary>Anything as long as this that was hidden once is hidden wherever else it stands in the same exchange.</summary>
    public const int Telling = 8;

    public static IReadOnlyList<Secret> Table { get; } =
    [
        new("accesstoken",         Places.Everywhere),
        new("apikey",              Places.Everywhere),
        new("apisecret",           Places.Everywhere),
        new("apitoken",            Places.Everywhere),
        new("authorization",       Places.Everywhere, Rest.Scheme),
        new("authtoken",           Places.Everywhere),
        new("bearer",              Places.Everywhere),
        new("clientsecret",        Places.Everywhere),
        new("code",                Places.Parameter | Places.Member, Within: "verification"),   // what an e-mail would have brought
        new("cookie",              Places.Header, Rest.CookieNames),
        new("credentials",         Places.Everywhere),
        new("derivedprivatekey",   Places.Everywhere),
        new("derivedseedhex",      Places.Everywhere),
        new("encryptedseedhex",    Places.Everywhere),
        new("expiredtoken",        Places.Everywhere),
        new("idtoken",             Places.Everywhere),
        new("jwt",                 Places.Everywhere),
        new("mnemonic",            Places.Everywhere),
        new("passwd",              Places.Everywhere),
        new("password",            Places.Everywhere),
        new("privatekey",          Places.Everywhere),
        new("proxyauthorization",  Places.Header, Rest.Scheme),
        new("refreshtoken",        Places.Everywhere),
        new("secret",              Places.Everywhere),
        new("secretkey",           Places.Everywhere),
        new("seedhex",             Places.Everywhere),
        new("setcookie",           Places.Header, Rest.CookieNames),
        new("token",               Places.Everywhere),
    ];

    /// <summary>Words before a secret that are none. The one that signs shows whose signature it is.</summary>
    public static IReadOnlyList<string> Schemes { get; } = ["Basic", "Bearer", "Digest", "Negotiate", Signed, "TC-Token", "Token"];

    /// <summary>The scheme whose value is an id, a colon and a signature.</summary>
    public const string Signed = "TC";

    private static readonly FrozenDictionary<string, Secret> s_byName = Table.ToFrozenDictionary(secret => secret.Name, StringComparer.Ordinal);

    private static readonly string[] s_endings = ["token", "secret", "password", "passwd", "apikey", "secretkey", "privatekey", "seedhex", "credentials", "authorization", "jwt"];

    /// <summary>Whether a name is that of a secret. Nested parameters are written as a[token], a.token or token[]: any part may name one.</summary>
    public static Secret? Find(string name, Places place, string target)
    {
        foreach (var part in name.Split(['[', ']', '.'], StringSplitOptions.RemoveEmptyEntries))
            if (FindPart(part, place, target) is { } secret) return secret;
        return null;
    }

    private static Secret? FindPart(string name, Places place, string target)
    {
        var plain = name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        if (place == Places.Header && name.StartsWith("x-", StringComparison.OrdinalIgnoreCase)) plain = plain[1..];
        // user_token and myApiKey are secrets as well as token and apiKey.
        if (!s_byName.ContainsKey(plain) && Array.Find(s_endings, ending => plain.EndsWith(ending, StringComparison.Ordinal)) is { } known) plain = known;
        if (!s_byName.TryGetValue(plain, out var found) || !found.Places.HasFlag(place)) return null;
        return target.Contains(found.Within, StringComparison.OrdinalIgnoreCase) ? found : null;
    }
}
