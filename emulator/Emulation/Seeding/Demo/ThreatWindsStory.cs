using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Seeding.Demo;

/// <summary>Two entities that belong together, before they are a relation.</summary>
readonly record struct Pair(Entity From, Entity To, RelationMode Mode, long Number);

/// <summary>A relation, and its report if one is kept.</summary>
readonly record struct Made(StoredRelation Relation, RelationReport? Report);

/// <summary>Adds ThreatWinds' part. Each indicator is an entity as well, and who belongs together there does so here.</summary>
sealed class ThreatWindsStory(Plan plan, GraphBuilder graph, Told told)
{
    private const long OfIndicators = 1_000_000_000;
    private const long OfOwn = 2_000_000_000;
    private const long OfCulprits = 2_000_000_000;
    private const long OfMates = 50_000_000_000;
    private const long OfOwnPairs = 60_000_000_000;
    private const int CommentEvery = 40;

    // Of relations fewer records are kept than of entities: there are more of them, and a record is as large as its relation.
    private const int ReportedEvery = 4;

    // Ways of joining indicators in which one is a part of the other: ASN and CIDR, CIDR and address, URL and host, archive and file.
    private static readonly bool[] s_parts = [.. Enumerable.Range(0, 15).Select(way => way is 2 or 3 or 7 or 8)];

    private readonly ValueList<Pair> _pairs = new();

    public void Add()
    {
        if (plan.Counts.Indicators + plan.Counts.Entities == 0) return;
        var reporters = new Reporters(plan, graph);
        var entities = new Entities(plan, told, new EntityValues(plan), reporters);
        var mirrored = Plan.Make(told.Indicators.Length, entities.OfIndicator);
        var own = Plan.Make(plan.Counts.Entities, entities.Own);
        AddEntities(mirrored, OfIndicators, reporters);
        AddEntities(own, OfOwn, reporters);

        var known = new Entity[mirrored.Length];
        for (var i = 0; i < known.Length; i++) known[i] = mirrored[i] ?? mirrored[told.Clusters.CopiedBy(i)]!;
        var cast = new List<Entity>();
        for (var i = 0; i < own.Length; i++)
            if (Entities.IsCast(i)) cast.Add(own[i]);
        PairIndicators(known, cast);
        PairGroups(cast);
        PairOwn(own, known);
        AddRelations(reporters);
        AddComments(own, reporters);
    }

    private void AddEntities(Entity?[] entities, long firstReport, Reporters reporters)
    {
        var reports = Plan.Make(entities.Length, i => entities[i] is { } entity ? ReportOf(entity, firstReport + i, reporters.One(i)) : null);
        foreach (var entity in entities)
            if (entity is not null) graph.Add(entity);
        foreach (var report in reports)
            if (report is not null) graph.Add(report);
        if (entities.Length > 0) graph.NoteId(EntityReport.NodeKind, firstReport + entities.Length - 1);
    }

    private static EntityReport ReportOf(Entity entity, long number, Guid otherwise) => new()
    {
        Number = number,
        Id = Ids.OfRecord(EntityReport.NodeKind, number),
        At = entity.At,
        EntityId = entity.Id,
        Type = entity.Type,
        UserId = entity.Reporters.Count > 0 ? entity.Reporters[^1] : otherwise,
        Reputation = entity.Reputation,
        Accuracy = entity.Accuracy,
        Attributes = entity.Attributes,
        Tags = entity.Tags,
        VisibleBy = entity.VisibleBy,
        WellKnown = entity.WellKnown,
    };

    private void PairIndicators(Entity[] known, List<Entity> cast)
    {
        var ties = new ValueList<Tie>();
        for (var cluster = 0; cluster * ClusterPlan.Size < known.Length; cluster++)
        {
            ties.Clear();
            told.Ties.Of(cluster, ties);
            for (var t = 0; t < ties.Count; t++)
            {
                var tie = ties[t];
                _pairs.Add(new Pair(known[tie.From], known[tie.To], tie.Way >= 0 && s_parts[tie.Way] ? RelationMode.Aggregation : RelationMode.Association, ((long)cluster * Ties.RulesInCluster) + tie.Rule));
            }
        }
        var culprits = new List<int>();
        for (var i = 0; i < known.Length; i++)
        {
            culprits.Clear();
            told.Ties.Culprits(i, culprits);
            for (var k = 0; k < culprits.Count; k++)
            {
                var member = GroupPlan.CastOf(culprits[k]);
                if (member >= 0 && member < cast.Count) _pairs.Add(new Pair(cast[member], known[i], RelationMode.Association, OfCulprits + (i * 8L) + k));
            }
        }
    }

