using System.Buffers;

namespace Emulation.Control.Stubs.Matching;

sealed record EqualTo(string Expected, bool IgnoreCase) : IMatcher
{
    public bool Matches(MatchInput input) =>
        string.Equals(input.Text, Expected, IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    public double Distance(MatchInput input) => Matches(input) ? 0 : TextDistance.Between(Expected, input.Text);
}

sealed record Contains(string Part) : IMatcher
{
    public bool Matches(MatchInput input) => input.Text is { } text && text.Contains(Part, StringComparison.Ordinal);
}

/// <summary>Also matches an absent value.</summary>
sealed record DoesNotContain(string Part) : IMatcher
{
    public bool Matches(MatchInput input) => input.Text is not { } text || !text.Contains(Part, StringComparison.Ordinal);
}

sealed record Absent : IMatcher
{
    public bool Matches(MatchInput input) => input.Text is null;
}

sealed record Anything : IMatcher
{
    public bool Matches(MatchInput input) => true;
}

sealed record BinaryEqualTo(byte[] Expected) : IMatcher
{
    public bool Matches(MatchInput input) =>
        input.Bytes.Length == Expected.Length && input.Bytes.ToArray().AsSpan().SequenceEqual(Expected);
}

sealed record Not(IMatcher Inner) : IMatcher
{
    public bool Matches(MatchInput input) => !Inner.Matches(input);
}

sealed record And(IReadOnlyList<IMatcher> Parts) : IMatcher
{
    public bool Matches(MatchInput input) => Parts.All(part => part.Matches(input));

    public double Distance(MatchInput input) => Parts.Average(part => part.Distance(input));
}

sealed record Or(IReadOnlyList<IMatcher> Parts) : IMatcher
{
    public bool Matches(MatchInput input) => Parts.Any(part => part.Matches(input));

    public double Distance(MatchInput input) => Parts.Min(part => part.Distance(input));
}
