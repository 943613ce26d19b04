using Emulation.Recordings.Sanitizing;

namespace Emulation.Recordings.Drifts;

/// <summary>The difference in form of two URLs; their hosts may differ, and values in them.</summary>
static class UrlDifferences
{
    public static DifferenceKind? Of(string recorded, string found)
    {
        if (!Uri.TryCreate(recorded, UriKind.RelativeOrAbsolute, out var one)) return null;
        if (!Uri.TryCreate(found, UriKind.RelativeOrAbsolute, out var other)) return DifferenceKind.TextFormat;
        if (one.IsAbsoluteUri != other.IsAbsoluteUri) return DifferenceKind.UrlScheme;
        if (one.IsAbsoluteUri && one.Scheme != other.Scheme) return DifferenceKind.UrlScheme;
        var (path, query) = Parts(one);
        var (otherPath, otherQuery) = Parts(other);
        if (path.EndsWith('/') != otherPath.EndsWith('/') && path.TrimEnd('/').Length > 0) return DifferenceKind.TrailingSlash;
        if (!SamePath(path, otherPath)) return DifferenceKind.UrlPath;
        return NamesOf(query).SequenceEqual(NamesOf(otherQuery), StringComparer.Ordinal) ? null : DifferenceKind.UrlQuery;
    }

    private static (string Path, string Query) Parts(Uri uri)
    {
        var text = uri.IsAbsoluteUri ? uri.PathAndQuery : uri.OriginalString;
        var mark = text.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (text, "") : (text[..mark], text[(mark + 1)..]);
    }

    /// <summary>As many segments; words are equal, values have the same form.</summary>
    private static bool SamePath(string path, string otherPath)
    {
        var (one, other) = (path.Trim('/').Split('/'), otherPath.Trim('/').Split('/'));
        if (one.Length != other.Length) return false;
        for (var i = 0; i < one.Length; i++)
        {
            if (one[i] == other[i]) continue;
            if (string.Equals(one[i], other[i], StringComparison.OrdinalIgnoreCase)) return false;
            if (TextDifferences.InForm(one[i], other[i]) is not null) return false;
            if (IsPage(one[i]) || IsPage(other[i])) return false;
        }
        return true;
    }

    private static bool IsPage(string segment) =>
        TextForms.Of(segment) is TextForm.Host && segment.EndsWith("html", StringComparison.Ordinal);

    private static IEnumerable<string> NamesOf(string query) =>
        query.Length == 0 ? [] : query.Split('&').Select(part => part.Split('=')[0]);
}
