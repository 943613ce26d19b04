using Emulation.Http;

namespace Emulation.Control;

/// <summary>Resets a world to its dataset.</summary>
static class ResetControl
{
    public static Reply Reset(ControlCall call, Worlds worlds)
    {
        if (!worlds.Ready) return ControlReplies.Seeding;
        call.World.Reset();
        return ControlReplies.World(call.World);
    }
}