    private void PairGroups(List<Entity> cast)
    {
        var mates = new List<int>();
        for (var i = 0; i < told.Groups.Length; i++)
        {
            var member = GroupPlan.CastOf(i);
            if (member < 0 || member >= cast.Count) continue;
            mates.Clear();
            told.Ties.Mates(i, mates);
            for (var k = 0; k < mates.Count; k++)
            {
                var mate = GroupPlan.CastOf(mates[k]);
                if (mate >= 0 && mate < cast.Count) _pairs.Add(new Pair(cast[member], cast[mate], RelationMode.Association, OfMates + (i * 16L) + k));
            }
        }
    }

    /// <summary>What only ThreatWinds knows belongs to an indicator of its story, to something older, or to the story's adversary.</summary>
    private void PairOwn(Entity[] own, Entity[] known)
    {
        for (var i = 0; i < own.Length; i++)
        {
            if (Entities.IsCast(i)) continue;
            var dice = plan.Dice(Stream.EntityLinks, i);
            var story = Entities.StoryOf(plan, i);
            var indicator = (ClusterPlan.HomeOf(story) * ClusterPlan.Size) + dice.Below(ClusterPlan.Size);
            if (dice.Chance(50) && indicator < known.Length) _pairs.Add(new Pair(own[i], known[indicator], RelationMode.Association, OfOwnPairs + (i * 4L)));
            var older = i > 0 && dice.Chance(35) ? dice.Skewed(i) : -1;
            if (older >= 0) _pairs.Add(new Pair(own[i], own[older], dice.Chance(30) ? RelationMode.Aggregation : RelationMode.Association, OfOwnPairs + (i * 4L) + 1));
            var adversary = PositionOfCast(GroupPlan.CastOf(GroupPlan.AdversaryOf(story)));
            if (dice.Chance(20) && adversary < own.Length && adversary != older) _pairs.Add(new Pair(own[i], own[adversary], RelationMode.Association, OfOwnPairs + (i * 4L) + 2));
        }
    }

    private void AddRelations(Reporters reporters)
    {
        var made = Plan.Make(_pairs.Count, i => RelationOf(_pairs[i], reporters));
        long last = 0;
        for (var i = 0; i < made.Length; i++)
        {
            var (relation, report) = (made[i].Relation, made[i].Report);
            graph.Add(relation);
            graph.Link(_pairs[i].From, StoredRelation.Related, _pairs[i].To, relation);
            if (report is null) continue;
            graph.Add(report);
            last = Math.Max(last, report.Number);
        }
        graph.NoteId(RelationReport.NodeKind, last);
    }

    private static Made RelationOf(Pair pair, Reporters reporters)
    {
        var relation = new StoredRelation
        {
            Id = Ids.OfRelation(pair.From.Id, pair.To.Id),
            EntityId = pair.From.Id,
            RelatedEntityId = pair.To.Id,
            At = Math.Max(pair.From.At, pair.To.At),
            LastSeen = Math.Max(pair.From.LastSeen, pair.To.LastSeen),
            Mode = pair.Mode,
            VisibleBy = Reporters.Either(pair.From.VisibleBy, pair.To.VisibleBy),
        };
        if (pair.Number % ReportedEvery != 0) return new(relation, null);
        var report = new RelationReport
        {
            Number = pair.Number,
            Id = Ids.OfRecord(RelationReport.NodeKind, pair.Number),
            At = relation.At,
            RelationId = relation.Id,
            EntityId = relation.EntityId,
            RelatedEntityId = relation.RelatedEntityId,
            UserId = reporters.One((int)(pair.Number % 1009)),
            Mode = relation.Mode,
            VisibleBy = relation.VisibleBy,
        };
        return new(relation, report);
    }

    private void AddComments(Entity[] own, Reporters reporters)
    {
        for (var i = 0; i < own.Length; i += CommentEvery)
        {
            var dice = plan.Dice(Stream.EntityLinks, ~(long)i);
            var id = Ids.OfRecord(Comment.NodeKind, OfOwn + i);
            graph.NoteId(Comment.NodeKind, OfOwn + i);
            graph.Add(new Comment
            {
                Number = OfOwn + i,
                Id = id,
                At = own[i].LastSeen,
                EntityId = own[i].Id,
                Text = dice.Chance(20) ? $"Bestätigt. {dice.Pick(plan.Words.Phrases)}" : dice.Pick(plan.Words.Phrases),
                UserId = reporters.One(i / CommentEvery),
                VisibleBy = own[i].VisibleBy,
            });
        }
    }

    /// <summary>Where among ThreatWinds' own share a member of the cast stands.</summary>
    private static int PositionOfCast(int cast)
    {
        var position = (int)(cast * 100L / 9);
        while (!Entities.IsCast(position) || Entities.CastBefore(position) != cast) position++;
        return position;
    }
}
