namespace Compare;

/// <summary>Rounds in which each has its turn, so that what disturbs the machine disturbs all.</summary>
static class Medians
{
    private const int Rounds = 3;

    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    public static async Task<Load[]> Interleaved(params Func<Task<Load>>[] turns)
    {
        var seen = turns.Select(_ => new List<Load>()).ToArray();
        for (var round = 0; round < Rounds; round++)
            for (var i = 0; i < turns.Length; i++) seen[i].Add(await turns[i]());
        return [.. seen.Select(loads => new Load(Of(loads.Select(load => load.PerSecond)), Of(loads.Select(load => load.Micros)), Of(loads.Select(load => load.Answered))))];
    }
}
