using Emulation.Http.Views;

namespace Emulation.Control.GraphView;

/// <summary>A member with its place, and the place of its label below it.</summary>
sealed class PlacedMember
{
    /// <summary>Half of the size of a node's shape.</summary>
    public const int Radius = 12;

    public const int CentreRadius = 18;

    public PlacedMember(Member member, NodeFacts facts)
    {
        (Member, Facts, Lines) = (member, facts, LabelText.Lines(facts.Name));
        // Separating members reads these millions of times.
        (Half, LabelHeight) = (member.Level == 0 ? CentreRadius : Radius, Lines.Count * LabelText.LineHeight);
        Width = Math.Max(2 * Half, Lines.Max(LabelText.Width));
    }

    public Member Member { get; }

    public NodeFacts Facts { get; }

    public IReadOnlyList<string> Lines { get; }

    public int Half { get; }

    public int Width { get; }

    public int LabelHeight { get; }

    public double X { get; set; }

    public double Y { get; set; }

    public int Top => (int)Y - Half;

    public int LabelTop => (int)Y + Half + 2;

    public int LabelLeft => (int)X - (Width / 2);
}

/// <summary>
/// Places the members around the centre: each branch in a sector as wide as the branch is large, then apart from each other until neither
/// shapes nor labels overlap. The same neighbourhood gives the same places on every machine: nothing but +, −, ×, ÷ and square roots.
/// </summary>
static class Layout
{
    private const int LevelGap = 150;
    private const int RingGap = 64;
    private const int WidthOfLabel = 118;
    private const int MostRings = 12;

    public static IReadOnlyList<PlacedMember> Of(Neighbourhood neighbourhood, Func<Member, NodeFacts> describe)
    {
        var placed = neighbourhood.Members.Select(member => new PlacedMember(member, describe(member))).ToArray();
        var branches = placed.Skip(1).OrderBy(one => one.Member.Viewed.Class, StringComparer.Ordinal)
            .ThenBy(one => one.Facts.Type, StringComparer.Ordinal).ThenBy(one => one.Member.Key)
            .ToLookup(one => one.Member.Parent);
        var sectors = new List<(PlacedMember Member, double Middle)>();
        Divide(placed[0], branches, -90, 360, sectors);
        var inner = 0.0;
        foreach (var level in sectors.GroupBy(sector => sector.Member.Member.Level).OrderBy(level => level.Key).Skip(1))
            inner = PlaceLevel([.. level], inner + LevelGap);
        Separation.Apply(placed);
        Compaction.Apply(placed);
        return placed;
    }

    /// <summary>Gives each branch of a member a part of its sector, in proportion to its leaves.</summary>
    private static void Divide(
        PlacedMember of, ILookup<Member?, PlacedMember> branches, double from, double width, List<(PlacedMember, double)> sectors)
    {
        sectors.Add((of, from + (width / 2)));
        var leaves = LeavesOf(of, branches);
        foreach (var branch in branches[of.Member])
        {
            var part = width * LeavesOf(branch, branches) / leaves;
            Divide(branch, branches, from, part, sectors);
            from += part;
        }
    }

    private static int LeavesOf(PlacedMember of, ILookup<Member?, PlacedMember> branches) =>
        Math.Max(1, branches[of.Member].Sum(branch => LeavesOf(branch, branches)));

    /// <summary>Places one level on rings from a distance on; returns the distance of the outermost ring.</summary>
    private static double PlaceLevel(IReadOnlyList<(PlacedMember Member, double Middle)> level, double distance)
    {
        // Neighbours are on different rings, so that the labels of a ring have room.
        var rings = 1;
        while (rings < MostRings && 6.28 * distance * rings < level.Count * WidthOfLabel) rings++;
        for (var i = 0; i < level.Count; i++)
        {
            var radius = distance + (RingOf(i % rings, rings) * RingGap);
            var (cos, sin) = Direction.At(level[i].Middle);
            (level[i].Member.X, level[i].Member.Y) = (radius * cos, radius * sin);
        }
        return distance + ((rings - 1) * RingGap);
    }

    /// <summary>First the even rings, then the odd ones, so that rows of neighbours do not form spirals.</summary>
    private static int RingOf(int turn, int rings)
    {
        var even = (rings + 1) / 2;
        return turn < even ? 2 * turn : (2 * (turn - even)) + 1;
    }
}

/// <summary>Cosine and sine of whole degrees, from one constant, as those of the platforms differ in the last digit.</summary>
static class Direction
{
    private const double CosOfOne = 0.9998476951563913;
    private const double SinOfOne = 0.01745240643728351;

    private static readonly (double Cos, double Sin)[] s_degrees = Degrees();

    /// <summary>Between two degrees, on the line between their points.</summary>
    public static (double Cos, double Sin) At(double degrees)
    {
        while (degrees < 0) degrees += 360;
        var whole = (int)degrees;
        var part = degrees - whole;
        var (one, next) = (s_degrees[whole % 360], s_degrees[(whole + 1) % 360]);
        return (one.Cos + ((next.Cos - one.Cos) * part), one.Sin + ((next.Sin - one.Sin) * part));
    }

    private static (double, double)[] Degrees()
    {
        var degrees = new (double Cos, double Sin)[360];
        degrees[0] = (1, 0);
        for (var i = 1; i < degrees.Length; i++)
        {
            var (cos, sin) = degrees[i - 1];
            degrees[i] = ((cos * CosOfOne) - (sin * SinOfOne), (sin * CosOfOne) + (cos * SinOfOne));
        }
        return degrees;
    }
}
