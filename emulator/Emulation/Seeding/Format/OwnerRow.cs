using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Emulation.Seeding.Format;

sealed record OwnerRow
{
    public int? Id { get; set; }

    public string Name { get; set; } = "";

    [Description("Organization, Community, Source or Individual.")]
    [AllowedValues("Organization", "Community", "Source", "Individual")]
    [AlwaysWritten]
    public string Type { get; set; } = "Organization";

    public bool Anonymous { get; set; }

    public bool BulkCsv { get; set; } = true;

    public bool BulkJson { get; set; } = true;
}
