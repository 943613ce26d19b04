namespace Emulation.Seeding.Files;

/// <summary>A row of a dataset file cannot become a node.</summary>
/// <param name="array">The array in the file: <c>indicators</c>.</param>
/// <param name="position">The row's place in it, from 0.</param>
/// <param name="message">What is wrong and what is allowed.</param>
public sealed class RowError(string array, int position, string message) : Exception(message)
{
    public string Array { get; } = array;

    public int Position { get; } = position;
}
