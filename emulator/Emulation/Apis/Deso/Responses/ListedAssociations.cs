using System.Buffers;
using Emulation.Graphs.Deso;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Responses;

/// <summary>Associations as a list has them. Nothing is joined there, so the bytes are the association's alone and are kept.</summary>
sealed class ListedAssociations(NodeCache cache, Network network)
{
    private ArrayBufferWriter<byte>? _scratch;

    public void Write(ref GoWriter json, Association association)
    {
        var key = new NodeCacheKey(association, null, 0);
        if (!cache.Find(key, out var bytes))
        {
            bytes = Made(association);
            cache.Offer(key, bytes);
        }
        json.Value(bytes);
    }

    private ReadOnlySpan<byte> Made(Association association)
    {
        _scratch ??= new ArrayBufferWriter<byte>(4096);
        _scratch.ResetWrittenCount();
        var json = new GoWriter(_scratch);
        AssociationEntry.WriteListed(ref json, association, network);
        json.End();
        // Without the line feed that ends a document.
        return _scratch.WrittenSpan[..^1];
    }
}
