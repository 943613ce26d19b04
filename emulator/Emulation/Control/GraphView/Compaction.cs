namespace Emulation.Control.GraphView;

/// <summary>Moves members towards the one through which they were found, as far as nothing is in the way.</summary>
static class Compaction
{
    private const int Rounds = 60;
    private const int Step = 8;
    private const int Nearest = 110;

    public static void Apply(PlacedMember[] placed)
    {
        var byMember = placed.ToDictionary(one => one.Member);
        for (var round = 0; round < Rounds; round++)
        {
            var moved = false;
            foreach (var one in placed)
                if (one.Member.Parent is { } parent) moved |= Move(one, byMember[parent], placed);
            if (!moved) return;
        }
    }

    private static bool Move(PlacedMember one, PlacedMember parent, PlacedMember[] placed)
    {
        var (x, y) = (one.X, one.Y);
        var (dx, dy) = (parent.X - x, parent.Y - y);
        var distance = Math.Sqrt((dx * dx) + (dy * dy));
        if (distance < Nearest + Step) return false;
        (one.X, one.Y) = (Math.Round(x + (dx * Step / distance)), Math.Round(y + (dy * Step / distance)));
        foreach (var other in placed)
        {
            if (other == one || !Separation.AreClose(one, other)) continue;
            (one.X, one.Y) = (x, y);
            return false;
        }
        return true;
    }
}
