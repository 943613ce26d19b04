namespace Emulation.Tests.Fuzz;

/// <summary>Choices from a seed.</summary>
sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public int Below(int bound) => _random.Next(bound);

    public bool OneIn(int chances) => _random.Next(chances) == 0;

    public T Of<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];

    public void Fill(Span<byte> bytes) => _random.NextBytes(bytes);
}
