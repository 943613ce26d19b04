using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulation.Recordings.Replays;

/// <summary>The people that answers show: members of the caller's organization, and those to whom tasks are assigned.</summary>
sealed class ImpliedUsers
{
    /// <summary>The name of the built-in account that calls.</summary>
    public const string BuiltIn = "12345678901234567890";

    private static readonly string[] s_lists = ["assignees", "escalatees"];

    private readonly ImpliedRows _byName = new();
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private string? _caller;

    /// <summary>The users without the caller, who has the built-in account.</summary>
    public JsonArray ToArray()
    {
        _byName.Remove(BuiltIn);
        if (_caller is not null) _byName.Remove(_caller);
        foreach (var user in _byName.All)
            user["owner"] = _members.Contains(user["userName"]!.GetValue<string>()) ? ImpliedOwners.Caller : ImpliedOwners.Other;
        return _byName.ToArray();
    }

    /// <summary>A user in an answer: the caller, a member, or one to whom the task in the path is assigned.</summary>
    public void Add(JsonElement user, ImpliedPlace place)
    {
        if (ImpliedRows.Text(user, "userName") is not { } name) return;
        ImpliedRows.Copy(user, _byName.Of(name), "userName", "firstName", "lastName", "pseudonym", "role");
        if (place.Route == "whoami") _caller = name;
        if (place.Route is "whoami" or "owners.members") _members.Add(name);
        if (place.Array != "tasks" || place.Row is not { } task) return;
        foreach (var list in s_lists)
            if (place.Route.StartsWith($"task.{list}", StringComparison.Ordinal)) ImpliedRows.AddTo(task, list, name);
    }

    /// <summary>The users whom a single task shows.</summary>
    public JsonObject Assigned(JsonObject task, JsonElement item)
    {
        foreach (var list in s_lists)
        {
            if (!item.TryGetProperty(list[..^1], out var users) || users.ValueKind != JsonValueKind.Array) continue;
            foreach (var user in users.EnumerateArray())
            {
                if (ImpliedRows.Text(user, "userName") is not { } name) continue;
                ImpliedRows.Copy(user, _byName.Of(name), "userName", "firstName", "lastName");
                ImpliedRows.AddTo(task, list, name);
            }
        }
        return task;
    }

    /// <summary>The caller has another name as a built-in account.</summary>
    public void NameIn(IEnumerable<JsonObject> tasks)
    {
        foreach (var names in tasks.SelectMany(task => s_lists.Select(list => task[list])).OfType<JsonArray>())
            for (var i = 0; i < names.Count; i++)
                if (names[i]!.GetValue<string>() == _caller) names[i] = BuiltIn;
    }
}
