using Emulation.Http;
using Emulation.Seeding;

namespace Emulation;

/// <summary>Where worlds are kept, with what is kept there; opened before anything listens.</summary>
interface IKeptWorlds : IAsyncDisposable
{
    /// <summary>The options with the dataset that was kept, where one was.</summary>
    EmulatorOptions Options { get; }

    /// <summary>A line about the options that the kept dataset replaces; null: none.</summary>
    string? Notice { get; }

    /// <summary>Gets what shows how far <see cref="Load"/> is.</summary>
    void Report(SeedingProgress progress)
    {
    }

    /// <summary>The dataset that was kept; or the given one, which is kept from now on.</summary>
    Task<Dataset> Load(Func<Task<Dataset>> dataset);

    /// <summary>Restores the worlds, and gives the log that keeps them.</summary>
    ValueTask<IWorldLog> Restore(Worlds worlds, Action<string> notice);
}
