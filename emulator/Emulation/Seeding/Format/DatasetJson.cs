using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Emulation.Seeding.Format;

/// <summary>
/// The format as JSON. Members of rows are set, not init, and marked JsonRequired, not required: generated readers give init members no
/// chance to keep their defaults, and accept nulls in types with required members.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DatasetFile))]
sealed partial class DatasetJson : JsonSerializerContext
{
    /// <summary>Reads one document; rows that repeat a text share one string.</summary>
    internal static DatasetJson ForReading() => new(new JsonSerializerOptions(Default.Options)
    {
        AllowDuplicateProperties = false,
        Converters = { new SharedStrings(), new MomentConverter() },
    });

    /// <summary>Writes rows without the members whose value a reader assumes anyway.</summary>
    internal static JsonSerializerOptions ForWriting() => new(Default.Options)
    {
        TypeInfoResolver = Default.WithAddedModifier(LeaveOutDefaults),
        Converters = { new MomentConverter() },
    };

    private static void LeaveOutDefaults(JsonTypeInfo type)
    {
        if (type.CreateObject is null) return;
        var defaults = type.CreateObject();
        foreach (var member in type.Properties)
        {
            if (member.Get is null || IsAlwaysWritten(member)) continue;
            var assumed = member.Get(defaults);
            member.ShouldSerialize = (_, value) => !IsAssumed(value, assumed);
        }
    }

    private static bool IsAlwaysWritten(JsonPropertyInfo member) =>
        member.IsRequired || member.AttributeProvider?.IsDefined(typeof(AlwaysWrittenAttribute), inherit: false) == true;

    private static bool IsAssumed(object? value, object? assumed) => (value, assumed) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (string one, string other) => string.Equals(one, other, StringComparison.Ordinal),
        // Minus zero equals zero, but is another number.
        (double one, double other) => BitConverter.DoubleToInt64Bits(one) == BitConverter.DoubleToInt64Bits(other),
        (ValueType one, ValueType other) => one.Equals(other),
        (System.Collections.IEnumerable one, System.Collections.IEnumerable) => !one.Cast<object>().Any(),
        _ => false,
    };
}
