using Emulation.Recordings.Format;

namespace Emulation.Recordings.Drifts;

/// <summary>Finds the differences between the headers that the rules name.</summary>
sealed class HeaderDifferences(ComparisonRules rules, IdMap ids)
{
    public IEnumerable<Difference> Of(IReadOnlyList<RecordedHeader> recorded, IReadOnlyList<RecordedHeader> found)
    {
        foreach (var name in rules.Headers.Concat(rules.Presence).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var (ours, theirs) = (ValuesOf(recorded, name), ValuesOf(found, name));
            var path = $"header {name}";
            if (ours.Length == 0 && theirs.Length == 0) continue;
            if (theirs.Length == 0) yield return new(DifferenceKind.HeaderMissing, path, string.Join(", ", ours), null);
            else if (ours.Length == 0) yield return new(DifferenceKind.HeaderExtra, path, null, string.Join(", ", theirs));
            else if (ours.Length != theirs.Length)
                yield return new(DifferenceKind.HeaderRepeated, path, $"{ours.Length} times", $"{theirs.Length} times");
            else if (rules.Headers.Contains(name, StringComparer.OrdinalIgnoreCase) && OfValues(name, ours[0], theirs[0]) is { } kind)
                yield return new(kind, path, ours[0], theirs[0]);
        }
    }

    private DifferenceKind? OfValues(string name, string recorded, string found)
    {
        var translated = ids.TranslateAll(recorded);
        if (translated == found) return null;
        return name.ToLowerInvariant() switch
        {
            "content-type" => OfContentTypes(recorded, found),
            "content-encoding" => DifferenceKind.ContentEncoding,
            "location" => UrlDifferences.Of(translated, found) is null ? null : DifferenceKind.RedirectTarget,
            "allow" or "vary" => SetOf(recorded).SetEquals(SetOf(found)) ? null : DifferenceKind.HeaderValue,
            "x-error" => TextDifferences.WithoutIds(translated) == TextDifferences.WithoutIds(found) ? null : DifferenceKind.ErrorText,
            _ => string.Equals(translated, found, StringComparison.OrdinalIgnoreCase) ? DifferenceKind.Casing : DifferenceKind.HeaderValue,
        };
    }

    private static DifferenceKind? OfContentTypes(string recorded, string found)
    {
        var (type, parameters) = Split(recorded);
        var (otherType, otherParameters) = Split(found);
        if (!string.Equals(type, otherType, StringComparison.OrdinalIgnoreCase)) return DifferenceKind.MediaType;
        return string.Equals(parameters, otherParameters, StringComparison.OrdinalIgnoreCase) ? null : DifferenceKind.Charset;
    }

    private static (string Type, string Parameters) Split(string contentType)
    {
        var parts = contentType.Split(';', 2, StringSplitOptions.TrimEntries);
        return (parts[0], parts.Length > 1
            ? parts[1].Replace(" ", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal)
            : "");
    }

    private static HashSet<string> SetOf(string value) =>
        value.Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static string[] ValuesOf(IReadOnlyList<RecordedHeader> headers, string name) =>
        [.. headers.Where(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value)];
}
