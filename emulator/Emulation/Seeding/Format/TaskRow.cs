using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Emulation.Seeding.Format;

sealed record TaskRow : ItemRow
{
    [JsonPropertyOrder(-7)]
    public string Name { get; set; } = "";

    public string Status { get; set; } = "Not Started";

    public bool Escalated { get; set; }

    public bool Reminded { get; set; }

    public DateTimeOffset? DueDate { get; set; }

    public DateTimeOffset? ReminderDate { get; set; }

    public DateTimeOffset? EscalationDate { get; set; }

    [Description("User names.")]
    [JsonPropertyOrder(13)]
    public IReadOnlyList<string> Assignees { get; set; } = [];

    [JsonPropertyOrder(13)]
    public IReadOnlyList<string> Escalatees { get; set; } = [];
}
