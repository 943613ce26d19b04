using System.Buffers;
using Emulation.Apis.Deso.Json;
using Emulation.Graphs.Deso;
using Emulation.Http;

namespace Emulation.Apis.Deso.Entries;

/// <summary>Associations as a list has them. Nothing is joined there, so the bytes are the association's alone and are kept.</summary>
sealed class ListedAssociations(NodeBytes kept, Network network)
{
    private ArrayBufferWriter<byte>? _scratch;

    public void Write(ref GoWriter json, Association association)
    {
        if (!kept.Find(association, null, 0, out var bytes))
        {
            bytes = Made(association);
            kept.Offer(association, null, 0, bytes);
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
