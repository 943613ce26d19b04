using System.Text.Json;
using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Apis.ThreatWinds.Responses;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Handlers;

/// <summary>
/// The comments on an entity or a relation, as in the 2025 edition: status 200, pages from 1 (threatwinds/api-docs, both editions of
/// search/).
/// </summary>
static class Comments
{
    private const int FirstPage = 1;
    private const int MaxPerPage = 1000;

    public static Reply List(Call call)
    {
        var id = call["id"];
        if (string.IsNullOrWhiteSpace(id)) return Envelope.Refuse(call, 400, Texts.ValueEmpty);
        if (Paging.Read(call.Query, FirstPage, MaxPerPage, out var paging) is { } fault) return Envelope.Refuse(call, 400, fault);
        if (paging.Sort is { } sort && KeyOf(sort) is null) return Envelope.Refuse(call, 400, Texts.NoMapping(sort));
        var groups = Callers.GroupsOf(call);
        var comments = call.Graph.Between(Comment.BySubject, NewestRecord.First(id), NewestRecord.Last(id)).All()
            .Cast<Comment>().Where(comment => Callers.CanSee(groups, comment.VisibleBy)).ToList();
        if (comments.Count == 0) return Envelope.NoContent(call, Texts.EntityNotFound);
        Order(comments, paging);
        var page = paging.Skip >= comments.Count ? [] : comments.Skip((int)paging.Skip).Take(paging.Limit);
        return Envelope.Ok(200, json => ListJson.Write(json, comments.Count, paging.Limit, page, Write));
    }

    private static void Order(List<Comment> comments, Paging paging)
    {
        if (paging.Sort is null && paging.Descending is not false) return;
        var key = KeyOf(paging.Sort ?? "@timestamp")!;
        var sorted = paging.Descending ?? false
            ? comments.OrderByDescending(key, StringComparer.Ordinal).ThenBy(comment => comment.Number).ToList()
            : comments.OrderBy(key, StringComparer.Ordinal).ThenBy(comment => comment.Number).ToList();
        comments.Clear();
        comments.AddRange(sorted);
    }

    private static Func<Comment, string>? KeyOf(string field) => field switch
    {
        // Fixed width, so that the order of the texts is the order of time.
        "@timestamp" => comment => ((ulong)comment.At ^ (1UL << 63)).ToString("D20"),
        "id" or "id.keyword" => comment => comment.Id.ToString(),
        "entityID" or "entityID.keyword" => comment => comment.EntityId,
        "comment" or "comment.keyword" => comment => comment.Text,
        "userID" or "userID.keyword" => comment => comment.UserId.ToString(),
        "parentID" or "parentID.keyword" => comment => comment.ParentId.ToString(),
        _ => null,
    };

    private static void Write(Utf8JsonWriter json, Comment comment)
    {
        json.WriteStartObject();
        json.WriteString("id", comment.Id);
        json.WriteString("entityID", comment.EntityId);
        json.WriteString("comment", comment.Text);
        json.WriteString("userID", comment.UserId);
        json.WriteString("parentID", comment.ParentId);
        json.WriteString("@timestamp", Nanos.Text(comment.At));
        EntityJson.Names(json, "visibleBy", comment.VisibleBy);
        json.WriteEndObject();
    }
}
