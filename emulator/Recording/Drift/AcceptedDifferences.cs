using System.Text.Json;
using System.Text.Json.Serialization;

namespace Emulation.Recordings.Drifts;

/// <summary>A difference that is known, and why it is accepted. A star matches any route, kind or path.</summary>
sealed record AcceptedDifference(string Route, string Kind, string Path, string Reason);

/// <summary>The file of accepted differences.</summary>
sealed record AcceptedFile
{
    [JsonRequired]
    public int Format { get; set; }

    public IReadOnlyList<AcceptedDifference> Accepted { get; set; } = [];
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(AcceptedFile))]
sealed partial class AcceptedJson : JsonSerializerContext;

/// <summary>Known differences, each with its reason.</summary>
sealed class AcceptedDifferences(IReadOnlyList<AcceptedDifference> accepted)
{
    private const string Any = "*";

    public static AcceptedDifferences None { get; } = new([]);

    public string? ReasonFor(string route, Difference difference) => accepted.FirstOrDefault(one =>
        Fits(one.Route, route) && Fits(one.Kind, difference.KindName) && Fits(one.Path, difference.Path))?.Reason;

    /// <exception cref="OptionError">The file is not one of accepted differences.</exception>
    public static AcceptedDifferences Load(string? file)
    {
        if (file is null || !File.Exists(file)) return None;
        try
        {
            var read = JsonSerializer.Deserialize(File.ReadAllBytes(file), AcceptedJson.Default.AcceptedFile);
            if (read is not { Format: 1 }) throw new OptionError($"--accept: {file} has no \"format\": 1; add it");
            if (read.Accepted.FirstOrDefault(one => string.IsNullOrWhiteSpace(one.Reason)) is { } bare)
                throw new OptionError($"--accept: {file} has no reason for {bare.Kind} on {bare.Route}; write one");
            return new(read.Accepted);
        }
        catch (JsonException wrong)
        {
            var reason = wrong.Message.ReplaceLineEndings(" ");
            throw new OptionError($"--accept: {file} is not a file of accepted differences ({reason}); correct it");
        }
    }

    /// <summary>With the drift of a report, for one reason.</summary>
    public AcceptedDifferences With(DriftReport report, string reason)
    {
        var added = report.Routes.SelectMany(route => route.Differences.Where(difference => difference.Reason is null)
            .Select(difference => new AcceptedDifference(route.Name, difference.First.KindName, difference.First.Path, reason)));
        return new([.. accepted, .. added]);
    }

    /// <summary>The content of the file.</summary>
    public byte[] ToJson() =>
        JsonSerializer.SerializeToUtf8Bytes(new AcceptedFile { Format = 1, Accepted = accepted }, AcceptedJson.Default.AcceptedFile);

    private static bool Fits(string pattern, string value) => pattern == Any || string.Equals(pattern, value, StringComparison.Ordinal);
}
