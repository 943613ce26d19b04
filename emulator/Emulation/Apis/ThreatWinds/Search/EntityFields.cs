using System.Globalization;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>The values of an entity's fields.</summary>
static class EntityFields
{
    private const string Attributes = "attributes.";

    /// <summary>Adds the values of a field of an entity.</summary>
    public static void Read(Entity entity, string field, List<FieldValue> values)
    {
        if (ReadAttribute(entity.Attributes, field, values)) return;
        switch (field)
        {
            case "id" or "entityID": values.Add(FieldValue.Of(entity.Id)); break;
            case "type": values.Add(FieldValue.Of(entity.Type)); break;
            case "@timestamp": values.Add(OfTime(entity.At)); break;
            case "lastSeen": values.Add(OfTime(entity.LastSeen)); break;
            case "reputation": values.Add(Of(entity.Reputation)); break;
            case "bestReputation": values.Add(Of(entity.BestReputation)); break;
            case "worstReputation": values.Add(Of(entity.WorstReputation)); break;
            case "accuracy": values.Add(Of(entity.Accuracy)); break;
            case "wellKnown": values.Add(FieldValue.Of(entity.WellKnown)); break;
            case "tags": Add(entity.Tags, values); break;
            case "visibleBy": Add(entity.VisibleBy, values); break;
        }
    }

    /// <summary>Adds the value of an attribute, if any; false when the field is not an attribute.</summary>
    public static bool ReadAttribute(IReadOnlyList<EntityAttribute> attributes, string field, List<FieldValue> values)
    {
        if (!field.StartsWith(Attributes, StringComparison.Ordinal)) return false;
        var name = field.AsSpan(Attributes.Length);
        foreach (var attribute in attributes)
            if (name.SequenceEqual(attribute.Name)) values.Add(ValueOf(attribute));
        return true;
    }

    public static FieldKind KindOf(string attribute) => attribute is "datetime" or "breach-date"
        ? FieldKind.Time
        : EntityTypes.Find(attribute) is { IsNumber: true } ? FieldKind.Number : FieldKind.Text;

    public static FieldValue Of(int number) => FieldValue.Of(number, number.ToString(CultureInfo.InvariantCulture));

    public static FieldValue OfTime(long nanos) => FieldValue.OfTime(nanos, Nanos.Text(nanos));

    public static void Add(IReadOnlyList<string>? texts, List<FieldValue> values)
    {
        foreach (var text in texts ?? []) values.Add(FieldValue.Of(text));
    }

    // A date without a time is midnight.
    private static long TimeOf(string text) => Nanos.Parse(text.Length == 10 ? text + "T00:00:00Z" : text) ?? 0;

    private static FieldValue ValueOf(EntityAttribute attribute) => KindOf(attribute.Name) switch
    {
        FieldKind.Number => FieldValue.Of(double.Parse(attribute.Text, CultureInfo.InvariantCulture), attribute.Text),
        FieldKind.Time => FieldValue.OfTime(TimeOf(attribute.Text), attribute.Text),
        _ => FieldValue.Of(attribute.Text),
    };
}
