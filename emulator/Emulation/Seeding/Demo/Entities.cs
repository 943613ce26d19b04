using System.Globalization;
using Emulation.Graphs.ThreatConnect;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Seeding.Demo;

/// <summary>ThreatWinds' entities: the indicators and the cast once more, and what nobody else knows.</summary>
sealed class Entities(Plan plan, Told told, EntityValues values, Reporters reporters)
{
    // Of a hundred of ThreatWinds' own share, how many are of the cast: as many as ThreatConnect has in the default mix, and a few more.
    private const int CastShare = 9;

    private static readonly string[] s_nothing = [];
    private static readonly string[] s_registrars = ["Registrar GmbH", "NameHouse", "Domínios S.A."];
    private static readonly string[] s_kinds = ["malware", "common-file", "system-file"];

    public static int CastBefore(int position) => (int)((long)position * CastShare / 100);

    public static bool IsCast(int position) => CastBefore(position + 1) > CastBefore(position);

    public static int StoryOf(Plan plan, int position)
    {
        if (IsCast(position)) return GroupPlan.StoryOf(GroupPlan.GroupOfCast(CastBefore(position)));
        var dice = plan.Dice(Stream.Entity, ~(long)position);
        return Plan.StoryIn(position / Counts.EntitiesInGeneration, ref dice);
    }

    /// <summary>An indicator's entity; null when it repeats the value of another one, and so has that one's.</summary>
    public Entity? OfIndicator(int number)
    {
        if (told.Clusters.CopiedBy(number) >= 0) return null;
        var indicator = told.Indicators[number];
        var (type, value) = EntityValues.OfIndicator(indicator);
        var dice = plan.Dice(Stream.Entity, -1_000_000_000_000L - number);
        var wellKnown = indicator.Rating == 0 && dice.Chance(50);
        var reputation = wellKnown ? 3 : ReputationOf(indicator.Rating);
        var accuracy = indicator.Confidence == Indicator.Unset ? 0 : Math.Min(3, 1 + (indicator.Confidence / 34));
        var set = told.Marks.SetOf(Stream.Indicator, number);
        var at = (indicator.Modified * Nanos.PerSecond) + dice.Below((int)Nanos.PerSecond);
        return new Entity
        {
            Id = Ids.OfEntity(type, value),
            Type = type,
            At = at,
            LastSeen = Later(at, ref dice),
            FirstSeen = indicator.Added * Nanos.PerSecond,
            Reputation = reputation,
            BestReputation = Math.Min(3, reputation + dice.Skewed(3)),
            WorstReputation = Math.Max(wellKnown ? 0 : -3, reputation - dice.Skewed(3)),
            Accuracy = accuracy,
            WellKnown = wellKnown,
            Tags = set >= 0 ? told.Marks.Names(set) : dice.Chance(50) ? null : s_nothing,
            VisibleBy = reporters.Seeing(indicator.Owner),
            Attributes = AttributesOf(indicator, type, value, ref dice),
            Reporters = reporters.Of(told.Clusters.StoryOf(number / ClusterPlan.Size), accuracy, ref dice),
        };
    }

    /// <summary>How good or bad, by how an indicator is rated.</summary>
    public static int ReputationOf(short rating) => rating == Indicator.Unset ? 0 : 2 - (rating / 100);

    /// <summary>An entity of ThreatWinds' own share: one of the cast, or one that is no indicator.</summary>
    public Entity Own(int position)
    {
        var dice = plan.Dice(Stream.Entity, position);
        var (story, cast) = (StoryOf(plan, position), IsCast(position));
        var number = position - CastBefore(position);
        var (type, look) = cast ? new LookedType(values.OfCast(CastBefore(position)).Type, Look.Text) : EntityTypes.Of(number, ref dice);
        var value = cast ? values.OfCast(CastBefore(position)).Value : values.Own(type, look, number, ref dice);
        var reputation = cast ? -3 + dice.Below(2) : dice.Weighted([24, 22, 16, 16, 8, 7, 7]) - 3;
        var accuracy = cast ? 3 : dice.Below(4);
        var first = cast ? plan.Cast.Begin(story) : plan.Cast.Within(story, ref dice);
        var at = (Cast.After(first, 120, ref dice) * Nanos.PerSecond) + dice.Below((int)Nanos.PerSecond);
        return new Entity
        {
            Id = Ids.OfEntity(type, value),
            Type = type,
            At = at,
            LastSeen = Later(at, ref dice),
            FirstSeen = first * Nanos.PerSecond,
            Reputation = reputation,
            BestReputation = Math.Min(3, reputation + dice.Skewed(4)),
            WorstReputation = Math.Max(-3, reputation - dice.Skewed(4)),
            Accuracy = accuracy,
            WellKnown = false,
            Tags = TagsOf(type, ref dice),
            VisibleBy = cast ? Reporters.Everyone : Reporters.Some(ref dice),
            Attributes = AttributesOf(type, value, look, story, ref dice),
            Reporters = reporters.Of(story, accuracy, ref dice),
            Label = cast && dice.Chance(10) ? $"Tracked {type}" : null,
            Description = cast && dice.Chance(40) ? $"{plan.Cast.Adversary(story)}: {dice.Pick(plan.Words.Phrases)}" : null,
        };
    }

    private static long Later(long at, ref Dice dice) => dice.Chance(50) ? at : Cast.After(at / Nanos.PerSecond, 20, ref dice) * Nanos.PerSecond is var later && later > at ? later : at;

    private IReadOnlyList<string>? TagsOf(string type, ref Dice dice)
    {
        if (type is "file") return [dice.Pick(s_kinds)];
        return dice.Below(3) switch
        {
            0 => null,
            1 => s_nothing,
            _ => told.Marks.Names(dice.Skewed(Marks.Sets)),
        };
    }

    private EntityAttribute[] AttributesOf(Indicator indicator, string type, string value, ref Dice dice)
    {
        var own = new EntityAttribute(type, value, type is "asn");
        if (type is "md5" && indicator.Value2 is { } sha1) return [own, new("sha1", sha1.ToLowerInvariant()), new("sha256", indicator.Value3!.ToLowerInvariant())];
        if (!dice.Chance(20)) return [own];
        return type switch
        {
            "ip" => [own, new("country", dice.Pick(plan.Words.Countries)), new("city", dice.Pick(plan.Words.Cities))],
            "domain" => [own, new("whois-registrar", dice.Pick(s_registrars).ToLowerInvariant())],
            "cidr" => [own, new("aso", dice.Pick(plan.Words.Companies).ToLowerInvariant())],
            _ => [own],
        };
    }

    private EntityAttribute[] AttributesOf(string type, string value, Look look, int story, ref Dice dice)
    {
        var own = new EntityAttribute(type, value, look is Look.Integer or Look.Float);
        if (type is "malware") return [own, new("malware-family", plan.Cast.Family(story).ToLowerInvariant()), new("malware-type", dice.Chance(50) ? "trojan" : "backdoor")];
        if (!dice.Chance(20)) return [own];
        return type switch
        {
            "ip" => [own, new("country", dice.Pick(plan.Words.Countries)), new("asn", (400_000 + dice.Below(1000)).ToString(CultureInfo.InvariantCulture), true)],
            "domain" or "hostname" => [own, new("whois-registrar", dice.Pick(s_registrars).ToLowerInvariant())],
            "breach" => [own, new("breach-count", dice.Between(100, 90_000).ToString(CultureInfo.InvariantCulture), true)],
            _ => [own],
        };
    }
}
