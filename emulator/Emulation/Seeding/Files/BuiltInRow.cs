using System.Text.Json;

namespace Emulation.Seeding.Files;

/// <summary>An object of a built-in dataset, member by member; null for what it does not have.</summary>
sealed class BuiltInRow(JsonElement json)
{
    public string? Text(string name) => Find(name) is { } value ? value.GetString() : null;

    public bool Flag(string name, bool otherwise = false) => Find(name) is { } value ? value.GetBoolean() : otherwise;

    public int? Int(string name) => Find(name) is { } value ? value.GetInt32() : null;

    public uint? UInt(string name) => Find(name) is { } value ? value.GetUInt32() : null;

    public long? Long(string name) => Find(name) is { } value ? value.GetInt64() : null;

    public ulong? ULong(string name) => Find(name) is { } value ? value.GetUInt64() : null;

    public double? Double(string name) => Find(name) is { } value ? value.GetDouble() : null;

    public decimal? Decimal(string name) => Find(name) is { } value ? value.GetDecimal() : null;

    public Guid? Guid(string name) => Find(name) is { } value ? value.GetGuid() : null;

    public DateTimeOffset? Moment(string name) => Find(name) is { } value ? value.GetDateTimeOffset() : null;

    public T? Row<T>(string name, Func<BuiltInRow, T> read) where T : class => Find(name) is { } value ? read(new BuiltInRow(value)) : null;

    public T[]? Rows<T>(string name, Func<BuiltInRow, T> read) where T : class
    {
        if (Find(name) is not { } array) return null;
        var rows = new T[array.GetArrayLength()];
        for (var i = 0; i < rows.Length; i++) rows[i] = read(new BuiltInRow(array[i]));
        return rows;
    }

    public string[]? Texts(string name) => Find(name) is { } array ? TextsOf(array) : null;

    public string[][] TextLists(string name)
    {
        if (Find(name) is not { } array) return [];
        var lists = new string[array.GetArrayLength()][];
        for (var i = 0; i < lists.Length; i++) lists[i] = TextsOf(array[i]);
        return lists;
    }

    public long[] Ids(string name)
    {
        if (Find(name) is not { } array) return [];
        var ids = new long[array.GetArrayLength()];
        for (var i = 0; i < ids.Length; i++) ids[i] = array[i].GetInt64();
        return ids;
    }

    public Dictionary<string, string>? TextMap(string name)
    {
        if (Find(name) is not { } map) return null;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in map.EnumerateObject()) texts[member.Name] = member.Value.GetString()!;
        return texts;
    }

    public Dictionary<string, AttributeText>? Attributes(string name)
    {
        if (Find(name) is not { } map) return null;
        var values = new Dictionary<string, AttributeText>(StringComparer.Ordinal);
        foreach (var member in map.EnumerateObject()) values[member.Name] = AttributeOf(member.Value);
        return values;
    }

    private static AttributeText AttributeOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number ? new AttributeText(value.GetRawText(), true) : new AttributeText(value.GetString()!, false);

    private JsonElement? Find(string name) => json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string[] TextsOf(JsonElement array)
    {
        var texts = new string[array.GetArrayLength()];
        for (var i = 0; i < texts.Length; i++) texts[i] = array[i].GetString()!;
        return texts;
    }
}
