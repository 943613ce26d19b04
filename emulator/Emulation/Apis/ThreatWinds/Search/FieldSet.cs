using System.Collections.Frozen;
using Emulation.Apis.ThreatWinds.Resources;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>
/// The fields of a kind of document. A text field has a second name with <c>.keyword</c>, under which it is not split into words.
/// </summary>
sealed class FieldSet
{
    private const string Keyword = ".keyword";
    private const string Attributes = "attributes.";

    private static readonly FrozenDictionary<string, FieldKind> s_kinds = new Dictionary<string, FieldKind>(StringComparer.Ordinal)
    {
        ["id"] = FieldKind.Text,
        ["entityID"] = FieldKind.Text,
        ["relatedEntityID"] = FieldKind.Text,
        ["relationID"] = FieldKind.Text,
        ["userID"] = FieldKind.Text,
        ["type"] = FieldKind.Text,
        ["mode"] = FieldKind.Text,
        ["tags"] = FieldKind.Text,
        ["visibleBy"] = FieldKind.Text,
        ["@timestamp"] = FieldKind.Time,
        ["lastSeen"] = FieldKind.Time,
        ["reputation"] = FieldKind.Number,
        ["bestReputation"] = FieldKind.Number,
        ["worstReputation"] = FieldKind.Number,
        ["accuracy"] = FieldKind.Number,
        ["wellKnown"] = FieldKind.Flag,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] s_entityFields =
    [
        "id", "type", "@timestamp", "lastSeen", "reputation", "bestReputation", "worstReputation", "accuracy", "tags", "visibleBy",
    ];

    private readonly string[] _names;
    private readonly bool _attributes;
    private readonly (string Prefix, FieldSet Fields)[] _nested;

    private FieldSet(string[] names, bool attributes, params (string, FieldSet)[] nested) =>
        (_names, _attributes, _nested) = (names, attributes, nested);

    /// <summary>The fields by which the two documented lists can be sorted.</summary>
    public static FieldSet Listed { get; } = new(s_entityFields, attributes: true);

    public static FieldSet Entities { get; } = new([.. s_entityFields, "wellKnown"], attributes: true);

    public static FieldSet Reports { get; } = new(
        ["id", "entityID", "userID", "type", "@timestamp", "reputation", "accuracy", "tags", "visibleBy", "wellKnown"],
        attributes: true);

    private static FieldSet End { get; } = new(
        ["entityID", "userID", "type", "@timestamp", "reputation", "accuracy", "tags", "visibleBy"],
        attributes: true);

    public static FieldSet Relations { get; } = new(
        ["id", "relationID", "entityID", "relatedEntityID", "userID", "mode", "@timestamp", "lastSeen", "visibleBy"],
        attributes: false,
        ("entity.", End),
        ("relation.", End));

    public Field? Find(string name)
    {
        foreach (var (prefix, fields) in _nested)
        {
            if (!name.StartsWith(prefix, StringComparison.Ordinal)) continue;
            return fields.Find(name[prefix.Length..]) is { } inner ? inner with { Name = prefix + inner.Name } : null;
        }
        var whole = name.EndsWith(Keyword, StringComparison.Ordinal);
        var plain = whole ? name[..^Keyword.Length] : name;
        if (KindOf(plain) is not { } kind || (whole && kind != FieldKind.Text)) return null;
        return new Field(plain, kind, whole || kind != FieldKind.Text);
    }

    private FieldKind? KindOf(string name)
    {
        if (_names.Contains(name, StringComparer.Ordinal)) return s_kinds[name];
        if (!_attributes || !name.StartsWith(Attributes, StringComparison.Ordinal)) return null;
        var attribute = name[Attributes.Length..];
        return EntityTypes.IsAttribute(attribute) ? EntityFields.KindOf(attribute) : null;
    }
}
