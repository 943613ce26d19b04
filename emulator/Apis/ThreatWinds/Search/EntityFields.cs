using System.Globalization;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>The fields of an entity, as the vendor's engine maps them (threatwinds.md 4.7).</summary>
static class EntityFields
{
    private const string Attributes = "attributes.";
    private const string Keyword = ".keyword";

    /// <summary>What the list routes sort by, attributes aside.</summary>
    private static readonly Dictionary<string, FieldKind> s_sortable = new(StringComparer.Ordinal)
    {
        ["id"] = FieldKind.Text,
        ["type"] = FieldKind.Text,
        ["@timestamp"] = FieldKind.Time,
        ["lastSeen"] = FieldKind.Time,
        ["reputation"] = FieldKind.Number,
        ["bestReputation"] = FieldKind.Number,
        ["worstReputation"] = FieldKind.Number,
        ["accuracy"] = FieldKind.Number,
        ["tags"] = FieldKind.Text,
        ["visibleBy"] = FieldKind.Text,
    };

    /// <summary>A field that the list routes sort by; null when there is none of that name.</summary>
    public static Field? Sortable(string name)
    {
        var keyword = name.EndsWith(Keyword, StringComparison.Ordinal);
        var plain = keyword ? name[..^Keyword.Length] : name;
        if (KindOf(plain) is not { } kind || (keyword && kind != FieldKind.Text)) return null;
        return new Field(plain, kind, keyword || kind != FieldKind.Text);
    }

    /// <summary>The values that an entity has under a field.</summary>
    public static void Read(Entity entity, string field, List<FieldValue> values)
    {
        if (field.StartsWith(Attributes, StringComparison.Ordinal))
        {
            if (entity.Find(field[Attributes.Length..]) is { } attribute) values.Add(ValueOf(attribute));
            return;
        }
        switch (field)
        {
            case "id": values.Add(FieldValue.Of(entity.Id)); break;
            case "type": values.Add(FieldValue.Of(entity.Type)); break;
            case "@timestamp": values.Add(FieldValue.OfTime(entity.At, Nanos.Text(entity.At))); break;
            case "lastSeen": values.Add(FieldValue.OfTime(entity.LastSeen, Nanos.Text(entity.LastSeen))); break;
            case "reputation": values.Add(Of(entity.Reputation)); break;
            case "bestReputation": values.Add(Of(entity.BestReputation)); break;
            case "worstReputation": values.Add(Of(entity.WorstReputation)); break;
            case "accuracy": values.Add(Of(entity.Accuracy)); break;
            case "wellKnown": values.Add(FieldValue.Of(entity.WellKnown)); break;
            case "tags": values.AddRange((entity.Tags ?? []).Select(FieldValue.Of)); break;
            case "visibleBy": values.AddRange(entity.VisibleBy.Select(FieldValue.Of)); break;
        }
    }

    public static FieldValue ValueOf(EntityAttribute attribute) => AttributeKind(attribute.Name) switch
    {
        FieldKind.Number => FieldValue.Of(double.Parse(attribute.Text, CultureInfo.InvariantCulture), attribute.Text),
        FieldKind.Time when TimeOf(attribute.Text) is { } nanos => FieldValue.OfTime(nanos, attribute.Text),
        _ => FieldValue.Of(attribute.Text),
    };

    public static FieldValue Of(int number) => FieldValue.Of(number, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A moment, or a day, which begins at midnight.</summary>
    public static long? TimeOf(string text) => Nanos.Parse(text.Length == 10 ? text + "T00:00:00Z" : text);

    private static FieldKind? KindOf(string name)
    {
        if (s_sortable.TryGetValue(name, out var kind)) return kind;
        return name.StartsWith(Attributes, StringComparison.Ordinal) && EntityTypes.IsAttribute(name[Attributes.Length..]) ? AttributeKind(name[Attributes.Length..]) : null;
    }

    public static FieldKind AttributeKind(string name) => name is "datetime" or "breach-date"
        ? FieldKind.Time
        : EntityTypes.Find(name) is { IsNumber: true } ? FieldKind.Number : FieldKind.Text;
}
