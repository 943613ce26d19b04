using System.Text.Json;
using Emulation.Graphs;

namespace Emulation.Http;

/// <summary>Keeps what worlds accept, where other instances may share it. A change is answered when it is kept.</summary>
interface IWorldLog
{
    /// <summary>Runs a change on the newest graph of a world, and keeps it.</summary>
    /// <param name="world">The world.</param>
    /// <param name="change">Gives the new graph; the same one when it refuses. It runs once, or not at all.</param>
    /// <returns>True when it is kept; false when changes cannot be kept now.</returns>
    ValueTask<bool> Change(World world, Func<Graph, Graph> change);

    /// <summary>Runs a change of anything in any world, and keeps it, with the worlds that it creates and removes.</summary>
    /// <returns>True when it is kept; false when changes cannot be kept now.</returns>
    ValueTask<bool> ChangeAll(Func<ValueTask> change);

    /// <summary>Makes a world show all that was answered before this call, at any instance; it may not exist here yet.</summary>
    /// <returns>False when what other instances kept cannot be read now.</returns>
    ValueTask<bool> Follow(string world);

    /// <summary>The same for all worlds.</summary>
    ValueTask<bool> FollowAll();

    /// <summary>Where changes are kept, how many, and how many are not kept yet.</summary>
    void Write(Utf8JsonWriter json);
}

/// <summary>A part of a world with a state that can be kept.</summary>
interface IKeptPart : IWorldPart
{
    /// <summary>What its state is called where it is kept.</summary>
    string PartName { get; }

    /// <summary>Writes a state of this part as one JSON value.</summary>
    void Write(Utf8JsonWriter json, PartState state);

    /// <summary>The state that <see cref="Write"/> wrote.</summary>
    PartState Read(JsonElement state);
}
