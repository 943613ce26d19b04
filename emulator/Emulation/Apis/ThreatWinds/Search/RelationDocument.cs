using System.Text.Json;
using Emulation.Apis.ThreatWinds.Responses;
using Emulation.Apis.ThreatWinds.Search.Aggregations;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>A relation with both of its ends, or one record of its history, which also has the reporter.</summary>
sealed class RelationDocument : Document
{
    private readonly Hash256 _relationId;
    private readonly RelationMode _mode;
    private readonly long _lastSeen;
    private readonly Guid? _user;
    private readonly IReadOnlyList<string> _visibleBy;
    private readonly Entity _entity;
    private readonly Entity _related;

    public RelationDocument(StoredRelation relation, Entity entity, Entity related)
    {
        (Id, At, Version, _lastSeen) = (relation.Id.ToString(), relation.At, relation.Version, relation.LastSeen);
        (_relationId, _mode, _visibleBy, _entity, _related) = (relation.Id, relation.Mode, relation.VisibleBy, entity, related);
    }

    public RelationDocument(RelationReport report, Entity entity, Entity related)
    {
        (Id, At, Version, _lastSeen, _user) = (report.Id.ToString(), report.At, 1, report.At, report.UserId);
        (_relationId, _mode, _visibleBy, _entity, _related) = (report.RelationId, report.Mode, report.VisibleBy, entity, related);
    }

    public override string Id { get; }

    public override long At { get; }

    public override int Version { get; }

    private string Mode => _mode == RelationMode.Aggregation ? "aggregation" : "association";

    public override void Read(string field, List<FieldValue> values)
    {
        if (ReadEnd("entity.", _entity, field, values) || ReadEnd("relation.", _related, field, values)) return;
        switch (field)
        {
            case "id": values.Add(FieldValue.Of(Id)); break;
            case "relationID": values.Add(FieldValue.Of(_relationId.ToString())); break;
            case "entityID": values.Add(FieldValue.Of(_entity.Id)); break;
            case "relatedEntityID": values.Add(FieldValue.Of(_related.Id)); break;
            case "userID" when _user is { } user: values.Add(FieldValue.Of(user.ToString())); break;
            case "mode": values.Add(FieldValue.Of(Mode)); break;
            case "@timestamp": values.Add(EntityFields.OfTime(At)); break;
            case "lastSeen": values.Add(EntityFields.OfTime(_lastSeen)); break;
            case "visibleBy": EntityFields.Add(_visibleBy, values); break;
        }
    }

    public override IEnumerable<string> Texts() => _entity.Attributes.Concat(_related.Attributes).Select(attribute => attribute.Text);

    public override void Write(Utf8JsonWriter json, SourceFilter source)
    {
        if (source.Includes("@timestamp")) json.WriteString("@timestamp", Nanos.Text(At));
        End(json, "entity", _entity, source);
        json.WriteString("id", Id);
        if (source.Includes("mode")) json.WriteString("mode", Mode);
        End(json, "relation", _related, source);
        if (_user is not { } user) return;
        if (source.Includes("relationID")) json.WriteString("relationID", _relationId.ToString());
        if (source.Includes("userID")) json.WriteString("userID", user);
    }

    /// <summary>Writes a record of the history of two entities: both ids, the mode and the reporter.</summary>
    public void WritePair(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("@timestamp", Nanos.Text(At));
        json.WriteString("entityID", _entity.Id);
        json.WriteString("id", Id);
        json.WriteString("mode", Mode);
        json.WriteString("relatedEntityID", _related.Id);
        json.WriteString("userID", _user!.Value);
        json.WriteEndObject();
    }

    private bool ReadEnd(string prefix, Entity end, string field, List<FieldValue> values)
    {
        if (!field.StartsWith(prefix, StringComparison.Ordinal)) return false;
        var inner = field[prefix.Length..];
        if (inner == "userID" && _user is { } user) values.Add(FieldValue.Of(user.ToString()));
        else EntityFields.Read(end, inner, values);
        return true;
    }

    private void End(Utf8JsonWriter json, string member, Entity end, SourceFilter source)
    {
        string[] names = ["@timestamp", "accuracy", "entityID", "reputation", "tags", "type", "visibleBy", "userID"];
        var hasMember = names.Any(name => source.Includes($"{member}.{name}"));
        var hasAttribute = end.Attributes.Any(attribute => source.IncludesAttribute($"{member}.", attribute.Name, end.Type));
        if (!hasMember && !hasAttribute) return;
        json.WriteStartObject(member);
        if (source.Includes($"{member}.@timestamp")) json.WriteString("@timestamp", Nanos.Text(end.At));
        if (_user is null && source.Includes($"{member}.accuracy")) json.WriteNumber("accuracy", end.Accuracy);
        Attributes(json, end.Attributes, end.Type, source, member + ".");
        if (source.Includes($"{member}.entityID")) json.WriteString("entityID", end.Id);
        if (source.Includes($"{member}.reputation")) json.WriteNumber("reputation", end.Reputation);
        if (source.Includes($"{member}.tags")) EntityJson.Names(json, "tags", end.Tags);
        if (source.Includes($"{member}.type")) json.WriteString("type", end.Type);
        if (_user is { } user && source.Includes($"{member}.userID")) json.WriteString("userID", user);
        if (source.Includes($"{member}.visibleBy")) EntityJson.Names(json, "visibleBy", end.VisibleBy);
        json.WriteEndObject();
    }
}
