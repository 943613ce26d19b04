using System.Globalization;
using System.Text.Json;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search.Aggregations;

/// <summary>Numbers as aggregations see and write them.</summary>
static class Figures
{
    /// <summary>A number, a flag as 1 or 0, a time in milliseconds since 1970; null for text.</summary>
    public static double? Of(FieldValue value) => value.Kind switch
    {
        FieldKind.Number or FieldKind.Flag => value.Number,
        FieldKind.Time => Milliseconds(value.Nanos),
        FieldKind.Text => null,
        _ => throw new InvalidOperationException($"Unknown kind of value {value.Kind}."),
    };

    public static long Milliseconds(long nanos)
    {
        var whole = nanos / Nanos.PerMillisecond;
        return nanos % Nanos.PerMillisecond < 0 ? whole - 1 : whole;
    }

    /// <summary>All numbers under a field.</summary>
    public static List<double> In(IReadOnlyList<Document> documents, Field field)
    {
        var numbers = new List<double>();
        var values = new List<FieldValue>();
        foreach (var document in documents)
        {
            values.Clear();
            document.Read(field.Name, values);
            foreach (var value in values)
                if (Of(value) is { } number) numbers.Add(number);
        }
        return numbers;
    }

    /// <summary>With a point always: <c>50.0</c>.</summary>
    public static string Key(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') || !double.IsFinite(number) ? text : text + ".0";
    }

    public static void Write(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value && double.IsFinite(value)) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    /// <summary>A moment in milliseconds as the engine prints it.</summary>
    public static string Moment(double milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
