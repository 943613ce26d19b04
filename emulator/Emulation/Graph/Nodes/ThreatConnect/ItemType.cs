namespace Emulation.Graphs.ThreatConnect;

/// <summary>A type within a kind: of groups, indicators, assets.</summary>
/// <param name="Number">The typed list of links that its nodes are in.</param>
/// <param name="Name">Its name for people, and the <c>type</c> of an entry.</param>
/// <param name="Branch">Its word in a path.</param>
/// <param name="Entity">Its key in an answer.</param>
abstract record ItemType(int Number, string Name, string Branch, string Entity)
{
    /// <summary>Whether a text is one of the type's spellings, in any letter case: name, key in an answer, word in a path.</summary>
    public bool IsSpelled(string text) =>
        string.Equals(Name, text, StringComparison.OrdinalIgnoreCase)
        || string.Equals(Entity, text, StringComparison.OrdinalIgnoreCase)
        || string.Equals(Branch, text, StringComparison.OrdinalIgnoreCase);
}
