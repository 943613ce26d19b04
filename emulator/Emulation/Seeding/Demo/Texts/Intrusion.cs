namespace Emulation.Seeding.Demo.Texts;

/// <summary>One thing that an intruder did.</summary>
/// <param name="At">Seconds since 1970.</param>
readonly record struct Step(Technique Technique, long At);

/// <summary>
/// The course of an intrusion: techniques that fit the malware, the aim and each other. An actor has habits; a single intrusion departs
/// from them now and then.
/// </summary>
static class Intrusion
{
    private const int Departure = 25;

    /// <summary>How long an intrusion takes at most, in seconds.</summary>
    private const long Longest = 14 * 86400;

    private static readonly Dictionary<string, string[]> s_entries = new(StringComparer.Ordinal)
    {
        ["Loader"]  = ["T1566.001", "T1566.002", "T1189"],
        ["Stealer"] = ["T1566.002", "T1189", "T1566.001"],
        ["Locker"]  = ["T1078", "T1190", "T1199"],
        ["Bot"]     = ["T1566.001", "T1190"],
        ["RAT"]     = ["T1566.001", "T1566.002", "T1199", "T1189"],
        ["Dropper"] = ["T1566.001", "T1566.002"],
        ["Worm"]    = ["T1078", "T1190", "T1195.002"],
        ["Wiper"]   = ["T1078", "T1199", "T1190"],
        ["Miner"]   = ["T1190", "T1078"],
        ["Shell"]   = ["T1190", "T1199", "T1195.002", "T1566.001"],
    };

    private static readonly Dictionary<string, (string[] Execution, string[] Persistence)> s_after = new(StringComparer.Ordinal)
    {
        ["T1566.001"] = (["T1204.002", "T1059.001"], ["T1053.005", "T1547.001", "T1574.002"]),
        ["T1566.002"] = (["T1204.002", "T1059.007"], ["T1053.005", "T1547.001", "T1574.002"]),
        ["T1189"]     = (["T1059.007", "T1204.002"], ["T1547.001", "T1053.005"]),
        ["T1190"]     = (["T1059.003", "T1059.001"], ["T1505.003", "T1543.003", "T1136.001"]),
        ["T1078"]     = (["T1059.001", "T1047"],     ["T1136.001", "T1098", "T1053.005"]),
        ["T1195.002"] = (["T1059.003"],              ["T1543.003", "T1574.002"]),
        ["T1199"]     = (["T1047", "T1059.001"],     ["T1136.001", "T1053.005"]),
    };

    private static readonly string[] s_evasion = ["T1027", "T1055", "T1562.001", "T1218.011", "T1070.001"];
    private static readonly string[] s_credentials = ["T1003.001", "T1558.003", "T1003.003"];
    private static readonly string[] s_movement = ["T1021.001", "T1021.002", "T1021.006"];
    private static readonly string[] s_control = ["T1071.001", "T1573.002", "T1071.004", "T1105", "T1090.003"];
    private static readonly string[] s_collection = ["T1560.001", "T1114.002", "T1005"];
    private static readonly string[] s_exfiltration = ["T1041", "T1567.002", "T1048.003"];

    /// <summary>A way in as a sentence names it.</summary>
    public static string Entry(string technique) => technique switch
    {
        "T1566.001" => "mail with an attachment",
        "T1566.002" => "mail with a link",
        "T1189" => "a drive-by download",
        "T1190" => "an unpatched web application",
        "T1078" => "stolen credentials",
        "T1195.002" => "a tampered software update",
        "T1199" => "a service provider's access",
        _ => throw new InvalidOperationException($"Intrusions do not begin with {technique}."),
    };

    /// <param name="kind">The malware.</param>
    /// <param name="aim">What the actor wants.</param>
    /// <param name="begin">The earliest moment of the first step.</param>
    /// <param name="end">The latest moment of the last step.</param>
    /// <param name="habits">Chance that is the same for all intrusions of an actor.</param>
    /// <param name="random">Chance of this intrusion alone.</param>
    public static Step[] Of(MalwareKind kind, Aim aim, long begin, long end, ref RandomStream habits, ref RandomStream random)
    {
        var entry = Choose(s_entries[kind.Word], ref habits, ref random);
        var (execution, persistence) = s_after[entry];
        var steals = aim == Aim.Espionage || aim == Aim.Extortion || aim == Aim.CredentialTheft;
        var spreads = kind.Word is not ("Stealer" or "Bot" or "Miner" or "Dropper");
        var ids = new List<string>(10) { entry, Choose(execution, ref habits, ref random), Choose(persistence, ref habits, ref random) };
        var evades = Choose(s_evasion, ref habits, ref random);
        if (random.Chance(60)) ids.Add(evades);
        ids.Add(Choose(s_control, ref habits, ref random));
        if (kind.Word is "Stealer") ids.Add("T1555.003");
        else if (spreads) ids.Add(Choose(s_credentials, ref habits, ref random));
        if (spreads) ids.Add(Choose(s_movement, ref habits, ref random));
        if (steals && kind.Word is not "Stealer") ids.Add(Choose(s_collection, ref habits, ref random));
        if (steals) ids.Add(Choose(s_exfiltration, ref habits, ref random));
        foreach (var id in ImpactOf(kind, aim)) ids.Add(id);
        return Dated(ids, begin, end, ref random);
    }

    private static string[] ImpactOf(MalwareKind kind, Aim aim) => aim.Name switch
    {
        "Extortion" when kind.Word is "Locker" => ["T1490", "T1486"],
        "Disruption" => kind.Word is "Bot" ? ["T1498.001"] : ["T1485"],
        "Resource theft" => ["T1496"],
        "Fraud" => ["T1657"],
        _ => [],
    };

    private static Step[] Dated(List<string> ids, long begin, long end, ref RandomStream random)
    {
        var first = Math.Max(begin, end - Longest);
        var span = end - first;
        var steps = new Step[ids.Count];
        var at = 0L;
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = new Step(Techniques.ById(ids[i]), first + at);
            // The first three steps follow each other within hours.
            var room = (span - at) / (steps.Length - i);
            at += i < 2 ? Math.Min(room, 600 + random.Below(14_400)) : (room / 2) + random.Below((int)(room / 2) + 1);
        }
        return steps;
    }

    private static string Choose(string[] ids, ref RandomStream habits, ref RandomStream random)
    {
        var usual = ids[habits.Below(ids.Length)];
        var other = ids[random.Below(ids.Length)];
        return random.Chance(Departure) ? other : usual;
    }
}
