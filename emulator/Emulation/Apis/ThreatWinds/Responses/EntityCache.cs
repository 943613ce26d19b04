using System.Text.Json;
using Emulation.Graphs;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatWinds.Responses;

/// <summary>How a node is shown: a shape that depends on nothing else.</summary>
enum Shape
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

    /// <param name="json">Where a value is due, or, for a shape that is members without braces, behind the opening brace.</param>
    /// <param name="node">What is shown.</param>
    /// <param name="shape">How.</param>
    /// <param name="write">Writes it, from nothing but the node.</param>
    public void Write<TNode>(Utf8JsonWriter json, TNode node, Shape shape, Action<Utf8JsonWriter, TNode> write) where TNode : Node
    {
        var key = new NodeCacheKey(node, null, (int)shape);
        if (!_cache.Find(key, out var bytes))
        {
            bytes = Made(node, write);
            _cache.Offer(key, bytes);
        }
        // The writer does not check what is put where, so members can stand for a value.
        if (!bytes.IsEmpty) json.WriteRawValue(bytes, skipInputValidation: true);
    }

    private static ReadOnlySpan<byte> Made<TNode>(TNode node, Action<Utf8JsonWriter, TNode> write) => JsonBody.Bytes(json => write(json, node)).Span;
}
