using System.Text.Json;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Reading;

/// <summary>Says what the JSON reader refuses in the words of the format.</summary>
static class JsonFaults
{
    private const string Schema = "(see dataset.schema.json)";

    /// <param name="at">Where the value is that was read.</param>
    /// <param name="fault">What was wrong at or below it.</param>
    public static RowError Explained(string at, JsonException fault) =>
        new(at + (fault.Path ?? "$")[1..], Explained(fault));

    public static string Explained(JsonException fault)
    {
        if (fault is RefusedValueException) return fault.Message;
        var message = $"{fault.Message} {fault.InnerException?.Message}";
        if (message.Contains("could not be mapped", StringComparison.Ordinal)) return $"is not a member that the format knows {Schema}";
        if (message.Contains("could not be converted", StringComparison.Ordinal))
            return $"has a value of the wrong type; it must be {Wanted(message)} {Schema}";
        if (message.Contains("doesn't allow setting null", StringComparison.Ordinal)) return $"must not be null; leave it out {Schema}";
        if (message.Contains("Duplicate propert", StringComparison.Ordinal)) return "is there twice; give it once";
        var missing = message.IndexOf("including:", StringComparison.Ordinal);
        if (missing >= 0) return $"lacks {message[(missing + 10)..].Trim().TrimEnd('.')}, which the format requires {Schema}";
        var end = message.IndexOf(" Path:", StringComparison.Ordinal);
        return $"is no JSON: {(end < 0 ? message : message[..end]).ReplaceLineEndings(" ").Trim()}";
    }

    /// <summary>What a value should have been, by the type that the message names.</summary>
    private static string Wanted(string message)
    {
        if (message.Contains("System.Guid", StringComparison.Ordinal)) return "a UUID";
        if (message.Contains("System.Byte[]", StringComparison.Ordinal)) return "base64";
        if (message.Contains("Dictionary", StringComparison.Ordinal)) return "an object";
        if (message.Contains("IReadOnlyList", StringComparison.Ordinal) || message.Contains("IEnumerable", StringComparison.Ordinal))
            return "an array";
        if (message.Contains("System.String", StringComparison.Ordinal)) return "a string";
        if (message.Contains("System.Boolean", StringComparison.Ordinal)) return "true or false";
        if (message.Contains("UInt", StringComparison.Ordinal)) return "a whole number that is not negative";
        if (message.Contains("Int32", StringComparison.Ordinal) || message.Contains("Int64", StringComparison.Ordinal))
            return "a whole number";
        if (message.Contains("System.D", StringComparison.Ordinal)) return "a number";
        return "an object";
    }
}
