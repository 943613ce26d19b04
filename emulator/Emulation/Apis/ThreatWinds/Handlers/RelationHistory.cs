using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Apis.ThreatWinds.Responses;
using Emulation.Apis.ThreatWinds.Search;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Handlers;

/// <summary>The history of reports of a relation between two entities.</summary>
static class RelationHistory
{
    private const int MaxPerPage = 1000;

    public static Reply List(Call call)
    {
        var (first, second) = (call["entityID"], call["relatedEntityID"]);
        if (string.IsNullOrWhiteSpace(first) || string.IsNullOrWhiteSpace(second)) return Envelope.Refuse(call, 400, Texts.ValueEmpty);
        if (Paging.Read(call.Query, 0, MaxPerPage, out var paging) is { } fault) return Envelope.Refuse(call, 400, fault);
        Field? by = null;
        if (paging.Sort is { } sort && (by = FieldSet.Relations.Find(sort)) is null)
            return Envelope.Refuse(call, 400, Texts.NoMapping(sort));
        var records = Candidates.OfPair(call, first, second).ToList<Document>();
        if (records.Count == 0) return Envelope.Refuse(call, 404, Texts.RecordNotFound);
        var time = FieldSet.Relations.Find("@timestamp")!.Value;
        var sorted = by is null && paging.Descending is not false
            ? records
            : SearchOrder.Sorted(records, by ?? time, paging.Descending ?? false);
        var page = paging.Skip >= sorted.Count ? [] : sorted.Skip((int)paging.Skip).Take(paging.Limit);
        return Envelope.Ok(
            200, json => ListJson.Write(json, sorted.Count, paging.Limit, page, (to, record) => ((RelationDocument)record).WritePair(to)));
    }
}
