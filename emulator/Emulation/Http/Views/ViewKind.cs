namespace Emulation.Http.Views;

/// <summary>The outline of a node in a picture.</summary>
enum Shape
{
    Circle,
    Square,
    Diamond,
    Hexagon,
    Triangle,
    Pill,
    Pentagon,
    Star,
    Octagon,
    House,
}

/// <summary>Whether a word of a text can name a node.</summary>
enum Mention
{
    Never,

    /// <summary>By its name or value.</summary>
    ByName,

    /// <summary>Only after a number sign.</summary>
    ByHashtag,
}

/// <summary>A kind of node of an API, as people see it.</summary>
/// <param name="Name">Lower case, with hyphens; unique in its API.</param>
/// <param name="Title">Its name in a legend.</param>
/// <param name="Shape">Its outline.</param>
/// <param name="Graph">The kind in the graph.</param>
sealed record ViewKind(string Name, string Title, Shape Shape, Graphs.Kind Graph)
{
    /// <summary>How a text mentions a node of this kind.</summary>
    public Mention MentionedBy { get; init; } = Mention.Never;
}
