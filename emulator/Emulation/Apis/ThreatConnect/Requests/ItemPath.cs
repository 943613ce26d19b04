using Emulation.Apis.ThreatConnect.Requests.Batch;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Requests;

/// <summary>The names of the path parameters that lead to an item.</summary>
/// <param name="Type">Its type; null where the path has none.</param>
/// <param name="Id">Its id, value or name.</param>
sealed record ItemPath(string? Type, string Id)
{
    /// <summary>The type, when the path is for one type and has no parameter for it.</summary>
    public ItemType? OnlyType { get; init; }

    /// <summary>The id of a part of the item, an attribute.</summary>
    public string Part { get; init; } = "";

    /// <summary>Of a path, or an end of one, as a route spells it: the last parameter is the id, the one before it the type.</summary>
    public static ItemPath Of(string path)
    {
        string[] names = [.. path.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}'))];
        return new ItemPath(names.Length > 1 ? names[^2] : null, names[^1]);
    }
}
