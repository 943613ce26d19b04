using System.Text.Json;

namespace Emulation.Control.Faults;

/// <summary>One way for requests to go wrong: which requests, which of them, and how.</summary>
/// <param name="Name">Unique in its world.</param>
/// <param name="Match">Which requests it counts.</param>
/// <param name="Turn">Which of those it strikes.</param>
/// <param name="Effects">What it does to them, in this order.</param>
/// <param name="Text">The rule as it was sent.</param>
sealed record FaultRule(string Name, FaultMatch Match, FaultTurn Turn, IReadOnlyList<Effect> Effects, JsonElement Text)
{
    /// <summary>Writes the rule as it was sent, under its name; sent again, it is the same rule.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", Name);
        foreach (var member in Text.EnumerateObject())
            if (!member.NameEquals("name")) member.WriteTo(json);
        json.WriteEndObject();
    }
}

/// <summary>A rule and how far it has come.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Seen">How many requests were its.</param>
/// <param name="Strikes">How many of them it struck.</param>
sealed record Counted(FaultRule Rule, long Seen, long Strikes);
