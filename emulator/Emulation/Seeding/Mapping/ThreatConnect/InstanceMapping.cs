using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatConnect;

/// <summary>What a dataset says about the whole instance: licence, exclusions and types of its own.</summary>
static class InstanceMapping
{
    private const int MostIndicatorTypes = 250;

    public static Instance ToNode(DatasetFile file)
    {
        var indicatorTypes = IndicatorTypesOf(file);
        return new Instance
        {
            Licensed = file.Licensed,
            BatchEnabled = file.BatchEnabled,
            Exclusions = file.Exclusions.ToHashSet(StringComparer.OrdinalIgnoreCase),
            IndicatorTypes = indicatorTypes,
            AssociationTypes = AssociationTypesOf(file, indicatorTypes),
            AttributeTypes = AttributeTypesOf(file),
        };
    }

    /// <summary>What the head of a dataset says of the instance.</summary>
    public static DatasetFile ToHead(Instance instance) => new()
    {
        Format = 1,
        Complete = true,
        Licensed = instance.Licensed,
        BatchEnabled = instance.BatchEnabled,
        OpenAttributeTypes = instance.AttributeTypes.Open,
        Exclusions = [.. instance.Exclusions.Order(StringComparer.Ordinal)],
    };

    /// <summary>The head with the arrays of the types that are the instance's own.</summary>
    public static DatasetFile ToRow(Instance instance, ThreatConnectWriter write) => ToHead(instance) with
    {
        IndicatorTypes = [.. OwnIndicatorTypes(instance).Select(ToRow)],
        AssociationTypes = [.. OwnAssociationTypes(instance).Select(type => ToRow(type, write))],
        AttributeTypes = [.. OwnAttributeTypes(instance).Select(ToRow)],
    };

    public static IEnumerable<IndicatorType> OwnIndicatorTypes(Instance instance) =>
        instance.IndicatorTypes.All.Skip(IndicatorTypes.BuiltIn.All.Count);

    public static IndicatorTypeRow ToRow(IndicatorType type) => new()
    {
        Name = type.Name,
        Branch = type.Branch,
        Entity = type.Entity,
        Parsable = type.Parsable,
        CasePreference = type.Case switch
        {
            CasePreference.Sensitive => "sensitive",
            CasePreference.Lower => "lower",
            CasePreference.Upper => "upper",
            _ => throw new InvalidOperationException($"{type.Name} has no case preference."),
        },
        Values = [.. type.Values.Select(value => new ValueRow { Label = value.Label, Options = value.Options })],
    };

    public static IEnumerable<AssociationType> OwnAssociationTypes(Instance instance) =>
        instance.AssociationTypes.All.Skip(AssociationTypes.BuiltIn.All.Count);

    public static AssociationTypeRow ToRow(AssociationType type, ThreatConnectWriter write) => new()
    {
        Name = type.Name,
        Branch = type.Branch,
        FileAction = type.FileAction,
        Joins = [.. type.Pairs.Select(pair => new[] { write.Spelling(pair.One), write.Spelling(pair.Other) })],
    };

    public static IEnumerable<AttributeType> OwnAttributeTypes(Instance instance) =>
        instance.AttributeTypes.All.Except(AttributeTypes.BuiltIn.All);

    public static AttributeTypeRow ToRow(AttributeType type) => new()
    {
        Name = type.Name,
        Description = type.Description,
        MaxSize = type.MaxSize,
        AllowMarkdown = type.AllowMarkdown,
        ErrorMessage = type.ErrorMessage,
        Options = type.Options,
    };

    private static IndicatorTypes IndicatorTypesOf(DatasetFile file)
    {
        var at = new RowPlace("indicatorTypes");
        var types = IndicatorTypes.BuiltIn.All.ToList();
        foreach (var row in at.Each(file.IndicatorTypes)) types.Add(ToNode(row, types, at));
        return types.Count == IndicatorTypes.BuiltIn.All.Count ? IndicatorTypes.BuiltIn : new IndicatorTypes(types);
    }

