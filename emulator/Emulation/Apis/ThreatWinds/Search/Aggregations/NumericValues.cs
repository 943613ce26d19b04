using System.Globalization;
using System.Text.Json;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search.Aggregations;

/// <summary>The numeric values of fields, and their format in results.</summary>
static class NumericValues
{
    /// <summary>A number, a Boolean as 1 or 0, a time in milliseconds since 1970; null for text.</summary>
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

    /// <summary>All numeric values of a field.</summary>
    public static List<double> All(IReadOnlyList<Document> documents, Field field)
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

    /// <summary>A number with at least one decimal: <c>50.0</c>.</summary>
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

    /// <summary>A time in the format of the engine.</summary>
    public static string Moment(double milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds).UtcDateTime.ToString(
            "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
