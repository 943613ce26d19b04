using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>
/// Sorts lists by one field, then by id; entities without the field are last (documents 000 and 001; js-sdk search-client.ts).
/// </summary>
static class Sorting
{
    /// <summary>Newest first, then by id.</summary>
    public static int ByNewest(Entity left, Entity right)
    {
        var at = right.At.CompareTo(left.At);
        return at != 0 ? at : string.CompareOrdinal(left.Id, right.Id);
    }

    /// <summary>Whether that order is <see cref="ByNewest"/>.</summary>
    public static bool IsNewestFirst(Field? by, bool? descending) =>
        by is null ? descending is not false : by.Value.Name == "@timestamp" && descending is true;

    /// <summary>Sorts in place: without a field by time, newest first by default; with a field, ascending by default.</summary>
    public static void Sort(List<Entity> entities, Field? by, bool? descending)
    {
        if (by is null && descending is not false)
        {
            entities.Sort(ByNewest);
            return;
        }
        var field = by?.Name ?? "@timestamp";
        var isDescending = descending ?? false;
        var keyed = new List<(FieldValue? Value, Entity Entity)>(entities.Count);
        var values = new List<FieldValue>();
        foreach (var entity in entities)
        {
            values.Clear();
            EntityFields.Read(entity, field, values);
            keyed.Add((SortValue(values, isDescending), entity));
        }
        keyed.Sort((left, right) => Compare(left, right, isDescending));
        entities.Clear();
        entities.AddRange(keyed.Select(item => item.Entity));
    }

    /// <summary>The value by which a document is sorted: the smallest in ascending, the greatest in descending order.</summary>
    public static FieldValue? SortValue(List<FieldValue> values, bool descending)
    {
        if (values.Count == 0) return null;
        return descending ? values.Max() : values.Min();
    }

    public static int Compare(FieldValue? left, FieldValue? right, bool descending)
    {
        if (left is not { } first || right is not { } second) return (left is null).CompareTo(right is null);
        var value = first.CompareTo(second);
        return descending ? -value : value;
    }

    private static int Compare((FieldValue? Value, Entity Entity) left, (FieldValue? Value, Entity Entity) right, bool descending)
    {
        var value = Compare(left.Value, right.Value, descending);
        return value != 0 ? value : string.CompareOrdinal(left.Entity.Id, right.Entity.Id);
    }
}
