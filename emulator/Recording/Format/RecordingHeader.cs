using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Emulation.Recordings.Format;

[Description("The first line of a recording.")]
sealed record RecordingHeader
{
    /// <summary>The version of the format that this program writes and reads.</summary>
    public const int Current = 1;

    /// <summary>What <see cref="Rules"/> says of a recording that keeps its values.</summary>
    public const string SecretsAlone = "secrets alone";

    [Description("The version of the format: 1.")]
    [JsonRequired]
    public int Recording { get; set; }

    [Description("The version of the program that recorded.")]
    public string Version { get; set; } = "";

    [Description("When recording began.")]
    public DateTimeOffset Started { get; set; }

    [Description("Scheme of the service that was recorded, with a stand-in for its host unless that is this machine.")]
    public string Upstream { get; set; } = "";

    [Description("The API of all exchanges, when --api named one.")]
    public string? Api { get; set; }

    [Description("The file of rules that sanitised the recording: defaults, or the name of the file that was given.")]
    public string Rules { get; set; } = "";
}
