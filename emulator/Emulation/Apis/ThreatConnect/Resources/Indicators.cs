using System.Text.Json;
using Emulation.Apis.ThreatConnect.Bodies;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>Indicators: found by value in an owner.</summary>
sealed class Indicators() : Resource("Indicator", "indicator", 2)
{
    private static readonly FilterField[] s_common =
    [
        FilterField.Text<Indicator>("summary", "=^", item => item.Summary, Served.ByName),
        FilterField.Bool<Indicator>("active", (item, _) => item.IsActive, Served.ByActivity),
        FilterField.Date<Indicator>("dateAdded", item => item.Added, Served.ByDate),
        FilterField.Number<Indicator>("rating", "<>", (item, _) => Hundredths(item.Rating)),
        FilterField.Number<Indicator>("confidence", "=<>", (item, _) => Whole(item.Confidence), whole: true),
        FilterField.Number<Indicator>("threatAssessScore", "=<>", (item, _) => Whole(item.ThreatScore), whole: true),
        FilterField.Number<Indicator>("threatAssessRating", "<>", (item, _) => Hundredths(item.ThreatRating)),
        FilterField.Number<Indicator>("threatAssessConfidence", "<>", (item, _) => Hundredths(item.ThreatConfidence)),
        FilterField.Number<Indicator>("falsePositive", "=<>", (item, _) => item.Sightings?.FalsePositives ?? 0, whole: true),
    ];

    // Where an address is, nobody here knows: the filters are understood and match nothing.
    private static readonly FilterField[] s_addresses =
    [
        .. s_common,
        .. new[] { "city", "countryCode", "countryName", "organization", "state", "timezone" }.Select(name => FilterField.Text<Indicator>(name, "=", _ => null)),
        FilterField.Number<Indicator>("asn", "=", (_, _) => null, whole: true),
    ];

    private static readonly FilterField[] s_hosts =
    [
        .. s_common,
        FilterField.Bool<Indicator>("whoisActive", (item, _) => item.Flags.HasFlag(IndicatorFlags.WhoisActive)),
        FilterField.Bool<Indicator>("dnsActive", (item, _) => item.Flags.HasFlag(IndicatorFlags.DnsActive)),
    ];

    private static readonly FilterField[] s_ofAllTypes =
        [.. s_common, .. s_addresses.Concat(s_hosts).Except(s_common).Select(field => field with { Prefixed = true })];

    public override bool HasModifiedSince => true;

    public override IReadOnlyList<FilterField> Filters(ItemType? type)
    {
        if (type is null) return s_ofAllTypes;
        if (type == IndicatorType.Address) return s_addresses;
        return type == IndicatorType.Host ? s_hosts : s_common;
    }

    public override Found<ItemType> Type(Call call, string branch) =>
        Instance.Of(call.Graph).IndicatorTypes.ByBranch(branch) is { } type ? type : Envelope.Fail(404, Texts.UnknownPath, $"\"{branch}\" is no type of indicator");

    public override Reply? WrongType(Call call, int at) => Type(call, call[at]).Is(out _, out var no) ? null : no;

    public override Pool OfOwner(Graph graph, Owner owner) => new IndicatorPool(graph, owner.Id);

    public override Found<Node> Find(Call call, int at, Owner? near = null)
    {
        if (!Type(call, call[at]).Is(out var type, out var no)) return no;
        return Find(call, (IndicatorType)type, call[at + 1], near);
    }

    /// <summary>In the owner that the request names, else with the item that stands before it, else in the caller's own.</summary>
    public static Found<Node> Find(Call call, IndicatorType type, string value, Owner? near = null)
    {
        Owner? owner = near;
        if (Scope.Named(call) is { } named && !named.Is(out owner, out var no)) return no;
        owner ??= Scope.Own(call);
        return IndicatorLookup.Find(call.Graph, owner.Id, type, value) is { } item ? item : Envelope.Missing;
    }

    public override int OwnerOf(Graph graph, Node node) => ((Indicator)node).Owner;

    public override string KeyOf(Node node) => ((Indicator)node).Type.Entity;

    public override void Write(ref JsonWriter json, Pen pen, Node node, Form form) => IndicatorJson.Write(ref json, pen, (Indicator)node, form);

    public override Line Plain(Pen pen, Node node, Form form) => IndicatorJson.Plain(pen, (Indicator)node, form);

