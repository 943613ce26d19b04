using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>A search for words in any attribute: one shared word is enough, so an address finds others that share a number with it.</summary>
static class SimpleSearch
{
    public static string? Read(Call call, out SearchRequest? request)
    {
        request = null;
        if (Bodies.Object(call) is not { } body || !Bodies.Text(body, "query", out var query)) return Texts.BadJson;
        if (!Bodies.Whole(body, "accuracy", out var accuracy) || !Bodies.Whole(body, "reputation", out var reputation)) return Texts.BadJson;
        if (Source.Read(body) is not { } source) return Texts.BadJson;
        if (string.IsNullOrWhiteSpace(query)) return Texts.ValueEmpty;
        var words = Words.In(query).ToHashSet(StringComparer.Ordinal);
        request = new SearchRequest
        {
            Matches = document => AtLeast(document, "accuracy", accuracy) && AtLeast(document, "reputation", reputation) && document.Texts().Any(text => Words.In(text).Exists(words.Contains)),
            Narrowing = new Narrowing(),
            Source = source,
        };
        return null;
    }

    private static bool AtLeast(Document document, string field, int? least) =>
        least is null || document.Values(field).Exists(value => value.Number >= least);
}
