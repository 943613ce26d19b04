using System.Text.Json;
using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Apis.ThreatWinds.Resources;
using Emulation.Apis.ThreatWinds.Responses;
using Emulation.Apis.ThreatWinds.Search;
using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Handlers;

/// <summary>The two lists of related entities (documents 000 and 001), which differ in status and format.</summary>
static class RelatedEntities
{
    private const int MaxPerPage = 10_000;
    private const string GlobalGroup = "global";

    /// <summary>Document 000.</summary>
    public static Reply Associations(Call call, ThreatWindsContext context) =>
        List(
            call,
            context,
            200,
            0,
            NotFoundStyle.NotFound,
            Callers.GroupsOf(call),
            [],
            ListItemShape.Association,
            EntityJson.Association);

    /// <summary>Document 001. The final result has status 202.</summary>
    public static Reply Relations(Call call, ThreatWindsContext context)
    {
        var options = context.Options;
        return List(
            call,
            context,
            202,
            options.PageBase,
            options.NotFound,
            RequestedGroups(call),
            Names(call.Query["types"]),
            ListItemShape.Related,
            EntityJson.Related);
    }

    private static Reply List(
        Call call, ThreatWindsContext context, int status, int firstPage, NotFoundStyle notFound, IReadOnlyList<string> requested,
        string[] types, ListItemShape shape, Action<Utf8JsonWriter, Entity> write)
    {
        var id = call["id"];
        if (string.IsNullOrWhiteSpace(id)) return Envelope.Refuse(call, 400, Texts.ValueEmpty);
        if (Paging.Read(call.Query, firstPage, MaxPerPage, out var paging) is { } fault) return Envelope.Refuse(call, 400, fault);
        Field? by = null;
        if (paging.Sort is { } sort && (by = FieldSet.Listed.Find(sort)) is null) return Envelope.Refuse(call, 400, Texts.NoMapping(sort));
        var groups = Callers.GroupsOf(call);
        if (Entity.Of(call.Graph, id) is not { } entity || !Callers.CanSee(groups, entity.VisibleBy))
            return Envelope.Missing(call, notFound, Texts.RecordNotFound);

        var isInOrder = types.Length == 0 && Sorting.IsNewestFirst(by, paging.Descending);
        var entities = (isInOrder ? NewestNeighbours.Of(call.Graph, entity, groups, requested) : null)
            ?? Sorted(call, entity, groups, requested, types, by, paging.Descending);
        var page = (paging.Skip >= entities.Count ? [] : entities.Slice((int)paging.Skip, paging.Limit)).Cast<Entity>();
        return Envelope.Ok(
            status,
            json => ListJson.Write(json, entities.Count, paging.Limit, page, (to, one) => context.Cache.Write(to, one, shape, write)));
    }

    /// <summary>Costs the number of related entities.</summary>
    private static NodeList Sorted(
        Call call, Entity entity, IReadOnlyList<string> groups, IReadOnlyList<string> requested, string[] types, Field? by,
        bool? descending)
    {
        var entities = Neighbours.Of(call.Graph, entity, groups).Select(neighbour => neighbour.Entity)
            .Where(other => Callers.CanSee(requested, other.VisibleBy))
            .Where(other => types.Length == 0 || types.Contains(other.Type, StringComparer.OrdinalIgnoreCase))
            .ToList();
        Sorting.Sort(entities, by, descending);
        return NodeList.From(entities);
    }

    /// <summary>The caller's groups that the query or else the header names; all of them when neither does.</summary>
    private static IReadOnlyList<string> RequestedGroups(Call call)
    {
        var own = Callers.GroupsOf(call);
        var named = call.Query["groups"] is { Length: > 0 } query ? query : call.Header("groups");
        if (string.IsNullOrWhiteSpace(named) || string.Equals(named.Trim(), GlobalGroup, StringComparison.Ordinal)) return own;
        return [.. own.Intersect(Names(named), StringComparer.Ordinal)];
    }

    private static string[] Names(string? list) =>
        list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
