using Emulation.Apis.ThreatConnect.Requests.Batch;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Handlers.Batch;

/// <summary>What becomes of one item in a job, gathered until the job is through: then all pending are written at once.</summary>
sealed class PendingItem(Node? old, Node now)
{
    /// <summary>The item as the graph has it; null for a new one.</summary>
    public Node? Old => old;

    /// <summary>The item as it will be. Without key and id while it is new.</summary>
    public Node Now { get; set; } = now;

    public bool Deleted { get; set; }

    /// <summary>What it parts goes first.</summary>
    public bool DropsAttributes { get; set; }

    public bool DropsTags { get; set; }

    public bool DropsLabels { get; set; }

    /// <summary>Types of which attributes it parts go first.</summary>
    public HashSet<string> DropsTypes { get; } = new(0, StringComparer.OrdinalIgnoreCase);

    public List<AttributeInput> Attributes { get; } = new(0);

    /// <summary>The displayed attribute of a type is to be this.</summary>
    public Dictionary<string, string> Displayed { get; } = new(0, StringComparer.Ordinal);

    public HashSet<string> Tags { get; } = new(0, StringComparer.OrdinalIgnoreCase);

    public HashSet<string> Labels { get; } = new(0, StringComparer.OrdinalIgnoreCase);

    public List<OccurrenceInput> Occurrences { get; } = new(0);

    /// <summary>Files that became this one: what they parts comes with them.</summary>
    public List<PendingItem> Absorbed { get; } = new(0);

    public Indicator Indicator => (Indicator)Now;
}
