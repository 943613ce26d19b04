namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>Sorts documents by a field, then by id; documents without the field are last.</summary>
static class SearchOrder
{
    public static List<Document> Sorted(IReadOnlyList<Document> documents, Field field, bool descending)
    {
        var keyed = documents.Select(document => (Value: Sorting.SortValue(document.Values(field.Name), descending), Document: document))
            .ToList();
        keyed.Sort((left, right) =>
        {
            var value = Sorting.Compare(left.Value, right.Value, descending);
            return value != 0 ? value : string.CompareOrdinal(left.Document.Id, right.Document.Id);
        });
        return keyed.ConvertAll(item => item.Document);
    }
}
