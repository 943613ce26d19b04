using System.Text.Json;

namespace Emulation.Control.Stubs.Matching;

/// <summary>Finds members of a JSON object by name. Wide objects get a dictionary, because a search in the document is linear.</summary>
readonly struct MemberLookup
{
    private const int MaxScannedMembers = 16;

    private readonly JsonElement _object;
    private readonly Dictionary<string, JsonElement>? _members;

    /// <summary>Spends budget on the members of a wide object; without enough budget, no member is found.</summary>
    public MemberLookup(JsonElement @object, WorkBudget budget)
    {
        _object = @object;
        var count = @object.GetPropertyCount();
        if (count <= MaxScannedMembers) return;
        _members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (!budget.Spend(count)) return;
        foreach (var member in @object.EnumerateObject()) _members[member.Name] = member.Value;
    }

    public JsonElement? Find(string name)
    {
        if (_members is not null) return _members.TryGetValue(name, out var found) ? found : null;
        return _object.TryGetProperty(name, out var value) ? value : null;
    }
}
