using System.Diagnostics;

namespace Emulation.Bench;

/// <summary>One thing measured of each contender; null where it cannot do it.</summary>
sealed class Row(string what, string unit, double scale, int times, params Func<int>?[] contenders)
{
    readonly List<double>[] taken = [.. contenders.Select(_ => new List<double>())];

    public void Measure(bool keep)
    {
        for (var i = 0; i < contenders.Length; i++)
        {
            if (contenders[i] is not { } run) continue;
            var begun = Stopwatch.GetTimestamp();
            run();
            if (keep) taken[i].Add(Stopwatch.GetElapsedTime(begun).TotalNanoseconds * scale / times);
        }
    }

    public override string ToString() =>
        $"| {what} | {unit} | {string.Join(" | ", taken.Select(all => all.Count == 0 ? "" : $"{all.Order().ElementAt(all.Count / 2):G3}"))} |";
}
