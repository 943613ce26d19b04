using System.ComponentModel;

namespace Emulation.Seeding.Format;

sealed record TagRow
{
    public string? Owner { get; set; }

    public string Name { get; set; } = "";

    public string? Description { get; set; }
}

sealed record SecurityLabelRow
{
    public string? Owner { get; set; }

    public string Name { get; set; } = "";

    public string? Description { get; set; }

    public string? Color { get; set; }

    public DateTimeOffset? DateAdded { get; set; }

    [Description("One of the system's own, which cannot be deleted; left out: by its name.")]
    public bool? System { get; set; }
}
