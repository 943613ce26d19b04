using System.Globalization;

namespace Emulation.Tests.Support.Schemas;

/// <summary>Checks texts against formats, patterns and encodings.</summary>
static class SchemaText
{
    public static string? Fault(Schema schema, string text)
    {
        if (schema.Pattern is { } pattern && !pattern.IsMatch(text)) return $"\"{text}\" does not match {pattern}";
        if (schema.IsBase64 && !Convert.TryFromBase64String(text, new byte[text.Length], out _)) return $"\"{text}\" is no base64";
        return schema.Format is null || Fits(schema.Format, text) ? null : $"\"{text}\" is no {schema.Format}";
    }

    private static bool Fits(string format, string text) => format switch
    {
        "uuid" => Guid.TryParseExact(text, "D", out _) && text == text.ToLowerInvariant(),
        "date-time" => text.Contains('T', StringComparison.Ordinal)
            && (text.EndsWith('Z') || text[^6] is '+' or '-')
            && DateTimeOffset.TryParse(Shortened(text), CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        _ => throw new InvalidOperationException($"The format {format} is unknown."),
    };

    // .NET reads at most seven digits of a second; nanoseconds have nine.
    private static string Shortened(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return text;
        var end = dot + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return string.Concat(text.AsSpan(0, Math.Min(end, dot + 8)), text.AsSpan(end));
    }
}
