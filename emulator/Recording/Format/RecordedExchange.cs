using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Emulation.Recordings.Format;

[Description("One request with its answer, sanitised. Every line after the first is one.")]
sealed record RecordedExchange
{
    [Description("Counted from 1, in the order in which answers were complete.")]
    [JsonRequired]
    public long Number { get; set; }

    [Description("When the request arrived.")]
    public DateTimeOffset At { get; set; }

    [Description("How long the answer took, in milliseconds.")]
    public double Milliseconds { get; set; }

    [Description("The API that owns the path; outside when none does.")]
    public string Api { get; set; } = "";

    [JsonRequired]
    public RecordedRequest Request { get; set; } = new();

    [JsonRequired]
    public RecordedResponse Response { get; set; } = new();
}

[Description("A request.")]
sealed record RecordedRequest
{
    [JsonRequired]
    public string Method { get; set; } = "";

    [Description("Path and query as sent, with stand-ins for personal values.")]
    [JsonRequired]
    public string Target { get; set; } = "";

    [Description("One entry a header line, in the order of the message.")]
    public IReadOnlyList<RecordedHeader> Headers { get; set; } = [];

    [Description("Absent when there was none.")]
    public RecordedBody? Body { get; set; }
}

[Description("An answer.")]
sealed record RecordedResponse
{
    [JsonRequired]
    public int Status { get; set; }

    [Description("One entry a header line, in the order of the message.")]
    public IReadOnlyList<RecordedHeader> Headers { get; set; } = [];

    [Description("Absent when there was none.")]
    public RecordedBody? Body { get; set; }
}

[Description("A header line.")]
sealed record RecordedHeader(string Name, string Value)
{
    public static string? Find(IReadOnlyList<RecordedHeader> headers, string name)
    {
        foreach (var header in headers)
            if (string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)) return header.Value;
        return null;
    }
}
