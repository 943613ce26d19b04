using Emulation.Apis.ThreatConnect.Requests.Batch;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Handlers.Batch;

/// <summary>The pending state of one item in a job. All pending items are written together at the end of the job.</summary>
sealed class PendingItem(Node? old, Node now)
{
    /// <summary>The item in the graph; null for a new item.</summary>
    public Node? Old => old;

    /// <summary>The resulting item; a new item has no key and id yet.</summary>
    public Node Now { get; set; } = now;

    public bool Deleted { get; set; }

    /// <summary>Whether its existing attributes are removed first.</summary>
    public bool DropsAttributes { get; set; }

    public bool DropsTags { get; set; }

    public bool DropsLabels { get; set; }

    /// <summary>The types whose existing attributes are removed first.</summary>
    public HashSet<string> DropsTypes { get; } = new(0, StringComparer.OrdinalIgnoreCase);

    public List<AttributeInput> Attributes { get; } = new(0);

    /// <summary>The new value of the displayed attribute, by type.</summary>
    public Dictionary<string, string> Displayed { get; } = new(0, StringComparer.Ordinal);

    public HashSet<string> Tags { get; } = new(0, StringComparer.OrdinalIgnoreCase);

    public HashSet<string> Labels { get; } = new(0, StringComparer.OrdinalIgnoreCase);

    public List<OccurrenceInput> Occurrences { get; } = new(0);

    /// <summary>Files that were merged into this one, with their parts.</summary>
    public List<PendingItem> Absorbed { get; } = new(0);

    public Indicator Indicator => (Indicator)Now;
}
