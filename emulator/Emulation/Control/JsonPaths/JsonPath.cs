using System.Text.Json;

namespace Emulation.Control.JsonPaths;

/// <summary>A path into a JSON document, of the common subset: what stubs and fault rules look into bodies with.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Steps">From the root on.</param>
sealed record JsonPath(string Text, IReadOnlyList<IStep> Steps)
{
    /// <summary>It leads to one place. Otherwise what it finds is a list, however many there are.</summary>
    public bool IsDefinite => Steps.All(step => step.IsDefinite);

    /// <summary>Null when it cannot be read; then <paramref name="fault"/> says why.</summary>
    public static JsonPath? Read(string text, out string fault)
    {
        var signs = new Signs(text);
        var path = JsonPathReader.Whole(signs);
        fault = signs.Fault ?? "";
        return signs.Fault is null ? path : null;
    }

    /// <summary>What is there, in the order of the document.</summary>
    public IReadOnlyList<JsonElement> Find(JsonElement root) => Find(root, root);

    internal IReadOnlyList<JsonElement> Find(JsonElement start, JsonElement root)
    {
        IEnumerable<JsonElement> found = [start];
        foreach (var step in Steps) found = found.SelectMany(value => step.From(value, root));
        return [.. found];
    }
}

/// <summary>One step of a path: from a value to what it leads to.</summary>
interface IStep
{
    bool IsDefinite { get; }

    IEnumerable<JsonElement> From(JsonElement value, JsonElement root);
}
