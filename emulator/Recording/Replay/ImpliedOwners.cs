using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulation.Recordings.Replays;

/// <summary>The owners that answers show. The built-in accounts have organizations with names of their own.</summary>
sealed class ImpliedOwners
{
    private const string Organization = "Organization";

    /// <summary>The organizations of the built-in accounts; the first one is the caller's.</summary>
    private static readonly string[] s_builtIn = ["Example Org", "Limited Org"];

    private readonly ImpliedRows _byName = new();
    private string? _own;

    public static string Caller => s_builtIn[0];

    public static string Other => s_builtIn[1];

    /// <summary>The caller's own organization first; the first one that was shown is taken for it when no answer says.</summary>
    private IEnumerable<string> Organizations => _byName.All
        .Where(owner => owner["type"]!.GetValue<string>() == Organization)
        .Select(owner => owner["name"]!.GetValue<string>()).OrderBy(name => name != _own);

    public JsonArray ToArray() => _byName.ToArray();

    public void Add(JsonElement owner, bool isOwn)
    {
        if (ImpliedRows.Text(owner, "name") is not { } name || ImpliedRows.Text(owner, "type") is null) return;
        ImpliedRows.Copy(owner, _byName.Of(name), "id", "name", "type");
        if (isOwn) _own = name;
    }

    /// <summary>The name of an item's owner; null: the answer does not show it.</summary>
    public string? AddOf(JsonElement item)
    {
        if (item.TryGetProperty("owner", out var owner)) Add(owner, isOwn: false);
        var name = ImpliedRows.Text(item, "ownerName") ?? ImpliedRows.Text(owner, "name");
        if (name is null || _byName.Has(name)) return name;
        var row = _byName.Of(name);
        (row["name"], row["type"]) = (name, Organization);
        return name;
    }

    /// <summary>The recorded organizations get the names of the built-in ones, in the rows, too; what is left of these is added.</summary>
    public void NameIn(IReadOnlyList<JsonObject> rows)
    {
        var recorded = Organizations.Take(s_builtIn.Length).ToArray();
        for (var i = 0; i < s_builtIn.Length; i++)
        {
            var name = s_builtIn[i];
            if (_byName.Has(name)) continue;
            var old = i < recorded.Length && !s_builtIn.Contains(recorded[i], StringComparer.Ordinal) ? recorded[i] : null;
            var owner = _byName.Of(old ?? name);
            (owner["name"], owner["type"]) = (name, Organization);
            if (old is null) continue;
            foreach (var row in rows)
                if (row["owner"]?.GetValue<string>() == old) row["owner"] = name;
        }
    }
}
