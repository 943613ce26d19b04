using System.Buffers;

namespace Emulation.Control.Stubs.Matching;

sealed record EqualTo(string Expected, bool IgnoreCase) : IMatcher
{
    public bool Matches(Subject subject) =>
        string.Equals(subject.Text, Expected, IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    public double Distance(Subject subject) => Matches(subject) ? 0 : Distances.Between(Expected, subject.Text);
}

sealed record Contains(string Part) : IMatcher
{
    public bool Matches(Subject subject) => subject.Text is { } text && text.Contains(Part, StringComparison.Ordinal);
}

/// <summary>What is not there has no part either.</summary>
sealed record DoesNotContain(string Part) : IMatcher
{
    public bool Matches(Subject subject) => subject.Text is not { } text || !text.Contains(Part, StringComparison.Ordinal);
}

sealed record Absent : IMatcher
{
    public bool Matches(Subject subject) => subject.Text is null;
}

sealed record Anything : IMatcher
{
    public bool Matches(Subject subject) => true;
}

sealed record BinaryEqualTo(byte[] Expected) : IMatcher
{
    public bool Matches(Subject subject) => subject.Bytes is var bytes && bytes.Length == Expected.Length && bytes.ToArray().AsSpan().SequenceEqual(Expected);
}

sealed record Not(IMatcher Inner) : IMatcher
{
    public bool Matches(Subject subject) => !Inner.Matches(subject);
}

sealed record And(IReadOnlyList<IMatcher> Parts) : IMatcher
{
    public bool Matches(Subject subject) => Parts.All(part => part.Matches(subject));

    public double Distance(Subject subject) => Parts.Average(part => part.Distance(subject));
}

sealed record Or(IReadOnlyList<IMatcher> Parts) : IMatcher
{
    public bool Matches(Subject subject) => Parts.Any(part => part.Matches(subject));

    public double Distance(Subject subject) => Parts.Min(part => part.Distance(subject));
}
