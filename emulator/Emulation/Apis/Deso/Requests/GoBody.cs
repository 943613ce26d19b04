using System.Globalization;
using System.Text;

namespace Emulation.Apis.Deso.Requests;

/// <summary>
/// Reads a valid JSON object into named fields as Go's decoder does: names ignore case, unknown names are ignored, the last of several
/// equal names counts, null is treated as absent, and one value of a wrong type makes the whole body invalid.
/// </summary>
sealed class GoBody
{
    private readonly ReadOnlyMemory<byte> _json;
    private readonly string _type;
    private readonly List<(string Name, Range Value)> _members;

    /// <param name="json">One valid JSON value.</param>
    /// <param name="type">The qualified name of the Go type, which appears in the fault.</param>
    public GoBody(ReadOnlyMemory<byte> json, string type)
    {
        (_json, _type, _members) = (json, type, []);
        var cursor = new GoCursor(json.Span);
        if (cursor.Kind == GoKind.Object) cursor.Members(_members);
        else if (cursor.Kind != GoKind.Null) Fault = $"json: cannot unmarshal {NameOf(cursor.Kind)} into Go value of type {_type}";
    }

    private GoBody(GoBody same, string type) => (_json, _type, _members) = (same._json, type, same._members);

    /// <summary>The first error of the fields read so far; null when there is none.</summary>
    public string? Fault { get; private set; }

    // An anonymous type has no name to prefix to its fields.
    private string FieldPrefix => _type.Contains(' ', StringComparison.Ordinal) ? "" : _type[(_type.LastIndexOf('.') + 1)..];

    /// <summary>The same object, read into another type.</summary>
    public GoBody As(string type) => new(this, type);

    public string Text(string field)
    {
        var text = "";
        foreach (var value in Each(field))
        {
            if (KindOf(value) == GoKind.Text) text = GoText.Unquote(_json.Span[value]);
            else Refuse(field, "string", value);
        }
        return text;
    }

    public bool Flag(string field)
    {
        var flag = false;
        foreach (var value in Each(field))
        {
            if (KindOf(value) == GoKind.Flag) flag = _json.Span[value][0] == 't';
            else Refuse(field, "bool", value);
        }
        return flag;
    }

    public long Whole(string field)
    {
        long number = 0;
        foreach (var value in Each(field))
        {
            if (long.TryParse(_json.Span[value], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read)) number = read;
            else Refuse(field, "int", value);
        }
        return number;
    }

    public ulong Unsigned(string field, ulong most = ulong.MaxValue, string type = "uint64")
    {
        ulong number = 0;
        foreach (var value in Each(field))
        {
            var isValid = ulong.TryParse(_json.Span[value], NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read <= most;
            if (isValid) number = read;
            else Refuse(field, type, value);
        }
        return number;
    }

    public IReadOnlyList<string> Texts(string field)
    {
        List<string> texts = [], previous = [];
        foreach (var value in Each(field, includeNull: true))
        {
            texts = [];
            if (KindOf(value) == GoKind.Null) continue;
            if (KindOf(value) != GoKind.Array)
            {
                Refuse(field, "[]string", value);
                continue;
            }
            foreach (var element in Elements(value))
            {
                // Go decodes into the existing slice: null keeps the element of an earlier array of the same name.
                var kept = texts.Count < previous.Count ? previous[texts.Count] : "";
                if (KindOf(element) is not (GoKind.Text or GoKind.Null)) Refuse(field, "string", element);
                texts.Add(KindOf(element) == GoKind.Text ? GoText.Unquote(_json.Span[element]) : kept);
            }
            previous = texts;
        }
        return texts;
    }

    public IReadOnlyDictionary<string, string> Map(string field)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in Each(field, includeNull: true))
        {
            if (KindOf(value) == GoKind.Null) map.Clear();
            else if (KindOf(value) != GoKind.Object) Refuse(field, "map[string]string", value);
            else foreach (var (name, entry) in Members(value))
            {
                if (KindOf(entry) is not (GoKind.Text or GoKind.Null)) Refuse(field, "string", entry);
                map[name] = KindOf(entry) == GoKind.Text ? GoText.Unquote(_json.Span[entry]) : "";
            }
        }
        return map;
    }

    /// <summary>The elements of an array field, with null for null elements; null when the field is absent.</summary>
    public IReadOnlyList<GoBody?>? Bodies(string field, string sliceType, string type)
    {
        List<GoBody?>? bodies = null;
        foreach (var value in Each(field, includeNull: true))
        {
            bodies = null;
            if (KindOf(value) == GoKind.Null) continue;
            if (KindOf(value) != GoKind.Array) Refuse(field, sliceType, value);
            else bodies = [.. Elements(value).Select(element => KindOf(element) == GoKind.Null ? null : new GoBody(_json[element], type))];
        }
        return bodies;
    }

    /// <summary>Marks the whole body as invalid because of a part of it.</summary>
    public void Refuse(string fault) => Fault ??= fault;

    private IEnumerable<Range> Each(string field, bool includeNull = false) =>
        _members.Where(member => GoText.SameName(member.Name, field) && (includeNull || KindOf(member.Value) != GoKind.Null))
            .Select(member => member.Value);

    private List<Range> Elements(Range array)
    {
        var (offset, length) = array.GetOffsetAndLength(_json.Length);
        var elements = new List<Range>();
        new GoCursor(_json.Span.Slice(offset, length)).Elements(elements);
        return [.. elements.Select(element => Shifted(element, offset))];
    }

    private List<(string Name, Range Value)> Members(Range of)
    {
        var (offset, length) = of.GetOffsetAndLength(_json.Length);
        var members = new List<(string Name, Range Value)>();
        new GoCursor(_json.Span.Slice(offset, length)).Members(members);
        return [.. members.Select(member => (member.Name, Shifted(member.Value, offset)))];
    }

    private static Range Shifted(Range range, int by) => (range.Start.Value + by)..(range.End.Value + by);

    private GoKind KindOf(Range value) => new GoCursor(_json.Span[value]).Kind;

    private void Refuse(string field, string type, Range value)
    {
        var isNumber = KindOf(value) == GoKind.Number && type.Contains("int", StringComparison.Ordinal);
        var number = isNumber ? " " + Encoding.ASCII.GetString(_json.Span[value]) : "";
        Refuse($"json: cannot unmarshal {NameOf(KindOf(value))}{number} into Go struct field {FieldPrefix}.{field} of type {type}");
    }

    private static string NameOf(GoKind kind) => kind switch
    {
        GoKind.Object => "object",
        GoKind.Array => "array",
        GoKind.Text => "string",
        GoKind.Number => "number",
        GoKind.Flag => "bool",
        GoKind.Null => "null",
        _ => throw new InvalidOperationException($"Unknown kind {kind}."),
    };
}
