using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Files;

/// <summary>What a dataset says of the whole instance.</summary>
static class ThreatConnectInstance
{
    public static Instance Of(DatasetFile file)
    {
        var indicatorTypes = Indicators(file);
        return new Instance
        {
            Licensed = file.Licensed,
            BatchEnabled = file.BatchEnabled,
            Exclusions = file.Exclusions.ToHashSet(StringComparer.OrdinalIgnoreCase),
            IndicatorTypes = indicatorTypes,
            AssociationTypes = Associations(file, indicatorTypes),
            AttributeTypes = Attributes(file),
        };
    }

    private static IndicatorTypes Indicators(DatasetFile file)
    {
        if (file.IndicatorTypes.Count == 0) return IndicatorTypes.BuiltIn;
        var types = IndicatorTypes.BuiltIn.All.ToList();
        for (var i = 0; i < file.IndicatorTypes.Count; i++)
        {
            var row = file.IndicatorTypes[i];
            if (row.Name.Length == 0 || row.Branch.Length == 0 || row.Entity.Length == 0) throw new RowError("indicatorTypes", i, "needs a name, a branch and an entity");
            if (types.Exists(type => string.Equals(type.Branch, row.Branch, StringComparison.OrdinalIgnoreCase) || string.Equals(type.Name, row.Name, StringComparison.OrdinalIgnoreCase)))
                throw new RowError("indicatorTypes", i, $"has the name or branch of another type, \"{row.Name}\"");
            if (row.Values.Count is < 1 or > 3 || row.Values.Any(value => value.Label.Length == 0)) throw new RowError("indicatorTypes", i, "needs one to three values, each with a label");
            if (!Enum.TryParse<CasePreference>(row.CasePreference, ignoreCase: true, out var casing) || !Enum.IsDefined(casing))
                throw new RowError("indicatorTypes", i, $"has the casePreference \"{row.CasePreference}\"; allowed are sensitive, lower, upper");
            if (types.Count >= 250) throw new RowError("indicatorTypes", i, "is one too many; there can be 238 besides the built-in ones");
            var values = row.Values.Select(value => new ValueField(value.Label, value.Label, [.. value.Options])).ToArray();
            types.Add(new IndicatorType(types.Count + 1, row.Name, row.Branch, row.Entity, true, row.Parsable, casing, values));
        }
        return new IndicatorTypes(types);
    }

    private static AssociationTypes Associations(DatasetFile file, IndicatorTypes indicators)
    {
        if (file.AssociationTypes.Count == 0) return AssociationTypes.BuiltIn;
        var types = AssociationTypes.BuiltIn.All.ToList();
        for (var i = 0; i < file.AssociationTypes.Count; i++)
        {
            var row = file.AssociationTypes[i];
            if (row.Name.Length == 0 || row.Branch.Length == 0) throw new RowError("associationTypes", i, "needs a name and a branch");
            if (types.Count >= ThreatConnectRelations.Associated.Count) throw new RowError("associationTypes", i, $"is one too many; there can be {ThreatConnectRelations.Associated.Count} in all");
            if (types.Exists(type => string.Equals(type.Branch, row.Branch, StringComparison.OrdinalIgnoreCase) && type.FileAction == row.FileAction))
                throw new RowError("associationTypes", i, $"has the branch of another type, \"{row.Branch}\"");
            var position = i;
            var pairs = row.Joins.Select(pair => pair.Count == 2
                ? (Named(indicators, pair[0], position), Named(indicators, pair[1], position))
                : throw new RowError("associationTypes", position, "joins pairs of two indicator types")).ToArray();
            if (row.FileAction && pairs.Any(pair => pair.Item1 != IndicatorType.File)) throw new RowError("associationTypes", i, "is a file action, so each pair begins with File");
            types.Add(new AssociationType(types.Count, row.Name, row.Branch, row.FileAction, pairs));
        }
        return new AssociationTypes(types);
    }

    private static IndicatorType Named(IndicatorTypes types, string name, int position) => types.Find(name)
        ?? throw new RowError("associationTypes", position, $"joins the unknown type \"{name}\"; there are {string.Join(", ", types.All.Select(type => type.Name))}");

    private static AttributeTypes Attributes(DatasetFile file)
    {
        if (file.AttributeTypes.Count == 0 && !file.OpenAttributeTypes) return AttributeTypes.BuiltIn;
        var types = AttributeTypes.BuiltIn.All.ToList();
        for (var i = 0; i < file.AttributeTypes.Count; i++)
        {
            var row = file.AttributeTypes[i];
            if (row.Name.Length == 0) throw new RowError("attributeTypes", i, "has no name");
            types.RemoveAll(type => string.Equals(type.Name, row.Name, StringComparison.OrdinalIgnoreCase));
            var type = new AttributeType(row.Name, row.Description, row.MaxSize, row.AllowMarkdown) { Options = row.Options };
            types.Add(row.ErrorMessage is { } message ? type with { ErrorMessage = message } : type);
        }
        return new AttributeTypes(types.OrderBy(type => type.Name, StringComparer.OrdinalIgnoreCase), file.OpenAttributeTypes);
    }
}
