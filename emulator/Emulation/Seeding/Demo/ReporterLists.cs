using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Seeding.Demo;

/// <summary>Lists of reporters and of groups with access; many nodes share a few lists.</summary>
sealed class ReporterLists
{
    private const string Limited = "limited";

    private static readonly IReadOnlyList<string> s_limited = [Limited];
    private static readonly IReadOnlyList<string> s_both = [Limited, "public"];
    private static readonly IReadOnlyList<string> s_partners = ["quantfall", "public"];
    private static readonly IReadOnlyList<string> s_all = [Limited, "quantfall", "public"];

    private readonly Plan _plan;
    private readonly Guid[] _analysts;
    private readonly IReadOnlyList<Guid>[] _lists;

    public ReporterLists(Plan plan, GraphPart part)
    {
        _plan = plan;
        _analysts = Analysts.InThreatWinds(plan, part);
        _lists = new IReadOnlyList<Guid>[_analysts.Length * 4];
        for (var i = 0; i < _analysts.Length; i++)
        {
            _lists[i * 4] = [];
            for (var count = 1; count < 4; count++)
            {
                var list = new Guid[count];
                for (var k = 0; k < count; k++) list[k] = _analysts[(i + k) % _analysts.Length];
                _lists[(i * 4) + count] = list;
            }
        }
    }

    public static IReadOnlyList<string> Everyone { get; } = ["public"];

    /// <summary>As many reporters as the accuracy implies.</summary>
    public IReadOnlyList<Guid> Of(int story, int accuracy, ref RandomStream random) =>
        _lists[(Analysts.Of(story, ref random) * 4) + accuracy];

    public Guid One(int number) => _analysts[number % _analysts.Length];

    /// <summary>The groups that can see the owner's items.</summary>
    public IReadOnlyList<string> Seeing(int owner) =>
        _plan.OwnerNames[owner].StartsWith(Limited, StringComparison.OrdinalIgnoreCase) ? s_both : Everyone;

    public static IReadOnlyList<string> Some(ref RandomStream random) => random.Below(32) switch
    {
        0 => s_limited,
        1 => s_both,
        2 => s_partners,
        _ => Everyone,
    };

    /// <summary>The groups that can see either of two items.</summary>
    public static IReadOnlyList<string> Either(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        if (ReferenceEquals(one, other)) return one;
        if (ReferenceEquals(one, s_partners) || ReferenceEquals(other, s_partners))
            return ReferenceEquals(one, Everyone) || ReferenceEquals(other, Everyone) ? s_partners : s_all;
        return s_both;
    }
}
