using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Resources;

/// <summary>An entity as it is submitted, with what is associated with it, to any depth.</summary>
sealed record Submission(Report Report, RelationMode Mode, IReadOnlyList<Submission> Associated)
{
    /// <summary>Reads a submission; gives the text of the first fault instead.</summary>
    /// <param name="body">The entity.</param>
    /// <param name="reputation">What holds where the body says none: what is reported together is judged together.</param>
    /// <param name="groups">Who sees it where the body does not say.</param>
    /// <param name="submission">The outcome.</param>
    public static string? Read(JsonElement body, int reputation, IReadOnlyList<string> groups, out Submission? submission)
    {
        submission = null;
        if (body.ValueKind != JsonValueKind.Object) return Texts.BadJson;
        if (!Bodies.Text(body, "type", out var typeName) || !Bodies.Text(body, "mode", out var modeName)) return Texts.BadJson;
        if (!Bodies.Whole(body, "reputation", out var ownReputation)) return Texts.BadJson;
        if (!Bodies.Texts(body, "tags", out var tags) || !Bodies.Texts(body, "correlate", out var correlate)) return Texts.BadJson;
        if (!Bodies.Texts(body, "visibleBy", out var visibleBy)) return Texts.BadJson;
        if (string.IsNullOrWhiteSpace(typeName)) return Texts.ValueEmpty;
        if (EntityTypes.Find(typeName) is not { } type) return Texts.UnknownType(typeName);
        if (ModeOf(modeName) is not { } mode) return Texts.Invalid("mode", modeName);
        if (ReadAttributes(body, out var attributes) is { } badAttribute) return badAttribute;
        if (attributes.Find(attribute => string.Equals(attribute.Name, typeName, StringComparison.Ordinal)) is not { Name: not null } value) return Texts.ValueEmpty;

        var seenBy = visibleBy is { Count: > 0 } ? visibleBy.Distinct(StringComparer.Ordinal).ToArray() : groups;
        var judged = ownReputation ?? reputation;
        var associated = Correlated(attributes, correlate ?? [], type, judged, seenBy);
        if (ReadAssociated(body, judged, seenBy, associated) is { } badAssociation) return badAssociation;
        var report = new Report(type, value.Text, attributes) { Reputation = judged, Tags = tags?.Distinct(StringComparer.Ordinal).ToArray(), VisibleBy = seenBy };
        submission = new Submission(report, mode, associated);
        return null;
    }

    /// <summary>The attributes of a body, normalised; nulls are left out.</summary>
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

    /// <summary>A value of a type, from JSON; an attribute that is no type any more is plain text.</summary>
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

    // An attribute named in correlate becomes an entity of its own, a part of this one.
    private static List<Submission> Correlated(
        List<EntityAttribute> attributes, IReadOnlyList<string> names, EntityType self, int reputation, IReadOnlyList<string> groups)
    {
        var correlated = new List<Submission>();
        foreach (var attribute in attributes)
        {
            if (!names.Contains(attribute.Name, StringComparer.Ordinal) || string.Equals(attribute.Name, self.Name, StringComparison.Ordinal)) continue;
            if (EntityTypes.Find(attribute.Name) is not { } type) continue;
            var report = new Report(type, attribute.Text, [attribute]) { Reputation = reputation, VisibleBy = groups };
            correlated.Add(new Submission(report, RelationMode.Aggregation, []));
        }
        return correlated;
    }

    // Description is what the pages of 2023 call an aggregation.
    private static RelationMode? ModeOf(string name) => name switch
    {
        "" or "association" => RelationMode.Association,
        "aggregation" or "description" => RelationMode.Aggregation,
        _ => null,
    };
}
