using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatWinds;

/// <summary>Comments on entities and relations; an answer comes after what it answers.</summary>
static class CommentMapping
{
    public static void Add(ThreatWindsReader read)
    {
        var at = new RowPlace("entityComments");
        var (numbers, known) = (read.Numbers(Comment.NodeKind), new HashSet<Guid>());
        foreach (var row in at.Each(read.File.EntityComments ?? []))
        {
            var comment = ToNode(read, row, numbers, at);
            if (row.ParentId is { } parent && !known.Contains(parent))
                throw at.Error($"parentID {parent} must be the id of a comment above this one");
            if (!known.Add(comment.Id)) throw at.Error($"id {comment.Id} is used twice");
            read.Graph.Add(comment);
        }
    }

    public static EntityCommentRow ToRow(Comment comment, ThreatWindsWriter write) => new()
    {
        Number = write.Number(comment.Number),
        Id = ThreatWindsWriter.Id(Comment.NodeKind, comment.Number, comment.Id),
        EntityId = comment.EntityId,
        Timestamp = Nanos.Text(comment.At),
        Comment = comment.Text,
        UserId = write.UserId(comment.UserId),
        ParentId = comment.ParentId == Guid.Empty ? null : comment.ParentId,
        VisibleBy = comment.VisibleBy,
    };

    private static Comment ToNode(ThreatWindsReader read, EntityCommentRow row, NumberCounter numbers, RowPlace at)
    {
        var groups = GroupsOf(read, row.EntityId) ?? throw at.Error($"no entity or relation has the id '{row.EntityId}'");
        if (string.IsNullOrWhiteSpace(row.Comment)) throw at.Error("comment must not be empty");
        var number = numbers.Take(row.Number, at);
        return new Comment
        {
            Number = number,
            Id = row.Id ?? Ids.OfRecord(Comment.NodeKind, number),
            At = ThreatWindsReader.Nanoseconds(row.Timestamp, at),
            EntityId = row.EntityId,
            Text = row.Comment,
            UserId = read.User(row.UserId, at),
            ParentId = row.ParentId ?? Guid.Empty,
            VisibleBy = ThreatWindsReader.Groups(row.VisibleBy, groups),
        };
    }

    private static IReadOnlyList<string>? GroupsOf(ThreatWindsReader read, string id)
    {
        if (read.Entities.TryGetValue(id, out var entity)) return entity.VisibleBy;
        return Hash256.Parse(id) is { } hash && read.Relations.TryGetValue(hash, out var relation) ? relation.VisibleBy : null;
    }
}
