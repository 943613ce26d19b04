namespace Emulation.Recordings.Drifts;

/// <summary>What differs between a recorded answer and the emulator's. Reports write the names in lower case with hyphens.</summary>
enum DifferenceKind
{
    // The message as a whole.
    Status,
    HeaderMissing,
    HeaderExtra,
    HeaderRepeated,
    HeaderValue,
    MediaType,
    Charset,
    ContentEncoding,
    RedirectTarget,
    BodyMissing,
    BodyExtra,
    BodyTruncated,
    BodyMalformed,
    BodyFormat,
    ByteOrderMark,
    CharacterEncoding,
    FinalNewline,
    LineCount,

    // Members and items.
    MemberMissing,
    MemberExtra,
    MemberCasing,
    MemberRepeated,
    NullForAbsent,
    AbsentForNull,
    NullForValue,
    ValueForNull,
    NullForEmptyList,
    EmptyListForNull,
    Type,
    ItemsMissing,
    ItemsExtra,
    ItemRepeated,
    Order,

    // Values.
    Count,
    Boolean,
    FixedValue,
    EchoedValue,
    ErrorText,
    Casing,
    WhiteSpace,
    Escaping,
    PercentEncoding,
    UnicodeForm,
    TextTruncated,
    TrailingSlash,
    UrlScheme,
    UrlPath,
    UrlQuery,
    EmptyText,
    DateFormat,
    DatePrecision,
    DateZone,
    NumberFormat,
    IdFormat,
    HashLength,
    HashCasing,
    AddressFormat,
    TextFormat,
}

/// <summary>One thing that differs.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Path">Where: <c>status</c>, <c>header NAME</c>, <c>body</c>, or the path of a member with <c>[]</c> for any item.</param>
/// <param name="Recorded">What the recording has; null: nothing.</param>
/// <param name="Found">What the emulator has; null: nothing.</param>
sealed record Difference(DifferenceKind Kind, string Path, string? Recorded, string? Found)
{
    private const int LongestShown = 120;

    public string KindName => NameOf(Kind);

    public static string NameOf(DifferenceKind kind) =>
        string.Concat(kind.ToString().Select(
            (letter, at) => (at > 0 && char.IsUpper(letter) ? "-" : "") + char.ToLowerInvariant(letter)));

    /// <summary>A value as reports show it: on one line, not too long.</summary>
    public static string Shown(string? value)
    {
        if (value is null) return "nothing";
        var line = value.ReplaceLineEndings(" ");
        return line.Length <= LongestShown ? line : line[..LongestShown] + "…";
    }
}
