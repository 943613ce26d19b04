using System.Globalization;
using Emulation.Graphs;

namespace Emulation.Apis.ThreatConnect.Requests;

/// <summary>Finds nodes by an id in the path.</summary>
static class IdLookup
{
    public static TNode? Find<TNode>(Graph graph, Index<TNode, IdKey> index, string text, long scope = 0) where TNode : Node =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? graph.Find<TNode, IdKey>(index, new IdKey(scope, id))
            : null;
}
