using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatConnect;

/// <summary>The links of one item that its row holds.</summary>
sealed class ItemLinks
{
    public List<string> Tags { get; } = [];

    public List<string> Labels { get; } = [];

    public List<long> Groups { get; } = [];

    public List<long> Indicators { get; } = [];

    public List<long> Tasks { get; } = [];

    public List<long> Victims { get; } = [];

    public List<long> VictimAssets { get; } = [];

    public List<string> Assignees { get; } = [];

    public List<string> Escalatees { get; } = [];

    public List<JoinRow> Associations { get; } = [];
}
