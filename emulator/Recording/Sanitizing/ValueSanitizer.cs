using System.Buffers;
using System.Collections.Frozen;
using Emulation.Graphs.ThreatConnect;
using Emulation.Graphs.ThreatWinds;
using Emulation.Recordings.Rules;

namespace Emulation.Recordings.Sanitizing;

/// <summary>Replaces values by stand-ins, according to their treatment and form.</summary>
/// <param name="rules">The treatment of names.</param>
/// <param name="standIns">The stand-ins of the recording.</param>
/// <param name="secrets">The secrets of the recording.</param>
/// <param name="keepsValues">Only secrets are removed.</param>
sealed class ValueSanitizer(RuleSet rules, StandIns standIns, RemovedSecrets secrets, bool keepsValues)
{
    /// <summary>The names of hosts that stay in front of a domain: www.example.com.</summary>
    private static readonly string[] s_hostWords =
        ["www", "mail", "api", "app", "smtp", "ns", "ftp", "m", "dev", "test", "static", "cdn", "login"];

    /// <summary>Second-level domains below those of countries: example.co.uk.</summary>
    private static readonly string[] s_secondLevels = ["co", "com", "ac", "gov", "org", "net", "edu"];

    // How keys of the Windows registry begin. The root stays: a key without one is not valid.
    private const string Hive = "HKEY_";

    // Types of items, associations in paths, registry values and entities, and the labels of the system. They stay although a list of types
    // has some of them as names, which are replaced, and the stand-ins of names are used in texts.
    private static readonly FrozenSet<string> s_types = GroupType.All.Select(type => type.Name)
        .Concat(IndicatorTypes.BuiltIn.All.Select(type => type.Name))
        .Concat(AssociationTypes.BuiltIn.All.Select(type => type.Branch))
        .Concat(EntityTypes.All.Select(type => type.Name))
        .Concat(IndicatorTypes.BuiltIn.All.SelectMany(type => type.Values).SelectMany(field => field.Options))
        .Concat(SecurityLabel.OfSystem(0).Select(label => label.Name))
        .ToFrozenSet(StringComparer.Ordinal);

