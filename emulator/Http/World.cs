using System.Buffers.Binary;
using System.Security.Cryptography;
using Emulation.Graphs;

namespace Emulation.Http;

/// <summary>Everything a tester may change, together: the graph, the clock, what interferes with requests, and the account of them.</summary>
public sealed class World(string name, GraphStore store, WorldClock clock, TimeProvider machine, ErrorIds errorIds)
{
    public string Name { get; } = name;

    public GraphStore Store { get; } = store;

    public WorldClock Clock { get; } = clock;

    public TimeProvider Machine { get; } = machine;

    public ErrorIds ErrorIds { get; } = errorIds;

    public IJournal Journal { get; init; } = Nothing.Instance;

    public IFaults Faults { get; init; } = Nothing.Instance;

    public IOverrides Overrides { get; init; } = Nothing.Instance;

    /// <summary>Back to the dataset: graph, clock and counters.</summary>
    public void Reset(Graph dataset)
    {
        Store.Put(dataset);
        Clock.Reset();
        ErrorIds.Reset();
    }
}

/// <summary>Ids of errors: a counter and a seed in the shape of a version 4 UUID, so that the same calls get the same ids.</summary>
public sealed class ErrorIds(long seed)
{
    private long _last;

    public Guid Next()
    {
        Span<byte> input = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(input, seed);
        BinaryPrimitives.WriteInt64BigEndian(input[8..], Interlocked.Increment(ref _last));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x40);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    public void Reset() => Interlocked.Exchange(ref _last, 0);
}
