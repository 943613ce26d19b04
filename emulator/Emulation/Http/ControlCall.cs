using System.Diagnostics.CodeAnalysis;

namespace Emulation.Http;

/// <summary>A request to the control plane, with the world that it names.</summary>
sealed record ControlCall : Call
{
    [SetsRequiredMembers]
    internal ControlCall(Call call, World world) : base(call) => World = world;

    public World World { get; }
}
