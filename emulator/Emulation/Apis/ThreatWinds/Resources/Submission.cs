using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Resources;

/// <summary>A submitted entity with its associated entities, to any depth.</summary>
sealed record Submission(Report Report, RelationMode Mode, IReadOnlyList<Submission> Associated)
{
    /// <summary>Reads a submission; returns null, or the text of the first error.</summary>
    /// <param name="body">The entity.</param>
    /// <param name="reputation">The reputation if the body has none: that of the entity with which it is reported.</param>
    /// <param name="groups">The groups that can see the entity if the body names none.</param>
    /// <param name="submission">The submission.</param>
    public static string? Read(JsonElement body, int reputation, IReadOnlyList<string> groups, out Submission? submission)
    {
        submission = null;
        if (body.ValueKind != JsonValueKind.Object) return Texts.BadJson;
        if (!BodyReader.Text(body, "type", out var typeName) || !BodyReader.Text(body, "mode", out var modeName)) return Texts.BadJson;
        if (!BodyReader.Whole(body, "reputation", out var ownReputation)) return Texts.BadJson;
        if (!BodyReader.Texts(body, "tags", out var tags) || !BodyReader.Texts(body, "correlate", out var correlate)) return Texts.BadJson;
        if (!BodyReader.Texts(body, "visibleBy", out var visibleBy)) return Texts.BadJson;
        if (string.IsNullOrWhiteSpace(typeName)) return Texts.ValueEmpty;
        if (EntityTypes.Find(typeName) is not { } type) return Texts.UnknownType(typeName);
        if (ModeOf(modeName) is not { } mode) return Texts.Invalid("mode", modeName);
        if (ReadAttributes(body, out var attributes) is { } badAttribute) return badAttribute;
        var value = attributes.Find(attribute => string.Equals(attribute.Name, typeName, StringComparison.Ordinal));
        if (value.Name is null) return Texts.ValueEmpty;

        var visibleGroups = visibleBy is { Count: > 0 } ? visibleBy.Distinct(StringComparer.Ordinal).ToArray() : groups;
        var effectiveReputation = ownReputation ?? reputation;
        var associated = Correlated(attributes, correlate ?? [], type, effectiveReputation, visibleGroups);
        if (ReadAssociated(body, effectiveReputation, visibleGroups, associated) is { } badAssociation) return badAssociation;
        var report = new Report(type, value.Text, attributes)
        {
            Reputation = effectiveReputation,
            Tags = tags?.Distinct(StringComparer.Ordinal).ToArray(),
            VisibleBy = visibleGroups,
        };
        submission = new Submission(report, mode, associated);
        return null;
    }

    /// <summary>The normalised attributes of a body, without nulls.</summary>
    public static string? ReadAttributes(JsonElement body, out List<EntityAttribute> attributes)
    {
        attributes = [];
        if (!body.TryGetProperty("attributes", out var given) || given.ValueKind == JsonValueKind.Null) return null;
        if (given.ValueKind != JsonValueKind.Object) return Texts.BadJson;
        foreach (var member in given.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null) continue;
            if (!EntityTypes.IsAttribute(member.Name)) return Texts.UnknownType(member.Name);
            var value = ValueOf(EntityTypes.Find(member.Name), member.Value);
            if (value.Fault is { } fault) return fault;
            attributes.RemoveAll(known => string.Equals(known.Name, member.Name, StringComparison.Ordinal));
            attributes.Add(new EntityAttribute(member.Name, value.Text, value.IsNumber));
        }
        return null;
    }

    /// <summary>Reads a value of a type; an attribute that is not a type is plain text.</summary>
    public static Normalised ValueOf(EntityType? type, JsonElement value)
    {
        if (type is { IsNumber: true })
        {
            if (value.ValueKind == JsonValueKind.Number) return Normal.Of(type.Data, value.GetRawText());
            return Normal.Of(type.Data, value.ValueKind == JsonValueKind.String ? value.GetString()! : "");
        }
        if (value.ValueKind != JsonValueKind.String) return Normalised.Not($"value is not string: {value.GetRawText()}");
        return Normal.Of(type?.Data ?? DataType.CaseSensitive, value.GetString()!);
    }

    private static string? ReadAssociated(JsonElement body, int reputation, IReadOnlyList<string> groups, List<Submission> associated)
    {
        if (!body.TryGetProperty("associations", out var given) || given.ValueKind == JsonValueKind.Null) return null;
        if (given.ValueKind != JsonValueKind.Array) return Texts.BadJson;
        foreach (var item in given.EnumerateArray())
        {
            if (Read(item, reputation, groups, out var submission) is { } fault) return fault;
            associated.Add(submission!);
        }
        return null;
    }

    // An attribute named in correlate becomes a separate entity that is aggregated in this one.
    private static List<Submission> Correlated(
        List<EntityAttribute> attributes, IReadOnlyList<string> names, EntityType self, int reputation, IReadOnlyList<string> groups)
    {
        var correlated = new List<Submission>();
        foreach (var attribute in attributes)
        {
            if (!names.Contains(attribute.Name, StringComparer.Ordinal)) continue;
            if (string.Equals(attribute.Name, self.Name, StringComparison.Ordinal)) continue;
            if (EntityTypes.Find(attribute.Name) is not { } type) continue;
            var report = new Report(type, attribute.Text, [attribute]) { Reputation = reputation, VisibleBy = groups };
            correlated.Add(new Submission(report, RelationMode.Aggregation, []));
        }
        return correlated;
    }

    // The pages of 2023 call an aggregation a description.
    private static RelationMode? ModeOf(string name) => name switch
    {
        "" or "association" => RelationMode.Association,
        "aggregation" or "description" => RelationMode.Aggregation,
        _ => null,
    };
}
