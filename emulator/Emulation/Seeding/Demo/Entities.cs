using System.Globalization;
using Emulation.Graphs.ThreatConnect;
using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding.Demo.Texts;

namespace Emulation.Seeding.Demo;

/// <summary>ThreatWinds' entities: those of indicators and actors, and others that only ThreatWinds has.</summary>
sealed class Entities(Plan plan, ThreatConnectSeed threatConnect, EntityValues values, ReporterLists reporters)
{
    // How many of a hundred of ThreatWinds' own entities are actors: as many as ThreatConnect has in the default mix, and a few more.
    private const int ActorShare = 9;

    private static readonly string[] s_nothing = [];
    private static readonly string[] s_kinds = ["malware", "common-file", "system-file"];

    public static int ActorsBefore(int position) => (int)((long)position * ActorShare / 100);

    public static bool IsActor(int position) => ActorsBefore(position + 1) > ActorsBefore(position);

    public static int StoryOf(Plan plan, int position)
    {
        if (IsActor(position)) return GroupPlan.StoryOf(GroupPlan.GroupOfActor(ActorsBefore(position)));
        var random = plan.Random(StreamKind.Entity, ~(long)position);
        return Plan.StoryIn(position / Counts.EntitiesInGeneration, ref random);
    }

    /// <summary>An indicator's entity; null when another indicator with the same value already has it.</summary>
    public Entity? OfIndicator(int number)
    {
        if (threatConnect.Clusters.CopiedBy(number) >= 0) return null;
        var indicator = threatConnect.Indicators[number];
        var (type, value) = EntityValues.OfIndicator(indicator);
        var random = plan.Random(StreamKind.Entity, -1_000_000_000_000L - number);
        var wellKnown = indicator.Rating == 0 && random.Chance(50);
        var reputation = wellKnown ? 3 : ReputationOf(indicator.Rating);
        var accuracy = indicator.Confidence == Indicator.Unset ? 0 : Math.Min(3, 1 + (indicator.Confidence / 34));
        var set = threatConnect.TagsAndAttributes.SetOf(StreamKind.Indicator, number);
        var at = (indicator.Modified * Nanos.PerSecond) + random.Below((int)Nanos.PerSecond);
        return new Entity
        {
            Id = Ids.OfEntity(type, value),
            Type = type,
            At = at,
            LastSeen = Later(at, ref random),
            FirstSeen = indicator.Added * Nanos.PerSecond,
            Reputation = reputation,
            BestReputation = Math.Min(3, reputation + random.Skewed(3)),
            WorstReputation = Math.Max(wellKnown ? 0 : -3, reputation - random.Skewed(3)),
            Accuracy = accuracy,
            WellKnown = wellKnown,
            Tags = set >= 0 ? threatConnect.TagsAndAttributes.Names(set) : random.Chance(50) ? null : s_nothing,
            VisibleBy = reporters.Seeing(indicator.Owner),
            Attributes = AttributesOf(indicator, type, value, ref random),
            Reporters = reporters.Of(threatConnect.Clusters.StoryOf(number / ClusterPlan.Size), accuracy, ref random),
        };
    }

    /// <summary>The reputation that follows from an indicator's rating.</summary>
    public static int ReputationOf(short rating) => rating == Indicator.Unset ? 0 : 2 - (rating / 100);

    /// <summary>One of ThreatWinds' own entities: an actor, or a value that is no indicator.</summary>
    public Entity Own(int position)
    {
        var random = plan.Random(StreamKind.Entity, position);
        var (story, isActor) = (StoryOf(plan, position), IsActor(position));
        var number = position - ActorsBefore(position);
        var form = isActor
            ? new EntityTypeForm(values.OfActor(ActorsBefore(position)).Type, ValueForm.Text)
            : EntityTypeForms.Of(number, ref random);
        var type = form.Name;
        var value = isActor ? values.OfActor(ActorsBefore(position)).Value : values.Own(form, number, ref random);
        var reputation = isActor ? -3 + random.Below(2) : form.IsNeutral ? random.Below(2) : random.Weighted([24, 22, 16, 16, 8, 7, 7]) - 3;
        var accuracy = isActor ? 3 : random.Below(4);
        var first = isActor ? plan.Actors.Begin(story) : plan.Actors.Within(story, ref random);
        var at = (plan.Actors.After(first, 120, ref random) * Nanos.PerSecond) + random.Below((int)Nanos.PerSecond);
        return new Entity
        {
            Id = Ids.OfEntity(type, value),
            Type = type,
            At = at,
            LastSeen = Later(at, ref random),
            FirstSeen = first * Nanos.PerSecond,
            Reputation = reputation,
            BestReputation = Math.Min(3, reputation + random.Skewed(4)),
            WorstReputation = form.IsNeutral ? 0 : Math.Max(-3, reputation - random.Skewed(4)),
            Accuracy = accuracy,
            WellKnown = false,
            Tags = TagsOf(type, ref random),
            VisibleBy = isActor ? ReporterLists.Everyone : ReporterLists.Some(ref random),
            Attributes = AttributesOf(form, value, story, ref random),
            Reporters = reporters.Of(story, accuracy, ref random),
            Label = isActor && random.Chance(10) ? $"Tracked {type}" : null,
            Description = isActor && random.Chance(40)
                ? DescriptionOf(GroupPlan.GroupOfActor(ActorsBefore(position)), at / Nanos.PerSecond, ref random)
                : null,
        };
    }

