using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>Indicators, found by value in an owner.</summary>
sealed class Indicators() : Resource("Indicator", "indicator", new("type", "indicator"))
{
    private static readonly FilterField[] s_common =
    [
        new("summary", "=^", (character, value, _) => SummaryFilter.Test(value, character == '^'), FilterIndex.ByName),
        FilterField.Bool<Indicator>("active", (item, _) => item.IsActive, FilterIndex.ByActivity),
        FilterField.Date<Indicator>("dateAdded", item => item.Added, FilterIndex.ByDate),
        FilterField.Number<Indicator>("rating", "<>", (item, _) => Hundredths(item.Rating)),
        FilterField.Number<Indicator>("confidence", "=<>", (item, _) => Whole(item.Confidence), whole: true),
        FilterField.Number<Indicator>("threatAssessScore", "=<>", (item, _) => Whole(item.ThreatScore), whole: true),
        FilterField.Number<Indicator>("threatAssessRating", "<>", (item, _) => Hundredths(item.ThreatRating)),
        FilterField.Number<Indicator>("threatAssessConfidence", "<>", (item, _) => Hundredths(item.ThreatConfidence)),
        FilterField.Number<Indicator>("falsePositive", "=<>", (item, _) => item.Sightings?.FalsePositives ?? 0, whole: true),
    ];

    // Locations of addresses are not modelled: these filters are accepted and match nothing.
    private static readonly FilterField[] s_addresses =
    [
        .. s_common,
        .. new[] { "city", "countryCode", "countryName", "organization", "state",
            "timezone" }.Select(name => FilterField.Text<Indicator>(name, "=", _ => null)),
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

    public override bool HasTypes => true;

    public override bool HasModifiedSince => true;

    public override IReadOnlyList<FilterField> Filters(ItemType? type)
    {
        if (type is null) return s_ofAllTypes;
        if (type == IndicatorType.Address) return s_addresses;
        return type == IndicatorType.Host ? s_hosts : s_common;
    }

    public override Result<ItemType> Type(Call call, string branch) =>
        Instance.Of(call.Graph).IndicatorTypes.ByBranch(branch) is { } type
            ? type
            : Envelope.Fail(404, Texts.UnknownPath, $"\"{branch}\" is not a type of indicator");

    public override ItemSet OfOwner(Graph graph, Owner owner) => new IndicatorSet(graph, owner.Id);

    public override string KeyOf(Node node) => ((Indicator)node).Type.Entity;

    public override Result<Node> Find(Call call, ItemPath parameters, Owner? defaultOwner = null)
    {
        var type = parameters.FixedType;
        if (type is null && !Type(call, call[parameters.Type!]).Is(out type, out var error)) return error;
        return Find(call, (IndicatorType)type, parameters.Id, defaultOwner);
    }

    /// <summary>The indicator in the path of a route for one type.</summary>
    public Result<Indicator> FindOne(Call call, IndicatorType type) =>
        Find(call, type, Path.Id).Is(out var node, out var error) ? (Indicator)node : error;

    /// <summary>Finds an indicator in the requested owner, or else in the default owner, or else in the caller's own.</summary>
    private static Result<Node> Find(Call call, IndicatorType type, string parameter, Owner? defaultOwner = null)
    {
        Owner? owner = defaultOwner;
        if (Scope.Named(call) is { } named && !named.Is(out owner, out var error)) return error;
        owner ??= Scope.Own(call);
        return IndicatorLookup.Find(call.Graph, owner.Id, type, PathText.Spellings(call, parameter)) is { } item ? item : Envelope.Missing;
    }

    public override int OwnerOf(Graph graph, Node node) => ((Indicator)node).Owner;

    public override void Write(ref JsonWriter json, RenderContext context, Node node, ItemForm form) =>
        IndicatorJson.Write(ref json, context, (Indicator)node, form);

    public override ItemDependency DependsOn(RenderContext context, Node node) => new(context.OwnerOf(((Indicator)node).Owner));

    private static decimal? Whole(short value) => value < 0 ? null : value;

    private static decimal? Hundredths(short value) => value < 0 ? null : value / 100m;

    private sealed class IndicatorSet(Graph graph, int owner) : ItemSet
    {
        public override NodeList All(ItemType? type) => Added(type, false, long.MinValue, long.MaxValue)!;

        public override NodeList Active(ItemType? type) => Added(type, true, long.MinValue, long.MaxValue)!;

        // Values of several parts are indexed by the first part.
        public override NodeList Named(ItemType? type, string name, bool prefix)
        {
            var cut = name.IndexOf(IndicatorType.Separator, StringComparison.Ordinal);
            return Sorted(Types(type).SelectMany(one =>
            {
                var stored = prefix ? name : SummaryFilter.Canonical(one, name);
                var whole = WithText(graph, Indicator.ByValue, Indicator.Scope(owner, one), Fold.Case(stored), prefix);
                return cut < 0 ? whole : whole.Concat(WithText(graph, Indicator.ByValue, Indicator.Scope(owner, one),
                    Fold.Case(name[..cut]), false));
            }));
        }

        public override NodeList? Added(ItemType? type, bool activeOnly, long after, long before)
        {
            var active = type is IndicatorType one
                ? Newest(graph, Indicator.ActiveOfType, Indicator.Scope(owner, one), after, before)
                : Newest(graph, Indicator.Active, owner, after, before);
            if (activeOnly) return active;
            return NodeList.Merge(active, type is IndicatorType same
                ? Newest(graph, Indicator.InactiveOfType, Indicator.Scope(owner, same), after, before)
                : Newest(graph, Indicator.Inactive, owner, after, before));
        }

        private IEnumerable<IndicatorType> Types(ItemType? type) =>
            type is IndicatorType one ? [one] : Instance.Of(graph).IndicatorTypes.All;
    }
}
