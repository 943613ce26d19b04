using System.Text.Json;
using Emulation.Apis.ThreatWinds.Responses;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>Which page an entity is shown as.</summary>
enum EntityShape
{
    /// <summary>2025: everything.</summary>
    Full,

    /// <summary>2023: document 001's item.</summary>
    Related,

    /// <summary>GitBook: document 000's item, without tags.</summary>
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

    public override void Write(Utf8JsonWriter json, Source source)
    {
        if (!ReferenceEquals(source, Source.All)) Write(json, entity, shape, source);
        else cache.Write(json, entity, Kept(shape), (to, one) => Write(to, one, shape, Source.All));
    }

    private static Shape Kept(EntityShape shape) => shape switch
    {
        EntityShape.Full => Shape.FullMembers,
        EntityShape.Related => Shape.RelatedMembers,
        EntityShape.Associated => Shape.AssociatedMembers,
        _ => throw new InvalidOperationException($"{shape} is no shape of an entity."),
    };

    private static void Write(Utf8JsonWriter json, Entity entity, EntityShape shape, Source source)
    {
        if (source.Shows("@timestamp")) json.WriteString("@timestamp", Nanos.Text(entity.At));
        if (source.Shows("accuracy")) json.WriteNumber("accuracy", entity.Accuracy);
        Attributes(json, entity.Attributes, entity.Type, source);
        // The pages of 2023 keep the id whatever is filtered.
        if (shape != EntityShape.Full || source.Shows("id")) json.WriteString("id", entity.Id);
        if (source.Shows("reputation")) json.WriteNumber("reputation", entity.Reputation);
        if (shape != EntityShape.Associated && source.Shows("tags")) EntityJson.Names(json, "tags", shape == EntityShape.Full ? entity.Tags ?? [] : entity.Tags);
        if (source.Shows("type")) json.WriteString("type", entity.Type);
        if (shape != EntityShape.Full) return;
        if (source.Shows("bestReputation")) json.WriteNumber("bestReputation", entity.BestReputation);
        if (source.Shows("worstReputation")) json.WriteNumber("worstReputation", entity.WorstReputation);
        if (source.Shows("lastSeen")) json.WriteString("lastSeen", Nanos.Text(entity.LastSeen));
        if (source.Shows("visibleBy")) EntityJson.Names(json, "visibleBy", entity.VisibleBy);
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

    /// <summary>The 2025 page adds accuracy and who sees it.</summary>
    public override void Write(Utf8JsonWriter json, Source source)
    {
        if (source.Shows("@timestamp")) json.WriteString("@timestamp", Nanos.Text(report.At));
        if (full && source.Shows("accuracy")) json.WriteNumber("accuracy", report.Accuracy);
        Attributes(json, report.Attributes, report.Type, source);
        if (source.Shows("entityID")) json.WriteString("entityID", report.EntityId);
        if (!full || source.Shows("id")) json.WriteString("id", Id);
        if (source.Shows("reputation")) json.WriteNumber("reputation", report.Reputation);
        if (source.Shows("tags")) EntityJson.Names(json, "tags", report.Tags);
        if (source.Shows("type")) json.WriteString("type", report.Type);
        if (source.Shows("userID")) json.WriteString("userID", report.UserId);
        if (full && source.Shows("visibleBy")) EntityJson.Names(json, "visibleBy", report.VisibleBy);
    }
}
