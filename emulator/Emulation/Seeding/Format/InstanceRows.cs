using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Emulation.Seeding.Format;

sealed record IndicatorTypeRow
{
    public string Name { get; set; } = "";

    public string Branch { get; set; } = "";

    public string Entity { get; set; } = "";

    public bool Parsable { get; set; }

    [Description("sensitive, lower or upper.")]
    [AllowedValues("sensitive", "lower", "upper")]
    public string CasePreference { get; set; } = "sensitive";

    [Description("One to three.")]
    public IReadOnlyList<ValueRow> Values { get; set; } = [];
}

sealed record ValueRow
{
    public string Label { get; set; } = "";

    public IReadOnlyList<string> Options { get; set; } = [];
}

sealed record AssociationTypeRow
{
    public string Name { get; set; } = "";

    public string Branch { get; set; } = "";

    public bool FileAction { get; set; }

    [Description("Pairs of indicator type names.")]
    [AlwaysWritten]
    public IReadOnlyList<IReadOnlyList<string>> Joins { get; set; } = [];
}

sealed record AttributeTypeRow
{
    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    public int MaxSize { get; set; } = 65535;

    public bool AllowMarkdown { get; set; }

    public string? ErrorMessage { get; set; }

    public IReadOnlyList<string> Options { get; set; } = [];
}
