namespace Emulation.Seeding.Demo.Texts;

/// <summary>Descriptions of tags.</summary>
static class TagTexts
{
    /// <summary>Null for tags that say enough by their names.</summary>
    public static string? Description(string tag) => tag switch
    {
        "malware" => "Malicious software, whatever its kind. Use a narrower tag where one fits.",
        "c2" => "Command and control: hosts, addresses and URLs that malware reports to.",
        "apt" => "Long-term, targeted intrusions. Needs an adversary on the same item.",
        "credential-theft" => "Passwords, tokens or cookies were taken, or this serves to take them.",
        "espionage" => "The aim is information, not money.",
        "typosquatting" => "A name that is mistaken for a known one.",
        "remote-access" => "VPN, remote desktop or support tools were the way in.",
        "notified" => "The victim has been told, with a date in the description.",
        "third-party" => "Reached through a supplier or service provider.",
        "high-value" => "Access to money, keys or many accounts.",
        "triage" => "Needs a first look within a working day.",
        "hunting" => "Starts from a hypothesis, not from an alert.",
        "lessons-learned" => "Finished, with a change that follows from it.",
        "watering-hole" => "A site that the intended victims visit, changed to attack them.",
        "supply-chain" => "Came through a supplier or its updates.",
        "loader" => "First stage that fetches others.",
        "bulletproof-hosting" => "Provider that ignores abuse reports.",
        "энергетика" => "Энергетический сектор.",
        "système" => "Fichiers et processus du système.",
        _ => null,
    };
}
