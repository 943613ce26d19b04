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
            var groups = GroupsOf(read, row.EntityId) ?? throw at.Error($"no entity or relation has the id '{row.EntityId}'");
            var comment = ToNode(read, row, numbers.Take(row.Number, at), groups, at);
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

    /// <param name="read">Knows the users.</param>
    /// <param name="row">The row.</param>
    /// <param name="number">The number of the comment.</param>
    /// <param name="assumed">Who sees it where the row does not say.</param>
    /// <param name="at">The place of the row.</param>
    public static Comment ToNode(
        ThreatWindsReader read, EntityCommentRow row, long number, IReadOnlyList<string> assumed, RowPlace at)
    {
        if (string.IsNullOrWhiteSpace(row.Comment)) throw at.Error("comment must not be empty");
        return new Comment
        {
            Number = number,
            Id = row.Id ?? Ids.OfRecord(Comment.NodeKind, number),
            At = ThreatWindsReader.Nanoseconds(row.Timestamp, at),
            EntityId = row.EntityId,
            Text = row.Comment,
            UserId = read.User(row.UserId, at),
            ParentId = row.ParentId ?? Guid.Empty,
            VisibleBy = ThreatWindsReader.Groups(row.VisibleBy, assumed),
        };
    }

    private static IReadOnlyList<string>? GroupsOf(ThreatWindsReader read, string id)
    {
        if (read.Entities.TryGetValue(id, out var entity)) return entity.VisibleBy;
        return Hash256.Parse(id) is { } hash && read.Relations.TryGetValue(hash, out var relation) ? relation.VisibleBy : null;
    }
}
