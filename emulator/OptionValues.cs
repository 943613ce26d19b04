using System.Globalization;
using Emulation.Http;
using Emulation.Persistence.PostgreSql;
using Emulation.Recordings.Replays;
using Emulation.Seeding;

namespace Emulation;

/// <summary>Reads the values of options; a value that is not allowed is an <see cref="OptionError"/> that says what is.</summary>
static class OptionValues
{
    /// <summary>The position of the value among those allowed.</summary>
    public static int OneOf(string value, IReadOnlyList<string> allowed)
    {
        for (var i = 0; i < allowed.Count; i++)
            if (string.Equals(value, allowed[i], StringComparison.OrdinalIgnoreCase)) return i;
        throw new OptionError($"give one of {string.Join(", ", allowed)}");
    }

    public static int Number(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
            ? number
            : throw new OptionError($"give a whole number from {least} to {most}");

    public static long WholeNumber(string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new OptionError($"give a whole number from {long.MinValue} to {long.MaxValue}");

    public static TimeSpan IdleTime(string value) =>
        Durations.Parse(value) is { } idle && idle >= TimeSpan.Zero ? idle : throw new OptionError($"give {Durations.Allowed}");

    public static string Token(string value) =>
        value.Length >= 8 && value.All(character => character is > ' ' and < '\x7f')
            ? value
            : throw new OptionError("give at least 8 visible ASCII characters");

    /// <summary>Origins as browsers send them, or <c>*</c>; none for <c>off</c>.</summary>
    public static string[] Origins(string value)
    {
        if (string.Equals(value, "off", StringComparison.OrdinalIgnoreCase)) return [];
        var origins = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return origins.Length > 0 && origins.All(origin => origin == "*" || IsOrigin(origin))
            ? origins
            : throw new OptionError("give off, * or origins such as https://app.example:8080, separated by commas");
    }

    public static Uri Collector(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url is { PathAndQuery: "/", UserInfo: "" }
            ? url
            : throw new OptionError("give http://HOST:PORT or https://HOST:PORT");

    public static string[] Hosts(string value)
    {
        var hosts = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return hosts.Length > 0 && hosts.All(host => Uri.CheckHostName(host) != UriHostNameType.Unknown)
            ? hosts
            : throw new OptionError("give host names separated by commas");
    }

    public static string DatasetOf(string value)
    {
        if (Datasets.Names.Contains(value, StringComparer.Ordinal)) return value;
        if (Directory.Exists(value)) throw new OptionError("that is a folder; give the dataset file in it");
        if (Datasets.IsFile(value) || value.EndsWith(ImpliedDataset.Extension, StringComparison.OrdinalIgnoreCase)) return value;
        var names = string.Join(", ", Datasets.Names);
        throw new OptionError($"{Suggestion.For(value, Datasets.Names)}give one of {names}, or a file (a value with / or \\ or .json)");
    }

    /// <summary>A folder that need not exist yet, or the address of a database.</summary>
    public static string DataPlace(string value)
    {
        if (value.Length == 0) throw new OptionError("give a folder, or postgres://USER@HOST/DATABASE");
        if (!DatabaseUrl.IsUrl(value)) return Path.GetFullPath(value);
        _ = DatabaseUrl.Parse(value);
        return value;
    }

    public static string WithoutPassword(string value) => DatabaseUrl.WithoutPassword(value);

    public static string Folder(string value) => Directory.Exists(value) ? value : throw new OptionError("give a folder that exists");

    /// <summary>An absolute address of the web without query and fragment; trailing slashes are removed.</summary>
    public static string WebAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            && uri.Query.Length == 0 && uri.Fragment.Length == 0
            ? value.TrimEnd('/')
            : throw new OptionError("give http://HOST or https://HOST, with a path if wanted");

    /// <summary>A date such as 2024-03-01, or <c>today</c>.</summary>
    public static DemoEnd End(string value)
    {
        if (string.Equals(value, "today", StringComparison.OrdinalIgnoreCase)) return DemoEnd.Today;
        return DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day >= DemoEnd.Earliest && day <= DemoEnd.Latest
            ? new DemoEnd(day)
            : throw new OptionError("give today, or a date from 2010-01-01 to 2099-12-31 such as 2024-03-01");
    }

    public static DemoSize Weights(DemoSize size, string value)
    {
        var weights = new Dictionary<string, int>(StringComparer.Ordinal) { ["threatconnect"] = 0, ["threatwinds"] = 0, ["deso"] = 0 };
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in value.Split(','))
        {
            if (part.Split('=') is not [var api, var text] || !weights.ContainsKey(api) || !named.Add(api)) throw Wrong();
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var weight) || weight > 1000) throw Wrong();
            weights[api] = weight;
        }
        if (weights.Values.Sum() == 0) throw Wrong();
        return size with { ThreatConnect = weights["threatconnect"], ThreatWinds = weights["threatwinds"], Deso = weights["deso"] };

        static OptionError Wrong() =>
            new("give each API at most once with a weight from 0 to 1000, not all 0, such as threatconnect=2,threatwinds=1,deso=1");
    }

    private static bool IsOrigin(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.PathAndQuery == "/"
            && !value.EndsWith('/');
}
