using System.Text.Json;
using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Apis.ThreatWinds.Resources;
using Emulation.Apis.ThreatWinds.Responses;
using Emulation.Apis.ThreatWinds.Search;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Handlers;

/// <summary>
/// Searches in the query language of the engine, in both editions of the pages (threatwinds/api-docs search/advanced-search.md;
/// threatwinds/api-docs@4c1c8c0^ search/).
/// </summary>
static class Searches
{
    private const int MaxPerPage = 1000;
    private const int Window = 10_000;

    /// <summary>2023: pages from 0, with score, sort and version of each hit.</summary>
    public static Reply Entities(Call call, ThreatWindsContext context)
    {
        var edition = Old(202, Missing(call, Texts.EntityNotFound)) with { IsOfEntities = true };
        return Run(
            call, FieldSet.Entities, edition, request =>
                Candidates.Entities(call, context.Cache, request.IndexFilter, EntityShape.Related));
    }

    public static Reply EntityReports(Call call) => Run(call, FieldSet.Reports, Old(202, Missing(call, Texts.RecordNotFound)),
        _ => Candidates.EntityReports(call, full: false));

    public static Reply Relations(Call call) => Run(call, FieldSet.Relations, Old(202, null), _ => Candidates.Relations(call));

    public static Reply RelationReports(Call call) => Run(call, FieldSet.Relations, Old(202, null), _ => Candidates.RelationReports(call));

    /// <summary>GitBook: a search among the entities that are associated with an entity.</summary>
    public static Reply Associations(Call call, ThreatWindsContext context)
    {
        var id = call["id"];
        if (string.IsNullOrWhiteSpace(id)) return Envelope.Refuse(call, 400, Texts.ValueEmpty);
        var root = Entity.Of(call.Graph, id) is { } entity && Callers.CanSee(Callers.GroupsOf(call), entity.VisibleBy) ? entity : null;
        var edition = Old(200, Missing(call, Texts.EntityNotFound)) with { HasExtras = false };
        return Run(call, FieldSet.Entities, edition, _ => root is null ? [] : Candidates.AssociatedWith(call, context.Cache, root));
    }

    /// <summary>2025: pages from 1; status 204 when nothing is found.</summary>
    public static Reply Advanced(Call call, ThreatWindsContext context)
    {
        var edition = New(call, Texts.EntityNotFound) with { IsOfEntities = true };
        return Run(
            call, FieldSet.Entities, edition, request => Candidates.Entities(call, context.Cache, request.IndexFilter, EntityShape.Full));
    }

    public static Reply AdvancedHistory(Call call) =>
        Run(call, FieldSet.Reports, New(call, Texts.RecordNotFound), _ => Candidates.EntityReports(call, full: true));

    public static Reply Simple(Call call, ThreatWindsContext context) => Words(call, FieldSet.Entities, New(call, Texts.EntityNotFound),
        () => Candidates.Entities(call, context.Cache, new IndexFilter(), EntityShape.Full));

    public static Reply SimpleHistory(Call call) =>
        Words(call, FieldSet.Reports, New(call, Texts.RecordNotFound), () => Candidates.EntityReports(call, full: true));

    private static Reply Run(Call call, FieldSet fields, Edition edition, Func<SearchRequest, IEnumerable<Document>> candidates)
    {
        if (Paging.Read(call.Query, edition.FirstPage, MaxPerPage, out var paging) is { } badPaging)
            return Envelope.Refuse(call, 400, badPaging);
        if (SearchRequest.Read(call, fields, out var request) is { } badBody) return Envelope.Refuse(call, 400, badBody);
        if (request!.IsEverything && edition.IsOfEntities) request = request with { KnownCount = Candidates.EntityCount(call) };
        return Found(call, fields, edition, paging, request, candidates(request));
    }

    private static Reply Words(Call call, FieldSet fields, Edition edition, Func<IEnumerable<Document>> candidates)
    {
        if (Paging.Read(call.Query, edition.FirstPage, MaxPerPage, out var paging) is { } badPaging)
            return Envelope.Refuse(call, 400, badPaging);
        if (SimpleSearch.Read(call, out var request) is { } badBody) return Envelope.Refuse(call, 400, badBody);
        return Found(call, fields, edition with { NullAggregations = true }, paging, request!, candidates());
    }

    private static Reply Found(
        Call call, FieldSet fields, Edition edition, Paging paging, SearchRequest request, IEnumerable<Document> candidates)
    {
        Field? by = null;
        if (paging.Sort is { } sort && (by = fields.Find(sort)) is null) return Envelope.Refuse(call, 400, Texts.NoMapping(sort));
        if (paging.Skip > Window - paging.Limit)
        {
            var end = paging.Skip > long.MaxValue - paging.Limit ? long.MaxValue : paging.Skip + paging.Limit;
            var reason = $"Result window is too large, from + size must be less than or equal to: [{Window}] but was [{end}]";
            return Envelope.Refuse(call, 400, EngineFault.Text("illegal_argument_exception", reason));
        }
        var run = SearchRun.Of(candidates, request, paging, by);
        if (run.Fault is { } fault) return Envelope.Refuse(call, 400, fault);
        if (run.Found == 0 && edition.NothingFound is { } nothing) return nothing();
        return Envelope.Ok(edition.Status, json => ListJson.Write(
            json,
            run.Found,
            paging.Limit,
            run.Page,
            (to, document) => Write(to, document, request, run, edition),
            to => Aggregations(to, run, edition)));
    }

    private static void Write(Utf8JsonWriter json, Document document, SearchRequest request, SearchRun run, Edition edition)
    {
        json.WriteStartObject();
        document.Write(json, request.SourceFilter);
        if (edition.HasExtras)
        {
            json.WriteNull("score");
            run.WriteSort(json, document);
            json.WriteNumber("version", document.Version);
        }
        json.WriteEndObject();
    }

    private static void Aggregations(Utf8JsonWriter json, SearchRun run, Edition edition)
    {
        if (edition.NullAggregations) json.WriteNull("aggregations");
        if (run.Aggregations is not { } write) return;
        json.WriteStartObject("aggregations");
        write(json);
        json.WriteEndObject();
    }

    private static Edition Old(int status, Func<Reply>? nothingFound) => new(status, 0, nothingFound) { HasExtras = true };

    private static Edition New(Call call, string text) => new(200, 1, () => Envelope.NoContent(call, text));

    private static Func<Reply> Missing(Call call, string text) => () => Envelope.Refuse(call, 404, text);

    /// <summary>The differences between the editions.</summary>
    private sealed record Edition(int Status, int FirstPage, Func<Reply>? NothingFound)
    {
        public bool HasExtras { get; init; }

        public bool NullAggregations { get; init; }

        /// <summary>The search covers all entities that the caller can see.</summary>
        public bool IsOfEntities { get; init; }
    }
}
