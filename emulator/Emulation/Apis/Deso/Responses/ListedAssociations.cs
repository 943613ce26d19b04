using System.Buffers;
using Emulation.Graphs.Deso;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Responses;

/// <summary>Writes associations in lists. Their bytes depend on the association alone, so they are cached.</summary>
sealed class ListedAssociations(NodeCache cache, Network network)
{
    private ArrayBufferWriter<byte>? _scratch;

    public void Write(ref JsonWriter json, Association association)
    {
        var key = new NodeCacheKey(association, null, 0);
        if (!cache.Find(key, out var bytes))
        {
            bytes = Serialize(association);
            cache.Offer(key, bytes);
        }
        json.Value(bytes);
    }

    private ReadOnlySpan<byte> Serialize(Association association)
    {
        _scratch ??= new ArrayBufferWriter<byte>(4096);
        _scratch.ResetWrittenCount();
        var json = new JsonWriter(_scratch, GoEscaping.Instance);
        AssociationEntry.WriteListed(ref json, association, network);
        json.Flush();
        return _scratch.WrittenSpan;
    }
}
