using System.Text.Json;
using Emulation.Apis.ThreatWinds.Responses;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>The pages whose format an entity has.</summary>
enum EntityShape
{
    /// <summary>2025: all members.</summary>
    Full,

    /// <summary>2023: the item of document 001.</summary>
    Related,

    /// <summary>GitBook: the item of document 000, without tags.</summary>
    Associated,
}

/// <summary>A consolidated entity.</summary>
sealed class EntityDocument(Entity entity, EntityShape shape, EntityCache cache) : Document
{
    public override string Id => entity.Id;

    public override long At => entity.At;

    public override int Version => entity.Version;

    public override void Read(string field, List<FieldValue> values) => EntityFields.Read(entity, field, values);

    public override IEnumerable<string> Texts() => entity.Attributes.Select(attribute => attribute.Text);

    public override void Write(Utf8JsonWriter json, SourceFilter source)
    {
        if (!ReferenceEquals(source, SourceFilter.All)) Write(json, entity, shape, source);
        else cache.Write(json, entity, CacheShape(shape), (to, one) => Write(to, one, shape, SourceFilter.All));
    }

    private static ListItemShape CacheShape(EntityShape shape) => shape switch
    {
        EntityShape.Full => ListItemShape.FullMembers,
        EntityShape.Related => ListItemShape.RelatedMembers,
        EntityShape.Associated => ListItemShape.AssociatedMembers,
        _ => throw new InvalidOperationException($"Unknown format {shape} of an entity."),
    };

    private static void Write(Utf8JsonWriter json, Entity entity, EntityShape shape, SourceFilter source)
    {
        if (source.Includes("@timestamp")) json.WriteString("@timestamp", Nanos.Text(entity.At));
        if (source.Includes("accuracy")) json.WriteNumber("accuracy", entity.Accuracy);
        Attributes(json, entity.Attributes, entity.Type, source);
        // The pages of 2023 include the id whatever the filter.
        if (shape != EntityShape.Full || source.Includes("id")) json.WriteString("id", entity.Id);
        if (source.Includes("reputation")) json.WriteNumber("reputation", entity.Reputation);
        if (shape != EntityShape.Associated && source.Includes("tags"))
            EntityJson.Names(json, "tags", shape == EntityShape.Full ? entity.Tags ?? [] : entity.Tags);
        if (source.Includes("type")) json.WriteString("type", entity.Type);
        if (shape != EntityShape.Full) return;
        if (source.Includes("bestReputation")) json.WriteNumber("bestReputation", entity.BestReputation);
        if (source.Includes("worstReputation")) json.WriteNumber("worstReputation", entity.WorstReputation);
        if (source.Includes("lastSeen")) json.WriteString("lastSeen", Nanos.Text(entity.LastSeen));
        if (source.Includes("visibleBy")) EntityJson.Names(json, "visibleBy", entity.VisibleBy);
    }
}

/// <summary>One record of an entity's history.</summary>
sealed class ReportDocument(EntityReport report, bool full) : Document
{
    public override string Id { get; } = report.Id.ToString();

    public override long At => report.At;

    public override void Read(string field, List<FieldValue> values)
    {
        if (EntityFields.ReadAttribute(report.Attributes, field, values)) return;
        switch (field)
        {
            case "id": values.Add(FieldValue.Of(Id)); break;
            case "entityID": values.Add(FieldValue.Of(report.EntityId)); break;
            case "userID": values.Add(FieldValue.Of(report.UserId.ToString())); break;
            case "type": values.Add(FieldValue.Of(report.Type)); break;
            case "@timestamp": values.Add(EntityFields.OfTime(report.At)); break;
            case "reputation": values.Add(EntityFields.Of(report.Reputation)); break;
            case "accuracy": values.Add(EntityFields.Of(report.Accuracy)); break;
            case "wellKnown": values.Add(FieldValue.Of(report.WellKnown)); break;
            case "tags": EntityFields.Add(report.Tags, values); break;
            case "visibleBy": EntityFields.Add(report.VisibleBy, values); break;
        }
    }

    public override IEnumerable<string> Texts() => report.Attributes.Select(attribute => attribute.Text);

    /// <summary>The 2025 page adds accuracy and visibleBy.</summary>
    public override void Write(Utf8JsonWriter json, SourceFilter source)
    {
        if (source.Includes("@timestamp")) json.WriteString("@timestamp", Nanos.Text(report.At));
        if (full && source.Includes("accuracy")) json.WriteNumber("accuracy", report.Accuracy);
        Attributes(json, report.Attributes, report.Type, source);
        if (source.Includes("entityID")) json.WriteString("entityID", report.EntityId);
        if (!full || source.Includes("id")) json.WriteString("id", Id);
        if (source.Includes("reputation")) json.WriteNumber("reputation", report.Reputation);
        if (source.Includes("tags")) EntityJson.Names(json, "tags", report.Tags);
        if (source.Includes("type")) json.WriteString("type", report.Type);
        if (source.Includes("userID")) json.WriteString("userID", report.UserId);
        if (full && source.Includes("visibleBy")) EntityJson.Names(json, "visibleBy", report.VisibleBy);
    }
}
