using System.Text.Json;

namespace Emulation.Http;

/// <summary>Keeps what worlds accept. A change is answered when it is kept.</summary>
interface IWorldLog
{
    /// <summary>Changes cannot be kept now, so none may be made.</summary>
    bool IsFailing { get; }

    /// <summary>Keeps what differs in a world since it was kept last, after a change to it.</summary>
    /// <returns>True when it is kept; false when that failed, and it is kept as soon as that is possible.</returns>
    Task<bool> Keep(World world);

    /// <summary>The same for all worlds, with those that were created and removed.</summary>
    Task<bool> KeepAll();

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
