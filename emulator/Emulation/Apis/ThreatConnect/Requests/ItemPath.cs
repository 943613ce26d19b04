using Emulation.Apis.ThreatConnect.Requests.Batch;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Requests;

/// <summary>The names of the path parameters that identify an item.</summary>
/// <param name="Type">The parameter for its type; null if the path has none.</param>
/// <param name="Id">The parameter for its id, value or name.</param>
sealed record ItemPath(string? Type, string Id)
{
    /// <summary>The type, if the path is for one type and has no parameter for it.</summary>
    public ItemType? FixedType { get; init; }

    /// <summary>The parameter for the id of an attribute of the item.</summary>
    public string Part { get; init; } = "";

    /// <summary>Reads a route's path or the end of one: the last parameter is the id, the one before it the type.</summary>
    public static ItemPath Of(string path)
    {
        string[] names = [.. path.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}'))];
        return new ItemPath(names.Length > 1 ? names[^2] : null, names[^1]);
    }
}
