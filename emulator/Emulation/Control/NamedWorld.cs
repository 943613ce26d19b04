using Emulation.Http;

namespace Emulation.Control;

/// <summary>
/// The world that a request names with <c>?world=NAME</c>. Unlike the header and the prefix, the parameter does not create a world, so that
/// an open page does not bring a deleted one back.
/// </summary>
static class NamedWorld
{
    /// <summary>The world of the parameter, or else that of the request; null, with a refusal, when there is none of this name.</summary>
    public static World? Of(ControlCall call, Worlds worlds, out Reply refusal)
    {
        var name = call.Query["world"];
        refusal = name is null ? ControlReplies.NoContent : ControlReplies.NotFound("world", name);
        return name is null ? call.World : worlds.Find(name);
    }
}
