using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding.Demo.Texts;

namespace Emulation.Seeding.Demo;

/// <summary>Two entities that a relation will connect.</summary>
readonly record struct EntityPair(Entity From, Entity To, RelationMode Mode, long Number);

/// <summary>A relation, and the report of it when one is stored.</summary>
readonly record struct RelationWithReport(StoredRelation Relation, RelationReport? Report);

/// <summary>
/// Makes ThreatWinds' part, while ThreatConnect's links are added. Each indicator is an entity as well, and what is linked in ThreatConnect
/// is related here.
/// </summary>
sealed class ThreatWindsGenerator(Plan plan, ThreatConnectSeed threatConnect)
{
    private const long OfIndicators = 1_000_000_000;
    private const long OfOwn = 2_000_000_000;
    private const long OfAttributed = 2_000_000_000;
    private const long OfRelatedGroups = 50_000_000_000;
    private const long OfOwnPairs = 60_000_000_000;
    private const int CommentEvery = 40;

    // Only some relations have a report: there are more relations than entities, and a report is as large as its relation.
    private const int ReportedEvery = 4;

    // Association types in which one end is a part of the other: ASN and CIDR, CIDR and address, URL and host, archive and file.
    private static readonly bool[] s_parts = [.. Enumerable.Range(0, 15).Select(slot => slot is 2 or 3 or 7 or 8)];

    private readonly ValueList<EntityPair> _pairs = new();

    private readonly GraphPart _part = new();

    public GraphPart Make()
    {
        if (plan.Counts.Indicators + plan.Counts.Entities == 0) return _part;
        var reporters = new ReporterLists(plan, _part);
        var entities = new Entities(plan, threatConnect, new EntityValues(plan), reporters);
        var mirrored = Plan.Make(threatConnect.Indicators.Length, entities.OfIndicator);
        var own = Plan.Make(plan.Counts.Entities, entities.Own);
        AddEntities(mirrored, OfIndicators, reporters);
        AddEntities(own, OfOwn, reporters);

        var known = new Entity[mirrored.Length];
        for (var i = 0; i < known.Length; i++) known[i] = mirrored[i] ?? mirrored[threatConnect.Clusters.CopiedBy(i)]!;
        var actors = new List<Entity>();
        for (var i = 0; i < own.Length; i++)
            if (Entities.IsActor(i)) actors.Add(own[i]);
        PairIndicators(known, actors);
        PairGroups(actors);
        PairOwn(own, known);
        AddRelations(reporters);
        AddComments(own, reporters);
        return _part;
    }

    private void AddEntities(Entity?[] entities, long firstReport, ReporterLists reporters)
    {
        var reports = Plan.Make(
            entities.Length, i => entities[i] is { } entity ? ReportOf(entity, firstReport + i, reporters.One(i)) : null);
        foreach (var entity in entities)
            if (entity is not null) _part.Add(entity);
        foreach (var report in reports)
            if (report is not null) _part.Add(report);
        if (entities.Length > 0) _part.NoteId(EntityReport.NodeKind, firstReport + entities.Length - 1);
    }

    private static EntityReport ReportOf(Entity entity, long number, Guid otherwise) => new()
    {
        Number = number,
        UserId = entity.Reporters.Count > 0 ? entity.Reporters[^1] : otherwise,
        Reported = entity,
    };

    private void PairIndicators(Entity[] known, List<Entity> actors)
    {
        var links = new ValueList<IndicatorLink>();
        for (var cluster = 0; cluster * ClusterPlan.Size < known.Length; cluster++)
        {
            links.Clear();
            threatConnect.IndicatorLinks.Of(cluster, links);
            for (var t = 0; t < links.Count; t++)
            {
                var link = links[t];
                var isPart = link.AssociationSlot >= 0 && s_parts[link.AssociationSlot];
                Add(known[link.From], known[link.To], isPart, ((long)cluster * IndicatorLinks.RulesInCluster) + link.Rule);
            }
        }
        var attributed = new List<int>();
        for (var i = 0; i < known.Length; i++)
        {
            attributed.Clear();
            threatConnect.IndicatorLinks.AttributedGroups(i, attributed);
            for (var k = 0; k < attributed.Count; k++)
            {
                var member = GroupPlan.ActorOf(attributed[k]);
                if (member >= 0 && member < actors.Count) Add(actors[member], known[i], false, OfAttributed + (i * 8L) + k);
            }
        }
    }