    private static IndicatorType ToNode(IndicatorTypeRow row, List<IndicatorType> known, RowPlace at)
    {
        if (row.Name.Length == 0 || row.Branch.Length == 0 || row.Entity.Length == 0)
            throw at.Error("needs a name, a branch and an entity");
        if (known.Exists(type => Same(type.Branch, row.Branch) || Same(type.Name, row.Name)))
            throw at.Error($"has the name or branch of another type, \"{row.Name}\"");
        if (row.Values.Count is < 1 or > 3 || row.Values.Any(value => value.Label.Length == 0))
            throw at.Error("needs one to three values, each with a label");
        if (!Enum.TryParse<CasePreference>(row.CasePreference, ignoreCase: true, out var casing) || !Enum.IsDefined(casing))
            throw at.Error($"has the casePreference \"{row.CasePreference}\"; allowed are sensitive, lower, upper");
        if (known.Count >= MostIndicatorTypes)
            throw at.Error(
                $"is one too many; there can be {MostIndicatorTypes - IndicatorTypes.BuiltIn.All.Count} besides the built-in ones");
        var values = row.Values.Select(value => new ValueField(value.Label, value.Label, [.. value.Options])).ToArray();
        return new IndicatorType(known.Count + 1, row.Name, row.Branch, row.Entity, true, row.Parsable, casing, values);
    }

    private static AssociationTypes AssociationTypesOf(DatasetFile file, IndicatorTypes indicators)
    {
        var at = new RowPlace("associationTypes");
        var types = AssociationTypes.BuiltIn.All.ToList();
        foreach (var row in at.Each(file.AssociationTypes)) types.Add(ToNode(row, types, indicators, at));
        return types.Count == AssociationTypes.BuiltIn.All.Count ? AssociationTypes.BuiltIn : new AssociationTypes(types);
    }

    private static AssociationType ToNode(AssociationTypeRow row, List<AssociationType> known, IndicatorTypes indicators, RowPlace at)
    {
        if (row.Name.Length == 0 || row.Branch.Length == 0) throw at.Error("needs a name and a branch");
        var most = ThreatConnectRelations.Associated.Count;
        if (known.Count >= most) throw at.Error($"is one too many; there can be {most} in all");
        if (known.Exists(type => Same(type.Branch, row.Branch) && type.FileAction == row.FileAction))
            throw at.Error($"has the branch of another type, \"{row.Branch}\"");
        if (row.Joins.Any(pair => pair.Count != 2)) throw at.Error("joins pairs of two indicator types");
        var pairs = row.Joins.Select(pair => (Named(indicators, pair[0], at), Named(indicators, pair[1], at))).ToArray();
        if (row.FileAction && pairs.Any(pair => pair.Item1 != IndicatorType.File))
            throw at.Error("is a file action, so each pair begins with File");
        return new AssociationType(known.Count, row.Name, row.Branch, row.FileAction, pairs);
    }

    private static IndicatorType Named(IndicatorTypes types, string name, RowPlace at) => types.Find(name)
        ?? throw at.Error($"joins the unknown type \"{name}\"; there are {string.Join(", ", types.All.Select(type => type.Name))}");

    private static AttributeTypes AttributeTypesOf(DatasetFile file)
    {
        var at = new RowPlace("attributeTypes");
        var types = AttributeTypes.BuiltIn.All.ToList();
        var any = false;
        foreach (var row in at.Each(file.AttributeTypes))
        {
            if (row.Name.Length == 0) throw at.Error("has no name");
            any = true;
            types.RemoveAll(type => Same(type.Name, row.Name));
            var type = new AttributeType(row.Name, row.Description, row.MaxSize, row.AllowMarkdown) { Options = row.Options };
            types.Add(row.ErrorMessage is { } message ? type with { ErrorMessage = message } : type);
        }
        if (!any && !file.OpenAttributeTypes) return AttributeTypes.BuiltIn;
        return new AttributeTypes(types.OrderBy(type => type.Name, StringComparer.OrdinalIgnoreCase), file.OpenAttributeTypes);
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
