using Emulation.Apis.ThreatConnect.Requests.Batch;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Handlers.Batch;

/// <summary>
/// Maintains that an item has at most one displayed attribute per type, which sets the indicator's description and source.
/// </summary>
static class DisplayedAttributes
{
    /// <summary>
    /// Removes and changes existing attributes, and decides which attributes are displayed; new ones stay in the pending item.
    /// </summary>
    public static Graph Settle(Graph graph, PendingItem pendingItem, IReadOnlyList<ItemAttribute> had, long now)
    {
        var kept = had.Where(one => !pendingItem.DropsAttributes && !pendingItem.DropsTypes.Contains(one.Type)).ToList();
        foreach (var one in had.Except(kept)) graph = graph.Remove(one);
        string[] types = [AttributeType.DescriptionName, AttributeType.SourceName];
        foreach (var type in types)
        {
            var before = kept.Find(one => one.Displayed && one.Type == type);
            var at = pendingItem.Attributes.FindLastIndex(one => one.Displayed && one.Type == type);
            var gone = had.Any(one => one.Displayed && one.Type == type) && before is null;
            if (pendingItem.Displayed.TryGetValue(type, out var text))
            {
                Hide(pendingItem.Attributes, type, -1);
                if (before is not null) graph = graph.Replace(before, before with { Value = text, Modified = now });
                else pendingItem.Attributes.Add(new AttributeInput(type, text, true, null, []));
            }
            else if (at >= 0)
            {
                Hide(pendingItem.Attributes, type, at);
                if (before is not null) graph = graph.Replace(before, before with { Displayed = false });
                text = pendingItem.Attributes[at].Value;
            }
            else text = before?.Value;
            if (pendingItem.Now is Indicator item && (text is not null || gone)) pendingItem.Now = With(item, type, text);
        }
        pendingItem.Displayed.Clear();
        return graph;
    }

    private static void Hide(List<AttributeInput> attributes, string type, int except)
    {
        for (var i = 0; i < attributes.Count; i++)
            if (i != except && attributes[i].Displayed && attributes[i].Type == type)
                attributes[i] = attributes[i] with { Displayed = false };
    }

    private static Indicator With(Indicator item, string type, string? value) =>
        type == AttributeType.DescriptionName ? item with { Description = value } : item with { Source = value };
}
