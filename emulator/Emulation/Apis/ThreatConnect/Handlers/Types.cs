using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>The types of indicators, associations and attributes, which belong to no owner.</summary>
static class Types
{
    private static readonly FilterField[] s_attributeFilters =
    [
        // Every type is a system type, available to each owner and each item.
        new("owner", "=", (_, _, _) => _ => true),
        new("type", "=", (_, _, _) => _ => true),
        FilterField.Bool<ListedValue<AttributeType>>("system", (_, _) => true),
        FilterField.Bool<ListedValue<AttributeType>>("allowMarkdown", (type, _) => type.Value.AllowMarkdown),
        FilterField.Number<ListedValue<AttributeType>>("maxLength", "=<>", (type, _) => type.Value.MaxSize, whole: true),
    ];

    public static Reply Indicators(Call call)
    {
        if (!Listing.Read(call, []).Is(out var listing, out var error)) return error;
        var types = ListedValue<IndicatorType>.All(Instance.Of(call.Graph).IndicatorTypes.All);
        return listing.Page("indicatorType", types,
            (ref json, type) =>
                TypeJson.Indicator(ref json, ((ListedValue<IndicatorType>)type).Value, listing.Includes.Additional, alone: false));
    }

    public static Reply OneIndicator(Call call) => Instance.Of(call.Graph).IndicatorTypes.Find(call["indicatorType"]) is { } type
        ? Envelope.One(200, "indicatorType", (ref json) => TypeJson.Indicator(ref json, type, Includes.Read(call).Additional, alone: true))
        : Envelope.Missing;

    public static Reply Associations(Call call)
    {
        if (!Listing.Read(call, []).Is(out var listing, out var error)) return error;
        return listing.Page("associationType", ListedValue<TypeJson.Association>.All(AllAssociations(call.Graph)),
            (ref json, type) => ((ListedValue<TypeJson.Association>)type).Value.Write(ref json));
    }

    public static Reply OneAssociation(Call call)
    {
        var named = AllAssociations(call.Graph)
            .FirstOrDefault(type => Same(type.Name, call["associationType"]) || Same(type.Branch, call["associationType"]));
        return named is null ? Envelope.Missing : Envelope.One(200, "associationType", named.Write);
    }

    public static Reply Attributes(Call call)
    {
        if (!Listing.Read(call, s_attributeFilters).Is(out var listing, out var error)) return error;
        var known = Instance.Of(call.Graph).AttributeTypes.All;
        var rules = WithRules(call);
        var wanted = ListedValue<AttributeType>.All(known);
        if (listing.Filters.Terms.Count > 0) wanted = wanted.Where(listing.Filters.Accept);
        return listing.Page("attributeType", wanted, (ref json, node) =>
        {
            var type = ((ListedValue<AttributeType>)node).Value;
            TypeJson.Attribute(ref json, type, rules ? 1 + Position(known, type) : 0);
        });
    }

    public static Reply OneAttribute(Call call)
    {
        var known = Instance.Of(call.Graph).AttributeTypes.All;
        var type = known.FirstOrDefault(type => Same(type.Name, call["attributeTypeName"]));
        if (type is null) return Envelope.Missing;
        var rule = WithRules(call) ? 1 + Position(known, type) : 0;
        return Envelope.One(200, "attributeType", (ref json) => TypeJson.Attribute(ref json, type, rule));
    }

    /// <summary>All types of groups, tasks and victims, then the association types of indicators, then the file actions.</summary>
    private static IEnumerable<TypeJson.Association> AllAssociations(Graph graph)
    {
        var joins = Instance.Of(graph).AssociationTypes.All.OrderBy(type => type.FileAction)
            .Select(type => new TypeJson.Association(type.Name, !type.FileAction, type.FileAction, type.Branch));
        return
        [
            .. GroupType.All.Select(type => new TypeJson.Association(type.Name, false, false, type.Branch)),
            new("Task", false, false, "tasks"),
            new("Victim", false, false, "victims"),
            .. joins,
        ];
    }

    private static bool WithRules(Call call) =>
        call.Query.Each("includes").SelectMany(value => value.Split(',')).Any(word => Same(word.Trim(), "validationRule"));

    private static int Position(IReadOnlyList<AttributeType> types, AttributeType type)
    {
        for (var i = 0; i < types.Count; i++)
            if (ReferenceEquals(types[i], type)) return i;
        throw new InvalidOperationException($"{type.Name} is not among the types that were listed.");
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
