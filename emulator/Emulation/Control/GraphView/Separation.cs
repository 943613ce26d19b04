namespace Emulation.Control.GraphView;

/// <summary>
/// Moves members apart until the boxes around shape and label do not overlap. The centre stays where it is. Where moving alone does not
/// end, all distances grow, which always ends.
/// </summary>
static class Separation
{
    private const int RoundsOfMoving = 60;
    private const int MostRounds = 1500;
    private const int Gap = 6;
    private const double Growth = 1.05;

    public static void Apply(PlacedMember[] placed)
    {
        for (var round = 1; round <= MostRounds && Move(placed); round++)
        {
            if (round % RoundsOfMoving != 0) continue;
            foreach (var one in placed) (one.X, one.Y) = (one.X * Growth, one.Y * Growth);
        }
        foreach (var one in placed) (one.X, one.Y) = (Math.Round(one.X), Math.Round(one.Y));
    }

    /// <summary>Whether the boxes of two members overlap.</summary>
    public static bool Overlap(PlacedMember one, PlacedMember other) => OverlapX(one, other) > 0 && OverlapY(one, other) > 0;

    /// <summary>Whether the boxes of two members overlap, or nearly do.</summary>
    public static bool AreClose(PlacedMember one, PlacedMember other) => OverlapX(one, other) > -Gap && OverlapY(one, other) > -Gap;

    private static bool Move(PlacedMember[] placed)
    {
        var moved = false;
        for (var i = 0; i < placed.Length; i++)
        {
            var one = placed[i];
            for (var j = i + 1; j < placed.Length; j++)
            {
                var other = placed[j];
                var byX = OverlapX(one, other) + Gap;
                if (byX <= 0) continue;
                var byY = OverlapY(one, other) + Gap;
                if (byY <= 0) continue;
                moved = true;
                if (byX < byY) Push(one, other, byX, 0);
                else Push(one, other, 0, byY);
            }
        }
        return moved;
    }

    private static void Push(PlacedMember one, PlacedMember other, double byX, double byY)
    {
        // A little more than needed, or rounding would make them overlap again.
        (byX, byY) = (byX > 0 ? byX + 1 : 0, byY > 0 ? byY + 1 : 0);
        if (other.X < one.X) byX = -byX;
        if (other.Y < one.Y) byY = -byY;
        var share = one.Member.Level == 0 ? 0 : 0.5;
        (one.X, one.Y) = (one.X - (byX * share), one.Y - (byY * share));
        (other.X, other.Y) = (other.X + (byX * (1 - share)), other.Y + (byY * (1 - share)));
    }

    private static double OverlapX(PlacedMember one, PlacedMember other)
    {
        var distance = Math.Abs(one.X - other.X);
        return ((one.Width + other.Width) / 2.0) - distance;
    }

    private static double OverlapY(PlacedMember one, PlacedMember other)
    {
        var (top, bottom) = (Math.Max(TopOf(one), TopOf(other)), Math.Min(BottomOf(one), BottomOf(other)));
        return bottom - top;
    }

    private static double TopOf(PlacedMember one) => one.Y - one.Half;

    private static double BottomOf(PlacedMember one) => one.Y + one.Half + 2 + one.LabelHeight;
}
