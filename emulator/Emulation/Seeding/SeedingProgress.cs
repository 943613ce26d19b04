namespace Emulation.Seeding;

/// <summary>How far the generation of a dataset is. Written by one thread, read by any.</summary>
sealed class SeedingProgress
{
    private volatile bool _isLarge;
    private volatile State _state = new("the dataset", 0);

    /// <summary>What is being generated, and the part of the work that is done before it, in percent.</summary>
    public State Now => _state;

    /// <summary>There is more to do than is done before anyone waits.</summary>
    public bool IsLarge
    {
        get => _isLarge;
        set => _isLarge = value;
    }

    public void Begin(string step, int percent) => _state = new(step, percent);

    internal sealed record State(string Step, int Percent);
}
