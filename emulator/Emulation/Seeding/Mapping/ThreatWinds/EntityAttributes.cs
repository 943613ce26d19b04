using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatWinds;

/// <summary>The attributes of entities and of reports about them.</summary>
static class EntityAttributes
{
    public static EntityAttribute[] Of(IReadOnlyDictionary<string, AttributeText>? rows, bool asWritten, RowPlace at)
    {
        if (rows is null) return [];
        var (attributes, next) = (new EntityAttribute[rows.Count], 0);
        foreach (var (name, value) in rows) attributes[next++] = Of(name, value, asWritten, at);
        return attributes;
    }

    public static IReadOnlyDictionary<string, AttributeText> ToRow(IReadOnlyList<EntityAttribute> attributes)
    {
        var row = new Dictionary<string, AttributeText>(attributes.Count, StringComparer.Ordinal);
        foreach (var attribute in attributes) row.Add(attribute.Name, new AttributeText(attribute.Text, attribute.IsNumber));
        return row;
    }

    public static string? ValueIn(EntityAttribute[] attributes, string type)
    {
        foreach (var attribute in attributes)
            if (string.Equals(attribute.Name, type, StringComparison.Ordinal)) return attribute.Text;
        return null;
    }

    private static EntityAttribute Of(string name, AttributeText value, bool asWritten, RowPlace at)
    {
        if (!EntityTypes.IsAttribute(name)) throw at.Error($"'{name}' is no type of entity");
        if (asWritten) return new EntityAttribute(name, value.Text, value.IsNumber);
        if (EntityTypes.Find(name) is not { } type) return new EntityAttribute(name, value.Text);
        var normal = Normal.Of(type.Data, value.Text);
        return normal.Fault is null ? new EntityAttribute(name, normal.Text, normal.IsNumber)
            : throw at.Error($"attribute '{name}': {normal.Fault}");
    }
}