    public override Node? Beside(Pen pen, Node node) => pen.OwnerOf(((Indicator)node).Owner);

    private static decimal? Whole(short value) => value < 0 ? null : value;

    private static decimal? Hundredths(short value) => value < 0 ? null : value / 100m;

    private sealed class IndicatorPool(Graph graph, int owner) : Pool
    {
        public override NodeList All(ItemType? type) => Added(type, false, long.MinValue, long.MaxValue)!;

        public override NodeList Active(ItemType? type) => Added(type, true, long.MinValue, long.MaxValue)!;

        // Values of several parts are found by their first.
        public override NodeList Named(ItemType? type, string name, bool prefix)
        {
            var cut = name.IndexOf(IndicatorType.Separator, StringComparison.Ordinal);
            return Sorted(Types(type).SelectMany(one =>
            {
                var whole = WithText(graph, Indicator.ByValue, Indicator.Scope(owner, one), Fold.Case(name), prefix);
                return cut < 0 ? whole : whole.Concat(WithText(graph, Indicator.ByValue, Indicator.Scope(owner, one), Fold.Case(name[..cut]), false));
            }));
        }

        public override NodeList? Added(ItemType? type, bool activeOnly, long after, long before)
        {
            var active = type is IndicatorType one
                ? Newest.Between(graph, Indicator.ActiveOfType, Indicator.Scope(owner, one), after, before)
                : Newest.Between(graph, Indicator.Active, owner, after, before);
            if (activeOnly) return active;
            return NodeList.Merge(active, type is IndicatorType same
                ? Newest.Between(graph, Indicator.InactiveOfType, Indicator.Scope(owner, same), after, before)
                : Newest.Between(graph, Indicator.Inactive, owner, after, before));
        }

        private IEnumerable<IndicatorType> Types(ItemType? type) => type is IndicatorType one ? [one] : Instance.Of(graph).IndicatorTypes.All;
    }
}

/// <summary>Finds an indicator by a value as a path has it.</summary>
static class IndicatorLookup
{
    public static Indicator? Find(Graph graph, int owner, IndicatorType type, string value)
    {
        if (type == IndicatorType.File) return value.Split(IndicatorType.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var hash, ..] ? OfHash(graph, owner, hash) : null;
        if (Literal(graph, owner, type, value) is { } item) return item;
        // tcex encodes blanks in URLs and hosts as plus signs.
        return value.Contains('+', StringComparison.Ordinal) ? Literal(graph, owner, type, value.Replace('+', ' ')) : null;
    }

    /// <summary>The file with this hash, in any letter case.</summary>
    public static Indicator? OfHash(Graph graph, int owner, string hash) =>
        graph.Between(Indicator.ByValue, Low(owner, IndicatorType.File, Fold.Case(hash)), High(owner, IndicatorType.File, Fold.Case(hash))).Slice(0, 1).FirstOrDefault() as Indicator;

    /// <summary>The indicator with exactly these canonical parts.</summary>
    public static Indicator? OfParts(Graph graph, int owner, IndicatorType type, string?[] parts) =>
        Candidates(graph, owner, type, parts[0]!).FirstOrDefault(item => item.Value1 == parts[0] && item.Value2 == parts[1] && item.Value3 == parts[2]);

    private static Indicator? Literal(Graph graph, int owner, IndicatorType type, string value)
    {
        if (IndicatorValues.Split(type, value) is { } parts && OfParts(graph, owner, type, parts) is { } item) return item;
        if (type.Values.Length == 1) return null;
        // The first part alone is enough where it leaves no doubt.
        var cased = IndicatorValues.Cased(type, value);
        var few = Candidates(graph, owner, type, cased).Where(one => one.Value1 == cased).Take(2).ToArray();
        return few.Length == 1 ? few[0] : null;
    }

    private static IEnumerable<Indicator> Candidates(Graph graph, int owner, IndicatorType type, string first)
    {
        var folded = Fold.Case(first);
        return graph.Between(Indicator.ByValue, Low(owner, type, folded), High(owner, type, folded)).All().Cast<Indicator>();
    }

    private static TextKey Low(int owner, IndicatorType type, string folded) => new(Indicator.Scope(owner, type), folded, long.MinValue);

    private static TextKey High(int owner, IndicatorType type, string folded) => new(Indicator.Scope(owner, type), folded, long.MaxValue);
}
