using System.Collections.Concurrent;
using System.Text.Json;

namespace Emulation.Persistence.PostgreSql;

/// <summary>The worlds that have records, and those to which changes were made here.</summary>
sealed class SharedWorlds
{
    private readonly ConcurrentDictionary<string, SharedWorld> _named = new(StringComparer.Ordinal);

    public ICollection<SharedWorld> All => _named.Values;

    public SharedWorld? Find(string name) => _named.GetValueOrDefault(name);

    public SharedWorld Of(string name) => _named.GetOrAdd(name, static named => new SharedWorld(named));

    /// <summary>The worlds that are here and no longer in the database.</summary>
    public IEnumerable<SharedWorld> Missing(IReadOnlyDictionary<string, long> numbers) =>
        All.Where(shared => shared.Kept is not null && !numbers.ContainsKey(shared.Name));

    /// <summary>How many there are, the numbers of their last records here and in the database, added up, and their difference.</summary>
    public void Write(Utf8JsonWriter json)
    {
        var (worlds, sequence, newest) = (0, 0L, 0L);
        foreach (var shared in All)
        {
            if (shared.Kept is not null) worlds++;
            sequence += shared.Sequence;
            newest += Math.Max(shared.Sequence, shared.Newest);
        }
        json.WriteNumber("worlds", worlds);
        json.WriteNumber("sequence", sequence);
        json.WriteNumber("newest", newest);
        json.WriteNumber("behind", newest - sequence);
    }
}
