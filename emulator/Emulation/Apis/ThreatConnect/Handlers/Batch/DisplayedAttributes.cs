using Emulation.Apis.ThreatConnect.Requests.Batch;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Handlers.Batch;

/// <summary>Of each type one attribute of an item is displayed at most, and an indicator's description and source follow it.</summary>
static class DisplayedAttributes
{
    /// <summary>Drops and changes the attributes an item has, and settles which of all are displayed; the new ones stay with the draft.</summary>
    public static Graph Settle(Graph graph, PendingItem draft, IReadOnlyList<ItemAttribute> had, long now)
    {
        var kept = had.Where(one => !draft.DropsAttributes && !draft.DropsTypes.Contains(one.Type)).ToList();
        foreach (var one in had.Except(kept)) graph = graph.Remove(one);
        string[] types = [AttributeType.DescriptionName, AttributeType.SourceName];
        foreach (var type in types)
        {
            var before = kept.Find(one => one.Displayed && one.Type == type);
            var at = draft.Attributes.FindLastIndex(one => one.Displayed && one.Type == type);
            var gone = had.Any(one => one.Displayed && one.Type == type) && before is null;
            if (draft.Displayed.TryGetValue(type, out var text))
            {
                Hide(draft.Attributes, type, -1);
                if (before is not null) graph = graph.Replace(before, before with { Value = text, Modified = now });
                else draft.Attributes.Add(new AttributeInput(type, text, true, null, []));
            }
            else if (at >= 0)
            {
                Hide(draft.Attributes, type, at);
                if (before is not null) graph = graph.Replace(before, before with { Displayed = false });
                text = draft.Attributes[at].Value;
            }
            else text = before?.Value;
            if (draft.Now is Indicator item && (text is not null || gone)) draft.Now = With(item, type, text);
        }
        draft.Displayed.Clear();
        return graph;
    }

    private static void Hide(List<AttributeInput> attributes, string type, int except)
    {
        for (var i = 0; i < attributes.Count; i++)
            if (i != except && attributes[i].Displayed && attributes[i].Type == type) attributes[i] = attributes[i] with { Displayed = false };
    }

    private static Indicator With(Indicator item, string type, string? value) =>
        type == AttributeType.DescriptionName ? item with { Description = value } : item with { Source = value };
}
