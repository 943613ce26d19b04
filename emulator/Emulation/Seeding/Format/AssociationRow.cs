using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Emulation.Seeding.Format;

[Description("A user association has a target, a post association a post.")]
sealed record AssociationRow
{
    [Description("64 hexadecimal digits. Left out: made from what is unique about the association.")]
    public string? Id { get; set; }

    [JsonRequired]
    public string Transactor { get; set; } = "";

    public string? Target { get; set; }

    [Description("A post's hash; the post need not be in the file.")]
    public string? Post { get; set; }

    [Description("Left out: no app.")]
    public string? App { get; set; }

    public string? Type { get; set; }

    [Description("In place of the type, where that is not text: hexadecimal digits.")]
    public string? TypeHex { get; set; }

    public string? Value { get; set; }

    public string? ValueHex { get; set; }

    public IReadOnlyDictionary<string, string>? ExtraData { get; set; }

    public IReadOnlyDictionary<string, string>? ExtraDataHex { get; set; }

    public uint BlockHeight { get; set; }
}
