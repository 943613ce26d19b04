using System.Text.Json;
using Emulation.Graphs;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatWinds.Responses;

/// <summary>The formats of list items, which depend on the node alone.</summary>
enum ListItemShape
{
    Association,
    Related,
    RelatedMembers,
    AssociatedMembers,
    FullMembers,
}

/// <summary>Caches each node's serialized list item, so that a page is a copy of cached bytes.</summary>
sealed class EntityCache
{
    private readonly NodeCache _cache = new();

    /// <param name="json">The writer, positioned for a value or, with a format of members without braces, after the opening brace.</param>
    /// <param name="node">The node.</param>
    /// <param name="shape">The format.</param>
    /// <param name="write">Writes the item from the node alone.</param>
    public void Write<TNode>(Utf8JsonWriter json, TNode node, ListItemShape shape, Action<Utf8JsonWriter, TNode> write) where TNode : Node
    {
        var key = new NodeCacheKey(node, null, (int)shape);
        if (!_cache.Find(key, out var bytes))
        {
            bytes = Serialize(node, write);
            _cache.Offer(key, bytes);
        }
        // The writer does not validate the position, so members can be written as a raw value.
        if (!bytes.IsEmpty) json.WriteRawValue(bytes, skipInputValidation: true);
    }

    private static ReadOnlySpan<byte> Serialize<TNode>(TNode node, Action<Utf8JsonWriter, TNode> write) =>
        JsonBody.Bytes(json => write(json, node)).Span;
}
