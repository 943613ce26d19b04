using System.Text.Json.Nodes;

namespace Emulation.Recordings.Replays;

/// <summary>Rows of tags or security labels, which an owner and a name in any case identify. Without an owner: the caller's own.</summary>
sealed class ImpliedNames
{
    private readonly Dictionary<(string Owner, string Name), JsonObject> _rows = [];

    public IEnumerable<JsonObject> All => _rows.Values;

    public JsonObject Of(string? owner, string name)
    {
        var key = (owner ?? "", name.ToLowerInvariant());
        if (_rows.TryGetValue(key, out var row)) return row;
        _rows[key] = row = new JsonObject { ["name"] = name };
        if (owner is not null) row["owner"] = owner;
        return row;
    }

    public void Remove(string name)
    {
        foreach (var key in _rows.Keys.Where(key => key.Name == name.ToLowerInvariant()).ToArray()) _rows.Remove(key);
    }

    /// <summary>Rows whose owner turned out to be the same are one row.</summary>
    public JsonArray ToArray()
    {
        var merged = new ImpliedRows();
        foreach (var row in _rows.Values)
        {
            var owner = row["owner"]?.GetValue<string>() ?? ImpliedOwners.Caller;
            var one = merged.Of($"{owner}\n{row["name"]!.GetValue<string>().ToLowerInvariant()}");
            foreach (var (member, value) in row) one[member] ??= value?.DeepClone();
        }
        return merged.ToArray();
    }
}