    // A type of one word is in the vocabulary. One of several, such as User Agent, would be replaced in texts and in names of members if it
    // had a stand-in as a name.
    private static readonly FrozenSet<string> s_typesOfSeveralWords =
        s_types.Where(type => !type.All(char.IsAsciiLetter)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<char> s_hexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private static readonly string[] s_pages = [".xhtml", ".html", ".json", ".xml", ".txt", ".csv"];

    public string Replace(string value, Treatment treatment)
    {
        if (secrets.Contains(value)) return RemovedSecrets.Hidden;
        if (keepsValues && treatment != Treatment.Secret) return value;
        return treatment switch
        {
            Treatment.Auto => Auto(value),
            Treatment.Id => Id(value),
            Treatment.Words => s_types.Contains(value) ? value : Words(value),
            Treatment.Replace => Always(value),
            Treatment.Filter => Filter(value),
            Treatment.Secret => Secret(value),
            _ => throw new InvalidOperationException($"{treatment} is not a treatment."),
        };
    }

    public string Secret(string value)
    {
        // Words, dates, numbers and public keys are elsewhere, too, without being secret there.
        var isCommon = rules.Words.Has(value) || TextForms.Of(value) is TextForm.Moment or TextForm.Number or TextForm.PublicKey;
        if (!isCommon) secrets.Add(value);
        return value.Length == 0 ? value : RemovedSecrets.Hidden;
    }

    /// <summary>Other digits, as many.</summary>
    public string Digits(string value) => standIns.Of(value, TextForm.Digits);

    private string Auto(string value)
    {
        if (standIns.Find(value) is { } known && !rules.Words.IsWord(value)) return known;
        if (s_types.Contains(value)) return value;
        if (value.Contains(" : ", StringComparison.Ordinal)) return string.Join(" : ", value.Split(" : ").Select(Auto));
        if (value.StartsWith(Hive, StringComparison.Ordinal) && value.IndexOf('\\', StringComparison.Ordinal) is > 0 and var end)
            return value[..(end + 1)] + standIns.Of(value[(end + 1)..], TextForm.Text);
        var form = TextForms.Of(value);
        return form switch
        {
            TextForm.Empty or TextForm.Number or TextForm.Moment or TextForm.PublicKey => value,
            TextForm.EntityId => EntityId(value),
            TextForm.Url => Url(value),
            TextForm.Email => Email(value),
            TextForm.Host => IsPage(value) ? value : Host(value),
            TextForm.Token => Secret(value),
            TextForm.Text when value[0] is '/' or '?' && TargetText.HasQuery(value) => Link(value),
            TextForm.Text => rules.Words.Has(value) ? Words(value) : standIns.Of(value, TextForm.Text),
            TextForm.Uuid or TextForm.Hex or TextForm.AddressV4 or TextForm.AddressV6 or TextForm.MacAddress or TextForm.Network
                or TextForm.Phone or TextForm.Digits or TextForm.Cve or TextForm.AsNumber => standIns.Of(value, form),
            _ => throw new InvalidOperationException($"{form} is not a form."),
        };
    }

    private string Id(string value)
    {
        if (IsColor(value) || IsHexNumber(value)) return value;
        return TextForms.Of(value) is TextForm.Number or TextForm.Digits or TextForm.Uuid or TextForm.Hex ? value : Auto(value);
    }

    /// <summary>As DeSo writes numbers of 256 bits, the short ones, too: 0x0.</summary>
    private static bool IsHexNumber(string value) =>
        value.StartsWith("0x", StringComparison.Ordinal) && value.AsSpan(2).IndexOfAnyExcept(s_hexDigits) < 0;

    private static bool IsColor(string value) => value.Length == 6 && value.All(char.IsAsciiHexDigit);

    private string Always(string value)
    {
        if (s_typesOfSeveralWords.Contains(value)) return value;
        if (standIns.Find(value) is { } known) return known;
        return TextForms.Of(value) is TextForm.Text or TextForm.Number or TextForm.Token ? standIns.Of(value, TextForm.Text) : Auto(value);
    }

    private string EntityId(string value)
    {
        var dash = value.LastIndexOf('-');
        return value[..(dash + 1)] + standIns.Of(value[(dash + 1)..], TextForm.Hex);
    }

    private string Words(string value) => MessageText.Replace(value, new MessageReplacements(rules.Words, standIns, Auto, NamedParameter));

    private string Email(string value)
    {
        var at = value.IndexOf('@', StringComparison.Ordinal);
        return $"{standIns.Of(value[..at], TextForm.Text)}@{Host(value[(at + 1)..])}";
    }

    /// <summary>The registered domain has a stand-in below a reserved one, and each label before it has its own.</summary>
    private string Host(string value)
    {
        if (TextForms.Of(value) is (TextForm.AddressV4 or TextForm.AddressV6) and var form) return standIns.Of(value, form);
        var dot = value.EndsWith('.') ? "." : "";
        var labels = value.TrimEnd('.').Split('.');
        var isBelowCountry = labels.Length > 2 && labels[^1].Length == 2
            && s_secondLevels.Contains(labels[^2], StringComparer.OrdinalIgnoreCase);
        var registered = Math.Min(isBelowCountry ? 3 : 2, labels.Length);
        var domain = standIns.Of(string.Join('.', labels[^registered..]), TextForm.Host);
        var above = labels[..^registered].Select(
            label => s_hostWords.Contains(label, StringComparer.OrdinalIgnoreCase) ? label : standIns.Of(label, TextForm.Text));
        return LetterCase.Apply(value, string.Join('.', [.. above, domain]).ToLowerInvariant()) + dot;
    }

    /// <summary>A page of the API, such as incident.xhtml, not a host.</summary>
    private bool IsPage(string value) =>
        Array.Exists(s_pages, page => value.EndsWith(page, StringComparison.OrdinalIgnoreCase)) && rules.Words.Has(value);

    private string Url(string value)
    {
        var scheme = value.IndexOf("://", StringComparison.Ordinal) + 3;
        var path = value.IndexOfAny(['/', '?', '#'], scheme);
        var authority = path < 0 ? value[scheme..] : value[scheme..path];
        var user = authority.LastIndexOf('@');
        if (user >= 0) authority = authority[(user + 1)..];
        var port = authority.LastIndexOf(':');
        if (port < authority.LastIndexOf(']')) port = -1;
        var host = port < 0 ? authority : authority[..port];
        var rest = path < 0 ? "" : Link(value[path..]);
        return value[..scheme].ToLowerInvariant() + HostInUrl(host) + (port < 0 ? "" : authority[port..]) + rest;
    }

    private string HostInUrl(string host) =>
        host.StartsWith('[') ? $"[{standIns.Of(host.Trim('[', ']'), TextForm.AddressV6)}]" : Host(host);

    private string Link(string value) => TargetText.Replace(value, Auto, (name, part) => NamedParameter(name, part) ?? Auto(part));

    /// <summary>
    /// A parameter of an address: names of people and organizations are replaced whatever words they are made of. Null: it has no rule.
    /// </summary>
    private string? NamedParameter(string name, string value)
    {
        if (IsSecret(name)) return Secret(value);
        return rules.OfParameter("", name) == Treatment.Replace ? Always(value) : null;
    }

    private bool IsSecret(string name) => rules.IsSecret(name, Control.Journals.SecretLocations.Parameter, "");

    private string Filter(string value) => string.Join(',', value.Split(',').Select(condition =>
    {
        var at = condition.IndexOfAny(['=', '<', '>', '^', '!']);
        if (at < 0) return Auto(condition);
        return condition[..(at + 1)] + Replace(condition[(at + 1)..], rules.Of("threatconnect", condition[..at]));
    }));
}
