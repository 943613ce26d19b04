namespace Emulation.Seeding.Files;

/// <summary>A row of a dataset file cannot become a node.</summary>
/// <param name="array">The array in the file: <c>indicators</c>.</param>
/// <param name="position">The row's place in it, from 0; <see cref="Whole"/> of a member that is no array.</param>
/// <param name="message">What is wrong and what is allowed.</param>
/// <param name="member">The member of the row, where only that is at fault: <c>.name</c>.</param>
public sealed class RowError(string array, int position, string message, string member = "") : Exception(message)
{
    public const int Whole = -1;

    public string Array { get; } = array;

    public int Position { get; } = position;

    /// <summary>As files' errors show it: <c>$.indicators[3]</c>.</summary>
    public string Path => Position == Whole ? $"$.{Array}" : $"$.{Array}[{Position}]{member}";
}
