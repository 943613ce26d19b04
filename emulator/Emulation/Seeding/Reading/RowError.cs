namespace Emulation.Seeding.Reading;

/// <summary>A part of a dataset cannot be read, or cannot become a node.</summary>
/// <param name="path">Where: <c>$.indicators[3]</c>.</param>
/// <param name="message">What is wrong and what is allowed.</param>
sealed class RowError(string path, string message) : Exception(message)
{
    public string Path { get; } = path;
}
