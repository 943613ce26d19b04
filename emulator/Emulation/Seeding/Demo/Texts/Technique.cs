namespace Emulation.Seeding.Demo.Texts;

/// <summary>A technique of ATT&amp;CK.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tactic">What an intruder reaches by it.</param>
/// <param name="Sentences">Templates: what happened, for a write-up.</param>
sealed record Technique(string Id, string Name, Tactic Tactic, string[] Sentences)
{
    /// <summary>The technique without its parent's name.</summary>
    public string ShortName => Name[(Name.IndexOf(": ", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : 0)..];
}

/// <summary>A tactic of ATT&amp;CK, in the order of an intrusion.</summary>
enum Tactic
{
    InitialAccess,
    Execution,
    Persistence,
    DefenseEvasion,
    CredentialAccess,
    LateralMovement,
    Collection,
    CommandAndControl,
    Exfiltration,
    Impact,
}

static class Tactics
{
    public static string Name(Tactic tactic) => tactic switch
    {
        Tactic.InitialAccess => "Initial access",
        Tactic.Execution => "Execution",
        Tactic.Persistence => "Persistence",
        Tactic.DefenseEvasion => "Defense evasion",
        Tactic.CredentialAccess => "Credential access",
        Tactic.LateralMovement => "Lateral movement",
        Tactic.Collection => "Collection",
        Tactic.CommandAndControl => "Command and control",
        Tactic.Exfiltration => "Exfiltration",
        Tactic.Impact => "Impact",
        _ => throw new InvalidOperationException($"The tactic {tactic} has no name."),
    };

    public static string Id(Tactic tactic) => tactic switch
    {
        Tactic.InitialAccess => "TA0001",
        Tactic.Execution => "TA0002",
        Tactic.Persistence => "TA0003",
        Tactic.DefenseEvasion => "TA0005",
        Tactic.CredentialAccess => "TA0006",
        Tactic.LateralMovement => "TA0008",
        Tactic.Collection => "TA0009",
        Tactic.CommandAndControl => "TA0011",
        Tactic.Exfiltration => "TA0010",
        Tactic.Impact => "TA0040",
        _ => throw new InvalidOperationException($"The tactic {tactic} has no id."),
    };
}
