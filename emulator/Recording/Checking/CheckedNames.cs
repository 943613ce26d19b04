using System.Text.RegularExpressions;
using Emulation.Control.Journals;
using Emulation.Recordings.Rules;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Recordings.Checking;

/// <summary>Finds names of people and organizations that are no stand-ins, where the rules say that names are.</summary>
sealed partial class CheckedNames(RuleSet rules)
{
    /// <summary>The first one in a value; null: there is none.</summary>
    /// <param name="api">The API.</param>
    /// <param name="name">The header, parameter or member.</param>
    /// <param name="location">Which of these.</param>
    /// <param name="value">The value.</param>
    public string? Find(string api, string name, SecretLocations location, string value)
    {
        var treatment = location switch
        {
            SecretLocations.Parameter => rules.OfParameter(api, name),
            SecretLocations.Member => rules.Of(api, name),
            _ => Treatment.Auto,
        };
        if (name.Length > 0 && treatment == Treatment.Replace && IsName(value)) return value;
        foreach (System.Text.RegularExpressions.Match parameter in Parameter().Matches(value))
        {
            if (rules.OfParameter("", parameter.Groups["name"].Value) != Treatment.Replace) continue;
            var raw = parameter.Groups["value"].Value.Replace('+', ' ');
            if ((Http.Target.Decode(raw) ?? raw) is var decoded && IsName(decoded)) return decoded;
        }
        return null;
    }

    /// <summary>What has another form, such as a number or an address, is found by its form.</summary>
    private static bool IsName(string value) =>
        TextForms.Of(value) is TextForm.Text && !StandInText.Is(value) && !IsLongHost(value)
        && !value.Contains(RemovedSecrets.Hidden, StringComparison.Ordinal);

    /// <summary>The stand-in of a text with dots, such as a JSON web token, whose labels may be longer than a host's.</summary>
    private static bool IsLongHost(string value) =>
        value.Split('.') is [.. { Length: > 0 } labels, var last]
        && last.Equals("example", StringComparison.OrdinalIgnoreCase) && labels.All(StandInText.Is);

    [GeneratedRegex(
        @"(?<=[?&;])(?<name>[A-Za-z_][\w.-]*)=(?<value>[^\s&#""'<>]+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
