using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>
/// A search for words in any attribute. One common word is enough, so an IP address finds others that share a number with it.
/// </summary>
static class SimpleSearch
{
    public static string? Read(Call call, out SearchRequest? request)
    {
        request = null;
        if (BodyReader.Object(call) is not { } body || !BodyReader.Text(body, "query", out var query)) return Texts.BadJson;
        if (!BodyReader.Whole(body, "accuracy", out var accuracy)) return Texts.BadJson;
        if (!BodyReader.Whole(body, "reputation", out var reputation)) return Texts.BadJson;
        if (SourceFilter.Read(body) is not { } source) return Texts.BadJson;
        if (string.IsNullOrWhiteSpace(query)) return Texts.ValueEmpty;
        var words = Tokenizer.Tokenize(query).ToHashSet(StringComparer.Ordinal);
        request = new SearchRequest
        {
            Matches = document => AtLeast(document, "accuracy", accuracy)
                && AtLeast(document, "reputation", reputation)
                && document.Texts().Any(text => Tokenizer.Tokenize(text).Exists(words.Contains)),
            IndexFilter = new IndexFilter(),
            SourceFilter = source,
        };
        return null;
    }

    private static bool AtLeast(Document document, string field, int? minimum) =>
        minimum is null || document.Values(field).Exists(value => value.Number >= minimum);
}
