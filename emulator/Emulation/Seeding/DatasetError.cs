namespace Emulation.Seeding;

/// <summary>A dataset cannot be loaded; the message is one line that names file, line and node, and says what is allowed.</summary>
/// <param name="message">The line.</param>
/// <param name="path">The node alone: <c>$.groups[3].name</c>; null where it is none.</param>
public sealed class DatasetError(string message, string? path = null) : Exception(message)
{
    public string? Path { get; } = path;
}
