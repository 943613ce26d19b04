namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>How the values of a field are compared.</summary>
enum FieldKind
{
    /// <summary>Ordinally.</summary>
    Text,

    Number,

    /// <summary>By instant.</summary>
    Time,

    Flag,
}

/// <summary>A field of a document, as a query or a sort names it.</summary>
/// <param name="Name">Without <c>.keyword</c>.</param>
/// <param name="Kind">How its values are compared.</param>
/// <param name="Whole">Not split into words: named with <c>.keyword</c>, or no text.</param>
readonly record struct Field(string Name, FieldKind Kind, bool Whole);

/// <summary>One value of a field. A field may have several, or none.</summary>
readonly record struct FieldValue : IComparable<FieldValue>
{
    private FieldValue(FieldKind kind, string text, double number, long nanos) => (Kind, Text, Number, Nanos) = (kind, text, number, nanos);

    public FieldKind Kind { get; }

    /// <summary>As it is written in the document.</summary>
    public string Text { get; }

    public double Number { get; }

    /// <summary>Of a time.</summary>
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
