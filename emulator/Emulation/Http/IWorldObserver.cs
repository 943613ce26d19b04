namespace Emulation.Http;

/// <summary>Receives which worlds are created and removed, in this order for each of them.</summary>
interface IWorldObserver
{
    void Created(World world);

    void Removed(World world);

    /// <summary>A world here shows what another instance changed.</summary>
    void Followed(World world);
}
