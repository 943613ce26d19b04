using FsCheck;
using FsCheck.Fluent;

namespace Emulation.Tests.Graphs;

/// <summary>Writes to numbers that are Step apart: a few such runs fill and empty several levels.</summary>
sealed record Write(bool Removes, int First, int Count, int Step)
{
    public const int Greatest = 6_000;

    public static Arbitrary<Write[]> Several => Arb.From(
        from count in Gen.Choose(1, 10)
        from writes in Gen.ArrayOf(One(), count)
        select writes,
        Smaller);

    /// <summary>From 0 up to Greatest, then from 0 again.</summary>
    public IEnumerable<int> Numbers =>
        Enumerable.Range(0, Count).Select(i => ((First + i * Step) % Greatest + Greatest) % Greatest);

    static Gen<Write> One() =>
        from removes in Gen.Choose(0, 1)
        from first in Gen.Choose(0, Greatest - 1)
        from count in Gen.OneOf(Gen.Choose(0, 5), Gen.Choose(0, 3_000))
        from step in Gen.Elements(1, -1, 2, 7, 1009)
        select new Write(removes == 1, first, count, step);

    static IEnumerable<Write[]> Smaller(Write[] writes)
    {
        for (var i = 0; i < writes.Length; i++)
        {
            var others = writes.ToList();
            others.RemoveAt(i);
            yield return [.. others];
            if (writes[i].Count == 0) continue;
            yield return [.. writes[..i], writes[i] with { Count = writes[i].Count / 2 }, .. writes[(i + 1)..]];
        }
    }
}
