using System.Text;
using System.Text.RegularExpressions;

namespace Emulation.Recordings.Sanitizing;

/// <summary>Replaces values in a request target or in the path and query of a URL. What stays the same keeps its spelling.</summary>
static partial class TargetText
{
    /// <param name="text">Path, query and fragment.</param>
    /// <param name="segment">Replaces a decoded segment of the path.</param>
    /// <param name="parameter">Replaces a decoded value of the query, given its name.</param>
    public static string Replace(string text, Func<string, string> segment, Func<string, string, string> parameter)
    {
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        var mark = text.IndexOf('?', StringComparison.Ordinal);
        if (hash >= 0 && mark > hash) mark = -1;
        var pathEnd = mark >= 0 ? mark : hash >= 0 ? hash : text.Length;
        var replaced = new StringBuilder(Path(text[..pathEnd], (_, value) => segment(value)));
        if (mark >= 0)
        {
            var queryEnd = hash >= 0 ? hash : text.Length;
            replaced.Append('?').Append(Query(text[(mark + 1)..queryEnd], parameter));
        }
        if (hash >= 0) replaced.Append('#').Append(Value(text[(hash + 1)..], segment));
        return replaced.ToString();
    }

    /// <summary>Replaces decoded segments, given their place: 0 is the first.</summary>
    public static string Path(string path, Func<int, string, string> segment)
    {
        var segments = path.Split('/');
        for (var i = 1; i < segments.Length; i++)
        {
            var place = i - 1;
            segments[i] = Value(segments[i], value => segment(place, value));
        }
        return string.Join('/', segments);
    }

    /// <summary>Replaces decoded values of a query or a form. A name is treated as a value without one.</summary>
    public static string Query(string query, Func<string, string, string> parameter)
    {
        var parts = query.Split('&');
        for (var i = 0; i < parts.Length; i++)
        {
            var equals = parts[i].IndexOf('=', StringComparison.Ordinal);
            var rawName = equals < 0 ? parts[i] : parts[i][..equals];
            var name = Http.Target.Decode(rawName.Replace('+', ' ')) ?? rawName;
            var newName = IsPlainName(name) ? rawName : Value(rawName, value => parameter("", value));
            if (equals < 0) parts[i] = newName;
            else parts[i] = $"{newName}={Value(parts[i][(equals + 1)..], value => parameter(name, value), isQuery: true)}";
        }
        return string.Join('&', parts);
    }

    /// <summary>
    /// A name such as programs give to members and parameters, of words of usual length. Long words, and long words with a number at
    /// their end, may be names of people.
    /// </summary>
    public static bool IsPlainName(string name) =>
        name.Length is > 0 and <= 64 && Name().IsMatch(name) && !LongWord().IsMatch(name) && TextForms.Of(name) is TextForm.Text;

    /// <summary>A path with parameters and without white space, such as that of the next page.</summary>
    public static bool HasQuery(string text) => PathWithQuery().IsMatch(text);

    [GeneratedRegex(@"^[^\s?]*\?[^\s=]+=\S*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PathWithQuery();

    [GeneratedRegex(@"^[@$_A-Za-z][A-Za-z0-9_.$\[\]-]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();

    [GeneratedRegex("[a-z]{17}|[a-z]{10}[0-9]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LongWord();

    public static string Value(string raw, Func<string, string> replace, bool isQuery = false)
    {
        if (raw.Length == 0) return raw;
        var decoded = Http.Target.Decode(isQuery ? raw.Replace('+', ' ') : raw) ?? raw;
        var replaced = replace(decoded);
        return replaced == decoded ? raw : Uri.EscapeDataString(replaced);
    }
}
