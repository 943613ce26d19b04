using System.Text;
using Emulation.Control.Journals;

namespace Emulation.Recordings.Sanitizing;

/// <summary>Headers with secrets: the scheme and the names of cookies stay.</summary>
static class SecretHeader
{
    public static string Replace(string name, string value, Func<string, string> secret)
    {
        if (name.EndsWith("Cookie", StringComparison.OrdinalIgnoreCase)) return Cookies(value, secret);
        var blank = value.IndexOf(' ', StringComparison.Ordinal);
        if (blank < 0 || !Secrets.Schemes.Contains(value[..blank], StringComparer.OrdinalIgnoreCase)) return secret(value);
        var (scheme, rest) = (value[..blank], value[(blank + 1)..]);
        // Their parts may occur elsewhere: the user of Basic, the access id and the signature of TC.
        foreach (var part in Parts(scheme, rest)) secret(part);
        return $"{scheme} {secret(rest)}";
    }

    private static IEnumerable<string> Parts(string scheme, string rest)
    {
        if (!scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)) return rest.Split(':');
        var bytes = new byte[rest.Length];
        return Convert.TryFromBase64String(rest, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count).Split(':') : [];
    }

    private static string Cookies(string value, Func<string, string> secret) => string.Join(';', value.Split(';').Select((pair, at) =>
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0) return at == 0 ? secret(pair) : pair;
        var name = pair[..equals];
        var isAttribute = at > 0 && name.Trim().ToLowerInvariant() is "path" or "max-age" or "expires" or "samesite" or "domain";
        secret(pair[(equals + 1)..]);
        return isAttribute ? name : $"{name}={RemovedSecrets.Hidden}";
    }));
}
