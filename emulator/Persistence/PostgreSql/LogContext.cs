using Emulation.Http;
using Emulation.Seeding.Records;

namespace Emulation.Persistence.PostgreSql;

/// <summary>What the parts of a shared log work with.</summary>
/// <param name="Database">Where records are kept.</param>
/// <param name="Worlds">The worlds of this instance.</param>
/// <param name="Bases">The whole graphs.</param>
/// <param name="Texts">The texts of large states of parts.</param>
/// <param name="Availability">Whether the database can be reached.</param>
sealed record LogContext(Database Database, Worlds Worlds, Bases Bases, PartTexts Texts, Availability Availability)
{
    public SharedWorlds Shared { get; } = new();

    public TurnGate Gate { get; } = new();

    public GraphRecords Records { get; } = new();

    public Following Following { get; } = new(Database, Worlds, Bases, Texts);

    public NewestNumbers Newest { get; } = new(Database, Availability);

    /// <summary>Receives each record that was appended here, with its world; null: the world was deleted.</summary>
    public Action<NewRecord, World?> Appended { get; set; } = (_, _) => { };

    public Difference NewDifference() => new(Worlds, Records, Bases, Texts);

    public void Note(NewRecord record, World? world)
    {
        record.World.Kept = record.Now;
        if (record.Now is null) Texts.Forget(record.World.Name);
        record.World.Sequence = record.Sequence;
        Appended(record, world);
    }

    /// <summary>Whether it is a fault of the database or of what it holds; it is then in the log.</summary>
    public bool IsExpected(Exception fault)
    {
        if (fault is not OptionError && !DatabaseFault.Is(fault)) return false;
        Availability.Failed(fault);
        return true;
    }
}
