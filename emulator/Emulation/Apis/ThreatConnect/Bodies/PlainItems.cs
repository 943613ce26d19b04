using System.Buffers;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Http.Json;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Bodies;

/// <summary>Items as lists without includes have them: they depend on little, so their bytes are kept.</summary>
sealed class PlainItems(Call call, Pen pen, Resource resource, Form form)
{
    private readonly NodeCache _kept = ((ThreatConnectApi)call.Api).PlainItems;
    private ArrayBufferWriter<byte>? _scratch;

    public void Write(IBufferWriter<byte> to, NodeList nodes, int start, int limit)
    {
        var isFirst = true;
        foreach (var node in nodes.Slice(start, limit))
        {
            Write(to, node, isFirst);
            isFirst = false;
        }
    }

    private void Write(IBufferWriter<byte> to, Node node, bool isFirst)
    {
        var beside = resource.Beside(pen, node);
        var shape = ((int)form * 2) + resource.Variant(pen, node);
        if (!_kept.Find(new NodeCacheKey(node, beside, shape), out var bytes))
        {
            bytes = Made(node);
            _kept.Offer(new NodeCacheKey(node, beside, shape), bytes);
        }
        var comma = isFirst ? 0 : 1;
        var room = to.GetSpan(bytes.Length + comma);
        room[0] = (byte)',';
        bytes.CopyTo(room[comma..]);
        to.Advance(bytes.Length + comma);
    }

    private ReadOnlySpan<byte> Made(Node node)
    {
        if (resource.Plain(pen, node, form) is { } line) return line.End();
        _scratch ??= new ArrayBufferWriter<byte>(512);
        _scratch.ResetWrittenCount();
        JsonBody.Write(_scratch, json => resource.Write(json, pen, node, form));
        return _scratch.WrittenSpan;
    }
}
