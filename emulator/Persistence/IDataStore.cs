using Emulation.Http;

namespace Emulation.Persistence;

/// <summary>Where worlds are kept, as the commands on kept data use it: they restore the worlds, and serve none of them.</summary>
interface IDataStore : IKeptWorlds
{
    /// <summary>How much there is, in bytes.</summary>
    long Bytes { get; }

    /// <summary>Looks for damage that restoring the worlds does not find.</summary>
    /// <exception cref="OptionError">There is some.</exception>
    void Verify();

    /// <summary>How much is kept of each world beyond the dataset.</summary>
    IReadOnlyDictionary<string, KeptSize> Sizes();

    /// <summary>Puts the states of the restored worlds in place of all records, and returns the space of what was removed.</summary>
    Task Compact();
}

/// <summary>How much is kept of a world.</summary>
/// <param name="Records">How many changes, since the last checkpoint.</param>
/// <param name="Bytes">Their length, with that of the state at the checkpoint.</param>
readonly record struct KeptSize(long Records, long Bytes);
