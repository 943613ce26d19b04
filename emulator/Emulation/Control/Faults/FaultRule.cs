using System.Text.Json;

namespace Emulation.Control.Faults;

/// <summary>A rule that makes requests fail: which requests match, which of those it applies to, and its effects.</summary>
/// <param name="Name">Unique in its world.</param>
/// <param name="Match">Which requests match.</param>
/// <param name="Schedule">To which of the matching requests it applies.</param>
/// <param name="Effects">Its effects, in the order in which they apply.</param>
/// <param name="Text">The rule as the tester sent it.</param>
sealed record FaultRule(string Name, FaultMatch Match, FaultSchedule Schedule, IReadOnlyList<Effect> Effects, JsonElement Text)
{
    /// <summary>Whether it is another object that was read from the same text, as from the record of another instance.</summary>
    public bool IsCopyOf(FaultRule other) =>
        !ReferenceEquals(this, other)
        && string.Equals(Name, other.Name, StringComparison.Ordinal)
        && JsonElement.DeepEquals(Text, other.Text);

    /// <summary>Writes the rule as it was sent, with its name; sending that again gives the same rule.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", Name);
        foreach (var member in Text.EnumerateObject())
            if (!member.NameEquals("name")) member.WriteTo(json);
        json.WriteEndObject();
    }
}

/// <summary>A rule with its counters.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Matched">How many requests matched.</param>
/// <param name="Applied">To how many of them it applied.</param>
sealed record CountedRule(FaultRule Rule, long Matched, long Applied);
