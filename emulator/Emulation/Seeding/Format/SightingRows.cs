using System.ComponentModel;

namespace Emulation.Seeding.Format;

sealed record ObservationRow
{
    public long? Id { get; set; }

    [Description("User name.")]
    public string User { get; set; } = "";

    public int Count { get; set; } = 1;

    public DateTimeOffset? Date { get; set; }
}

sealed record FalsePositiveRow
{
    public long? Id { get; set; }

    [Description("User name.")]
    public string User { get; set; } = "";

    public DateTimeOffset? Date { get; set; }
}

sealed record FileOccurrenceRow
{
    public long? Id { get; set; }

    public string? FileName { get; set; }

    public string? Path { get; set; }

    public DateTimeOffset? Date { get; set; }
}

sealed record ResolutionRow
{
    public long? Id { get; set; }

    public long Address { get; set; }

    public DateTimeOffset? Date { get; set; }
}
