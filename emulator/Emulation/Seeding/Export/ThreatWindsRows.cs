using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Seeding.Export;

/// <summary>ThreatWinds' entities and relations in the order they were added, which the lists of neighbours follow, and their records by number.</summary>
sealed class ThreatWindsRows(Graph graph)
{
    private const string Everyone = "public";

    private readonly Guid _first = graph.All(User.ByNumber).Slice(0, 1).Cast<User>().FirstOrDefault()?.Id ?? default;
    private long _number;

    public static IEnumerable<Section> Sections(Graph graph) =>
    [
        Section.Of("entities", Section.InOrder<Entity>(graph, Entity.NodeKind), new ThreatWindsRows(graph).Write),
        Section.Of("entityRelations", Section.InOrder<StoredRelation>(graph, StoredRelation.NodeKind), new ThreatWindsRows(graph).Write),
        Section.Of("entityReports", Numbered<EntityReport>(graph, EntityReport.NodeKind, report => report.Number), new ThreatWindsRows(graph).Write),
        Section.Of("entityRelationReports", Numbered<RelationReport>(graph, RelationReport.NodeKind, report => report.Number), new ThreatWindsRows(graph).Write),
        Section.Of("entityComments", Numbered<Comment>(graph, Comment.NodeKind, comment => comment.Number), new ThreatWindsRows(graph).Write),
        Section.Of("scans", graph.All(Scan.ByTarget).All().Cast<Scan>(), Write),
    ];

    private static IEnumerable<TNode> Numbered<TNode>(Graph graph, Kind kind, Func<TNode, long> number) where TNode : Node
    {
        var nodes = Section.InOrder<TNode>(graph, kind).ToArray();
        Array.Sort(nodes, (one, other) => number(one).CompareTo(number(other)));
        foreach (var node in nodes) yield return node;
    }

    private void Write(RowPen pen, Entity entity)
    {
        pen.Text("id", entity.Id, otherwise: entity.NaturalId is null ? entity.Id : null);
        pen.Text("type", entity.Type);
        pen.Text("@timestamp", Nanos.Text(entity.At));
        if (entity.LastSeen != entity.At) pen.Text("lastSeen", Nanos.Text(entity.LastSeen));
        if (entity.FirstSeen != entity.At) pen.Text("firstSeen", Nanos.Text(entity.FirstSeen));
        pen.Number("reputation", entity.Reputation, otherwise: 0);
        pen.Number("bestReputation", entity.BestReputation, otherwise: entity.Reputation);
        pen.Number("worstReputation", entity.WorstReputation, otherwise: entity.Reputation);
        pen.Number("accuracy", entity.Accuracy, otherwise: 1);
        pen.Flag("wellKnown", entity.WellKnown);
        pen.Texts("tags", entity.Tags);
        if (entity.VisibleBy is not [Everyone]) pen.Texts("visibleBy", entity.VisibleBy);
        Write(pen, entity.Attributes);
        pen.Text("label", entity.Label);
        pen.Text("description", entity.Description);
        if (entity.Reporters is not [var only] || only != _first) pen.Ids("reporters", entity.Reporters);
        pen.Number("version", entity.Version, otherwise: 1);
    }

    private void Write(RowPen pen, StoredRelation relation)
    {
        var (from, to) = (Entity.Of(graph, relation.EntityId)!, Entity.Of(graph, relation.RelatedEntityId)!);
        pen.Text("entityID", relation.EntityId);
        pen.Text("relatedEntityID", relation.RelatedEntityId);
        Write(pen, relation.Mode);
        if (relation.At != Math.Max(from.At, to.At)) pen.Text("@timestamp", Nanos.Text(relation.At));
        if (relation.LastSeen != relation.At) pen.Text("lastSeen", Nanos.Text(relation.LastSeen));
        if (!Same(relation.VisibleBy, [.. from.VisibleBy.Union(to.VisibleBy, StringComparer.Ordinal)])) pen.Texts("visibleBy", relation.VisibleBy);
        pen.Number("version", relation.Version, otherwise: 1);
    }

    private void Write(RowPen pen, EntityReport report)
    {
        var entity = Entity.Of(graph, report.EntityId)!;
        Named(pen, EntityReport.NodeKind, report.Number, report.Id);
        pen.Text("entityID", report.EntityId);
        pen.Text("@timestamp", Nanos.Text(report.At));
        pen.Id("userID", report.UserId, otherwise: _first);
        pen.Number("reputation", report.Reputation, otherwise: entity.Reputation);
        pen.Number("accuracy", report.Accuracy, otherwise: entity.Accuracy);
        pen.Texts("tags", report.Tags);
        if (!Same(report.VisibleBy, entity.VisibleBy)) pen.Texts("visibleBy", report.VisibleBy);
        if (!ReferenceEquals(report.Attributes, entity.Attributes) && !report.Attributes.SequenceEqual(entity.Attributes)) Write(pen, report.Attributes);
        if (report.WellKnown != entity.WellKnown) pen.Says("wellKnown", report.WellKnown);
    }

    private void Write(RowPen pen, RelationReport report)
    {
        var relation = StoredRelation.Of(graph, report.RelationId)!;
        Named(pen, RelationReport.NodeKind, report.Number, report.Id);
        pen.Text("entityID", report.EntityId);
        pen.Text("relatedEntityID", report.RelatedEntityId);
        pen.Text("@timestamp", Nanos.Text(report.At));
        pen.Id("userID", report.UserId, otherwise: _first);
        if (report.Mode != relation.Mode) Write(pen, report.Mode, otherwise: null);
        if (!Same(report.VisibleBy, relation.VisibleBy)) pen.Texts("visibleBy", report.VisibleBy);
    }

    private void Write(RowPen pen, Comment comment)
    {
        Named(pen, Comment.NodeKind, comment.Number, comment.Id);
        pen.Text("entityID", comment.EntityId);
        pen.Text("@timestamp", Nanos.Text(comment.At));
        pen.Text("comment", comment.Text);
        pen.Id("userID", comment.UserId, otherwise: _first);
        pen.Id("parentID", comment.ParentId);
        pen.Texts("visibleBy", comment.VisibleBy);
    }

    private static void Write(RowPen pen, Scan scan)
    {
        pen.Id("id", scan.Id);
        pen.Text("target", scan.Target);
        pen.Text("@timestamp", Nanos.Text(scan.At));
    }

    private static void Write(RowPen pen, IReadOnlyList<EntityAttribute> attributes)
    {
        pen.BeginObject("attributes");
        foreach (var attribute in attributes)
        {
            if (attribute.IsNumber) pen.Digits(attribute.Name, attribute.Text);
            else pen.Text(attribute.Name, attribute.Text);
        }
        pen.EndObject();
    }

    private static void Write(RowPen pen, RelationMode mode, string? otherwise = "association") =>
        pen.Text("mode", mode == RelationMode.Aggregation ? "aggregation" : "association", otherwise);

    /// <summary>The number, where it is not one more than that of the row above.</summary>
    private void Named(RowPen pen, Kind kind, long number, Guid id)
    {
        pen.Number("number", number, otherwise: _number + 1);
        pen.Id("id", id, otherwise: Ids.OfRecord(kind, number));
        _number = number;
    }

    private static bool Same(IReadOnlyList<string> one, IReadOnlyList<string> other) => ReferenceEquals(one, other) || one.SequenceEqual(other, StringComparer.Ordinal);
}
