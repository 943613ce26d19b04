using Emulation.Graphs;
using Emulation.Http;
using Emulation.Persistence;
using Emulation.Seeding;
using Emulation.Seeding.Writing;

namespace Emulation.Commands;

/// <summary>The worlds that are kept in a place, restored without a server; no emulator can use the place meanwhile.</summary>
sealed class StoredWorlds : IAsyncDisposable
{
    private readonly Emulator _emulator;
    private readonly StringWriter _notices;

    private StoredWorlds(Emulator emulator, IKeptWorlds store, StringWriter notices)
    {
        (_emulator, Store, _notices) = (emulator, store as IDataStore, notices);
    }

    /// <summary>The folder; null: a database, which its own tools check and vacuum.</summary>
    public IDataStore? Store { get; }

    public Worlds Worlds => _emulator.Worlds;

    /// <exception cref="OptionError">Nothing is kept there, or it cannot be used.</exception>
    public static async Task<StoredWorlds> Open(string place)
    {
        var options = OptionsOf(place);
        return await Open(options, await PersistenceSupport.OpenExisting(options));
    }

    /// <summary>Puts a dataset file into a world, which is made if need be.</summary>
    /// <exception cref="OptionError">The place cannot be used.</exception>
    /// <exception cref="DatasetError">The file is not a dataset.</exception>
    public static async Task Import(string place, string file, string world)
    {
        if (!GivenName.IsName(world)) throw new OptionError($"--world: a world's name is {GivenName.Allowed}");
        var options = OptionsOf(place);
        // Loaded before anything is opened, so that a wrong file changes nothing.
        var dataset = Datasets.Load(file);
        var isNew = await PersistenceSupport.IsNew(options);
        if (isNew) options = options with { Dataset = file, DatasetSource = () => dataset };
        await using var stored = await Open(options, PersistenceSupport.Open(options));
        if (!await stored.Worlds.Log!.ChangeAll(Put)) throw new OptionError(stored.LastNotice);

        ValueTask Put()
        {
            if (stored.Worlds.Find(world) is not { } target) stored.Worlds.Fork(world, null, out target, madeByName: true);
            if (!isNew) target!.Store.Put(dataset.Graph);
            return default;
        }
    }

    /// <exception cref="OptionError">There is no such world.</exception>
    public World Find(string name) => Worlds.Find(name)
        ?? throw new OptionError(
            $"--world: there is no world {name}; give one of {string.Join(", ", Worlds.All.Select(world => world.Name))}");

    public static void Export(Graph graph, Stream to)
    {
        foreach (var piece in DatasetWriter.Write(graph)) to.Write(piece.Span);
    }

    public async ValueTask DisposeAsync()
    {
        await _emulator.DisposeAsync();
        await _notices.DisposeAsync();
    }

    private string LastNotice => _notices.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)[^1];

    // All worlds are wanted, also those that were unused for long.
    private static EmulatorOptions OptionsOf(string place) => new()
    {
        Data = OptionValues.DataPlace(place), Urls = [], WorldIdle = TimeSpan.Zero,
    };

    private static async Task<StoredWorlds> Open(EmulatorOptions options, IKeptWorlds store)
    {
        options = WireMockSupport.Prepare(options) with { Keep = _ => store };
        var notices = new StringWriter();
        var emulator = await Emulator.StartAsync(options, TimeProvider.System, notices);
        try
        {
            await emulator.Ready;
            return new StoredWorlds(emulator, store, notices);
        }
        catch
        {
            await emulator.DisposeAsync();
            throw;
        }
    }
}
