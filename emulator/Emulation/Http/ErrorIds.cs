using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Emulation.Graphs;

namespace Emulation.Http;

/// <summary>Ids of errors: a counter and a seed in the shape of a version 4 UUID, so that the same calls get the same ids.</summary>
sealed class ErrorIds(long seed) : IKeptPart
{
    private long _last;

    public PartState State => new Issued(Interlocked.Read(ref _last));

    public Guid Next()
    {
        Span<byte> input = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(input, seed);
        BinaryPrimitives.WriteInt64BigEndian(input[8..], Interlocked.Increment(ref _last));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input, hash);
        return Uuid.FromHash(hash);
    }

    public void Restore(PartState? state) => Interlocked.Exchange(ref _last, (state as Issued)?.Count ?? 0);

    public string PartName => "errorIds";

    public void Write(Utf8JsonWriter json, PartState state) => json.WriteNumberValue(((Issued)state).Count);

    public PartState Read(JsonElement state) => new Issued(state.GetInt64());

    private sealed record Issued(long Count) : PartState;
}
