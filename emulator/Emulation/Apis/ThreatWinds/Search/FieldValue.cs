namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>The type of a field, which determines how its values are compared.</summary>
enum FieldKind
{
    /// <summary>Compared ordinally.</summary>
    Text,

    Number,

    /// <summary>Compared by instant.</summary>
    Time,

    Flag,
}

/// <summary>A field of a document, as a query or a sort names it.</summary>
/// <param name="Name">The name without <c>.keyword</c>.</param>
/// <param name="Kind">The type of the field.</param>
/// <param name="Whole">The values are not split into words: the name has <c>.keyword</c>, or the field is not text.</param>
readonly record struct Field(string Name, FieldKind Kind, bool Whole);

/// <summary>One value of a field. A field may have several, or none.</summary>
readonly record struct FieldValue : IComparable<FieldValue>
{
    private FieldValue(FieldKind kind, string text, double number, long nanos) => (Kind, Text, Number, Nanos) = (kind, text, number, nanos);

    public FieldKind Kind { get; }

    /// <summary>The value as written in the document.</summary>
    public string Text { get; }

    public double Number { get; }

    /// <summary>The value of a time.</summary>
    public long Nanos { get; }

    public static FieldValue Of(string text) => new(FieldKind.Text, text, 0, 0);

    public static FieldValue Of(double number, string text) => new(FieldKind.Number, text, number, 0);

    public static FieldValue OfTime(long nanos, string text) => new(FieldKind.Time, text, 0, nanos);

    public static FieldValue Of(bool flag) => new(FieldKind.Flag, flag ? "true" : "false", flag ? 1 : 0, 0);

    public int CompareTo(FieldValue other) => Kind switch
    {
        FieldKind.Text => string.CompareOrdinal(Text, other.Text),
        FieldKind.Time => Nanos.CompareTo(other.Nanos),
        FieldKind.Number or FieldKind.Flag => Number.CompareTo(other.Number),
        _ => throw new InvalidOperationException($"Unknown kind of value {Kind}."),
    };
}
