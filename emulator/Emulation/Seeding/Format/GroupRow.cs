using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Emulation.Seeding.Format;

sealed record GroupRow : ItemRow
{
    [Description("Name, key or path word of one of the sixteen types.")]
    [JsonPropertyOrder(-7)]
    public string Type { get; set; } = "";

    [JsonPropertyOrder(-6)]
    public string Name { get; set; } = "";

    public string? CreatedBy { get; set; }

    public string? Xid { get; set; }

    public DateTimeOffset? FirstSeen { get; set; }

    public DateTimeOffset? EventDate { get; set; }

    public string? FileName { get; set; }

    public long? FileSize { get; set; }

    public string? FileType { get; set; }

    public string? FileText { get; set; }

    public string? To { get; set; }

    public string? From { get; set; }

    public string? Subject { get; set; }

    public string? Header { get; set; }

    public string? Body { get; set; }

    public int Score { get; set; }

    public string? Status { get; set; }

    public bool Malware { get; set; }

    public string? Password { get; set; }

    public DateTimeOffset? PublishDate { get; set; }

    [Description("The uploaded file, in base64.")]
    public string? Content { get; set; }

    [Description("Of an adversary: handles, phoneNumbers, urls.")]
    public IReadOnlyList<AssetRow> Assets { get; set; } = [];
}

sealed record ContentRow
{
    [Description("The id of the document or report.")]
    public long Group { get; set; }

    public string Base64 { get; set; } = "";
}
