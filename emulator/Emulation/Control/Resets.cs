using Emulation.Http;

namespace Emulation.Control;

/// <summary>Puts a world back to its dataset.</summary>
static class Resets
{
    public static Reply Reset(ControlCall call, Worlds worlds)
    {
        if (!worlds.Ready) return Answers.Seeding;
        call.World.Reset();
        return Answers.World(call.World);
    }
}