    private void PairGroups(List<Entity> actors)
    {
        var related = new List<int>();
        for (var i = 0; i < threatConnect.Groups.Length; i++)
        {
            var member = GroupPlan.ActorOf(i);
            if (member < 0 || member >= actors.Count) continue;
            related.Clear();
            threatConnect.IndicatorLinks.RelatedGroups(i, related);
            for (var k = 0; k < related.Count; k++)
            {
                var other = GroupPlan.ActorOf(related[k]);
                if (other >= 0 && other < actors.Count) Add(actors[member], actors[other], false, OfRelatedGroups + (i * 16L) + k);
            }
        }
    }

    /// <summary>
    /// An entity that only ThreatWinds has is related to an indicator of its story, to an older entity, or to the story's adversary.
    /// </summary>
    private void PairOwn(Entity[] own, Entity[] known)
    {
        for (var i = 0; i < own.Length; i++)
        {
            if (Entities.IsActor(i)) continue;
            var random = plan.Random(StreamKind.EntityLinks, i);
            var story = Entities.StoryOf(plan, i);
            var indicator = (ClusterPlan.HomeOf(story) * ClusterPlan.Size) + random.Below(ClusterPlan.Size);
            if (random.Chance(50) && indicator < known.Length) Add(own[i], known[indicator], false, OfOwnPairs + (i * 4L));
            var older = i > 0 && random.Chance(35) ? random.Skewed(i) : -1;
            if (older >= 0) Add(own[i], own[older], random.Chance(30), OfOwnPairs + (i * 4L) + 1);
            var adversary = PositionOfActor(GroupPlan.ActorOf(GroupPlan.AdversaryOf(story)));
            if (random.Chance(20) && adversary < own.Length && adversary != older)
                Add(own[i], own[adversary], false, OfOwnPairs + (i * 4L) + 2);
        }
    }

    private void Add(Entity from, Entity to, bool isPart, long number) =>
        _pairs.Add(new EntityPair(from, to, isPart ? RelationMode.Aggregation : RelationMode.Association, number));

    private void AddRelations(ReporterLists reporters)
    {
        var made = Plan.Make(_pairs.Count, i => RelationOf(_pairs[i], reporters));
        long last = 0;
        for (var i = 0; i < made.Length; i++)
        {
            var (relation, report) = (made[i].Relation, made[i].Report);
            _part.Add(relation);
            _part.Link(_pairs[i].From, StoredRelation.Related, _pairs[i].To, relation);
            if (report is null) continue;
            _part.Add(report);
            last = Math.Max(last, report.Number);
        }
        _part.NoteId(RelationReport.NodeKind, last);
    }

    private static RelationWithReport RelationOf(EntityPair pair, ReporterLists reporters)
    {
        var relation = new StoredRelation
        {
            Id = Ids.OfRelation(pair.From.Id, pair.To.Id),
            EntityId = pair.From.Id,
            RelatedEntityId = pair.To.Id,
            At = Math.Max(pair.From.At, pair.To.At),
            LastSeen = Math.Max(pair.From.LastSeen, pair.To.LastSeen),
            Mode = pair.Mode,
            VisibleBy = ReporterLists.Either(pair.From.VisibleBy, pair.To.VisibleBy),
        };
        if (pair.Number % ReportedEvery != 0) return new(relation, null);
        var report = new RelationReport
        {
            Number = pair.Number,
            UserId = reporters.One((int)(pair.Number % 1009)),
            Reported = relation,
        };
        return new(relation, report);
    }

    private void AddComments(Entity[] own, ReporterLists reporters)
    {
        for (var i = 0; i < own.Length; i += CommentEvery)
        {
            var random = plan.Random(StreamKind.EntityLinks, ~(long)i);
            var id = Ids.OfRecord(Comment.NodeKind, OfOwn + i);
            _part.NoteId(Comment.NodeKind, OfOwn + i);
            _part.Add(new Comment
            {
                Number = OfOwn + i,
                Id = id,
                At = own[i].LastSeen,
                EntityId = own[i].Id,
                Text = CommentOn(own[i], i, ref random),
                UserId = reporters.One(i / CommentEvery),
                VisibleBy = own[i].VisibleBy,
            });
        }
    }

    private string CommentOn(Entity entity, int position, ref RandomStream random)
    {
        var facts = plan.Stories.Of(Entities.StoryOf(plan, position), entity.LastSeen / Nanos.PerSecond, ref random);
        return IndicatorTexts.Comment(entity.Type, facts, ref random);
    }

    /// <summary>The position of an actor among ThreatWinds' own entities.</summary>
    private static int PositionOfActor(int actor)
    {
        var position = (int)(actor * 100L / 9);
        while (!Entities.IsActor(position) || Entities.ActorsBefore(position) != actor) position++;
        return position;
    }
}