    /// <summary>What ThreatWinds says of an actor: another text than ThreatConnect's, with the same facts.</summary>
    private string DescriptionOf(int group, long written, ref RandomStream random)
    {
        var facts = plan.Stories.Of(GroupPlan.StoryOf(group), written, ref random);
        if (GroupPlan.TypeOf(group) == GroupType.Malware) facts = plan.Stories.WithMalware(facts, group);
        if (GroupPlan.TypeOf(group) == GroupType.IntrusionSet)
            facts = facts with { Alias = plan.Actors.IntrusionSet(GroupPlan.Rank(group)) };
        if (GroupPlan.TypeOf(group) == GroupType.Threat) facts = facts with { Topic = plan.Actors.NameOf(group) };
        return GroupTexts.Description(GroupPlan.TypeOf(group), facts, ref random);
    }

    private long Later(long at, ref RandomStream random)
    {
        if (random.Chance(50)) return at;
        return Math.Max(at, plan.Actors.After(at / Nanos.PerSecond, 20, ref random) * Nanos.PerSecond);
    }

    private IReadOnlyList<string>? TagsOf(string type, ref RandomStream random)
    {
        if (type is "file") return [random.Pick(s_kinds)];
        return random.Below(3) switch
        {
            0 => null,
            1 => s_nothing,
            _ => threatConnect.TagsAndAttributes.Names(random.Skewed(TagsAndAttributes.Sets)),
        };
    }

    private static EntityAttribute[] AttributesOf(Indicator indicator, string type, string value, ref RandomStream random)
    {
        var own = new EntityAttribute(type, value, type is "asn");
        if (type is "md5" && indicator is { Value2: { } sha1, Value3: { } sha256 })
            return [own, new("sha1", sha1.ToLowerInvariant()), new("sha256", sha256.ToLowerInvariant())];
        return type switch
        {
            "ip" when random.Chance(60) => Locations.Of(own, ref random),
            "domain" when random.Chance(40) => [own, .. Registration(ref random)],
            "cidr" => Locations.Of(own, ref random),
            _ => [own],
        };
    }

    private EntityAttribute[] AttributesOf(EntityTypeForm form, string value, int story, ref RandomStream random)
    {
        var own = new EntityAttribute(form.Name, value, form.Form is ValueForm.Integer or ValueForm.Float);
        return form.Name switch
        {
            "malware" when MalwareKind.InName(value) is { } kind =>
            [
                own,
                new("malware-family", value[..value.LastIndexOf(kind.Word, StringComparison.OrdinalIgnoreCase)]),
                new("malware-type", kind.Noun),
            ],
            "ip" when random.Chance(60) => Locations.Of(own, ref random),
            "domain" or "hostname" when random.Chance(40) => [own, .. Registration(ref random)],
            "breach" => [own, new("breach-count", random.Between(100, 90_000).ToString(CultureInfo.InvariantCulture), true)],
            _ => [own],
        };
    }

    private static EntityAttribute[] Registration(ref RandomStream random)
    {
        var registrar = new EntityAttribute("whois-registrar", random.Pick(InventedNames.Registrars));
        if (!random.Chance(25)) return [registrar];
        return
        [
            registrar,
            new("certificate-fingerprint", Convert.ToHexStringLower(EntityValues.Bytes(32, ref random))),
            new("issuer", $"cn={random.Pick(InventedNames.Companies).Name.ToLowerInvariant()} issuing ca"),
            new("port", "443/tcp"),
        ];
    }
}
