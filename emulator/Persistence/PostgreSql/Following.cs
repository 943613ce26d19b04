using System.Text.Json;
using Emulation.Graphs;
using Emulation.Http;
using Emulation.Seeding;
using Emulation.Seeding.Reading;
using Emulation.Seeding.Records;
using Npgsql;

namespace Emulation.Persistence.PostgreSql;

/// <summary>Applies the records that other instances appended. Its callers hold the gate of the world.</summary>
sealed class Following(Database database, Worlds worlds, Bases bases, PartTexts texts)
{
    private readonly Lock _reading = new();
    private readonly GraphRecords _records = new();

    /// <summary>Brings a world here to a number.</summary>
    /// <exception cref="OptionError">A record is missing, damaged, or of a later version.</exception>
    public async Task To(NpgsqlConnection connection, SharedWorld shared, long last)
    {
        if (last == shared.Sequence) return;
        // A smaller number than ours: another database is in its place, and what is known is not of it.
        var isReplaced = last < shared.Sequence;
        var (sequence, kept) = isReplaced ? (0L, null) : (shared.Sequence, shared.Kept);
        for (var misses = 0; sequence < last;)
        {
            var records = await RecordReading.Records(connection, database, shared.Name, sequence);
            if (IsGap(records, sequence))
            {
                // A checkpoint replaced them, perhaps after the records were read.
                records = await RecordReading.State(connection, database, shared.Name, sequence);
                if (records.Count > 0) shared.Checkpoint = records[0].Sequence;
                else if (++misses == 3) throw DatabaseFault.Damaged(database.Name, $"records of the world {shared.Name} are missing");
                else continue;
                kept = null;
            }
            kept = Applied(shared.Name, kept, records);
            sequence = records[^1].Sequence;
        }
        WorldUpdate.Apply(worlds, shared, kept, texts);
        shared.Sequence = sequence;
    }

    private static bool IsGap(List<KeptRecord> records, long sequence) =>
        records.Count == 0 || (records[0].Sequence != sequence + 1 && !records[0].IsDeletion);

    private Capture? Applied(string name, Capture? kept, List<KeptRecord> records)
    {
        try
        {
            lock (_reading)
            {
                var codecs = worlds.DefaultWorld.Parts;
                var world = new KeptWorld(name, _records, Whole, codecs, texts, kept);
                var isThere = kept is not null;
                foreach (var record in records)
                {
                    isThere = world.Apply(record.Body);
                    if (!isThere) world = new KeptWorld(name, _records, Whole, codecs, texts);
                }
                return isThere ? world.Capture : null;
            }
        }
        catch (Exception fault) when (fault is RowError or JsonException or FormatException or KeyNotFoundException
            or InvalidOperationException)
        {
            throw DatabaseFault.Damaged(database.Name, fault.Message);
        }
    }

    private Graph Whole(long id)
    {
        if (bases.Has(id)) return bases[id];
        // Only imports make whole graphs, so another connection is seldom needed.
        using var connection = database.ConnectNow();
        bases.Add(id, _records.Build(Schema.GraphParts(connection, database.Name, id)));
        return bases[id];
    }
}
