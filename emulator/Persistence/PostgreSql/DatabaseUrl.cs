using System.Globalization;
using Npgsql;

namespace Emulation.Persistence.PostgreSql;

/// <summary>The address of a database: <c>postgres://USER:PASSWORD@HOST:PORT/DATABASE?sslmode=require</c>.</summary>
/// <param name="Name">The address without its password and parameters, for people.</param>
/// <param name="Settings">What the driver connects with; a missing password comes from PGPASSWORD or a password file.</param>
sealed record DatabaseUrl(string Name, NpgsqlConnectionStringBuilder Settings)
{
    private const string Allowed = "host, port, user, password, dbname, sslmode, sslrootcert and connect_timeout";

    private static readonly string[] s_schemes = ["postgres://", "postgresql://"];

    public static bool IsUrl(string value) => s_schemes.Any(scheme => value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="OptionError">It is not an address of a database; the message has no password.</exception>
    public static DatabaseUrl Parse(string value)
    {
        var scheme = s_schemes.First(scheme => value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
        var (rest, query) = Split(value[scheme.Length..], '?');
        var (authority, database) = Split(rest, '/');
        var at = authority.LastIndexOf('@');
        var (user, password) = Split(at < 0 ? "" : authority[..at], ':');
        var settings = new NpgsqlConnectionStringBuilder { Host = "localhost" };
        SetHost(settings, authority[(at + 1)..]);
        if (user.Length > 0) settings.Username = Decoded(user);
        if (password.Length > 0) settings.Password = Decoded(password);
        if (database.Length > 0) settings.Database = Decoded(database);
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, text) = Split(pair, '=');
            Set(settings, name, Decoded(text));
        }
        return new DatabaseUrl(NameOf(settings), settings);
    }

    /// <summary>A value without the password that it may have, for messages about it.</summary>
    public static string WithoutPassword(string value)
    {
        var start = value.IndexOf("://", StringComparison.Ordinal);
        if (start < 0) return value;
        var (place, query) = Split(value, '?');
        var (at, colon) = (place.LastIndexOf('@'), place.IndexOf(':', start + 3));
        if (colon >= 0 && colon < at) place = place[..colon] + place[at..];
        var shown = query.Split('&').Where(pair => !pair.StartsWith("password=", StringComparison.OrdinalIgnoreCase));
        return query.Length == 0 ? place : $"{place}?{string.Join('&', shown)}";
    }

    private static void SetHost(NpgsqlConnectionStringBuilder settings, string place)
    {
        if (place.Length == 0) return;
        var colon = place.LastIndexOf(':');
        var hasPort = colon >= 0 && colon > place.LastIndexOf(']');
        var host = Decoded(hasPort ? place[..colon] : place).Trim('[', ']');
        if (host.Length > 0) Set(settings, "host", host);
        if (hasPort) Set(settings, "port", place[(colon + 1)..]);
    }

    private static void Set(NpgsqlConnectionStringBuilder settings, string name, string value)
    {
        switch (name)
        {
            case "host" when value.Length > 0 && !value.Contains(',', StringComparison.Ordinal):
                settings.Host = value;
                break;
            case "port":
                settings.Port = Number(value, 65535) ?? throw new OptionError("give a port from 1 to 65535");
                break;
            case "user":
                settings.Username = value;
                break;
            case "password":
                settings.Password = value;
                break;
            case "dbname":
                settings.Database = value;
                break;
            case "sslmode":
                settings.SslMode = ModeOf(value);
                break;
            case "sslrootcert":
                settings.RootCertificate = value;
                break;
            case "connect_timeout":
                settings.Timeout = Number(value, 1024) ?? throw new OptionError("give connect_timeout in seconds, 1 to 1024");
                break;
            case "host":
                throw new OptionError("give one host");
            default:
                throw new OptionError($"the address has the parameter {name}; allowed are {Allowed}");
        }
    }

    private static SslMode ModeOf(string value) => value switch
    {
        "disable" => SslMode.Disable,
        "allow" => SslMode.Allow,
        "prefer" => SslMode.Prefer,
        "require" => SslMode.Require,
        "verify-ca" => SslMode.VerifyCA,
        "verify-full" => SslMode.VerifyFull,
        _ => throw new OptionError("give sslmode as one of disable, allow, prefer, require, verify-ca, verify-full"),
    };

    private static int? Number(string value, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : null;

    private static string NameOf(NpgsqlConnectionStringBuilder settings)
    {
        var user = settings.Username is { } name ? $"{name}@" : "";
        return settings.Host!.StartsWith('/')
            ? $"postgres://{user}/{settings.Database}?host={settings.Host}"
            : string.Create(CultureInfo.InvariantCulture, $"postgres://{user}{settings.Host}:{settings.Port}/{settings.Database}");
    }

    private static (string Before, string After) Split(string text, char at) =>
        text.IndexOf(at, StringComparison.Ordinal) is var index and >= 0 ? (text[..index], text[(index + 1)..]) : (text, "");

    private static string Decoded(string text) => Uri.UnescapeDataString(text);
}
