using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Emulation.Http;

/// <summary>What is wrong with a body: where, as a JSON pointer, and what.</summary>
sealed record Defect(string Pointer, string Detail)
{
    public Reply Refused(string title, int status = 400) => Problem.Reply(status, title, Detail, Pointer);
}

/// <summary>Remembers the first defect that was met while a body was read, so that readers need not stop at each.</summary>
sealed class Defects
{
    public Defect? First { get; private set; }

    /// <summary>What is ignored although it was given; the input is still valid.</summary>
    public List<Defect> Ignored { get; } = [];

    public void Add(string pointer, string detail) => First ??= new Defect(pointer, detail);
}

/// <summary>
/// The members of a JSON object of a tester's own, read strictly: each by its name and in its type, and in the end <see cref="Close"/>
/// reports unknown members. Faults are added to the <see cref="Defects"/>, and reading continues with a default.
/// </summary>
sealed class Members
{
    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false };
    private static readonly JsonDocumentOptions s_withComments = s_strict with
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private readonly JsonElement _object;
    private readonly Defects _defects;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public Members(JsonElement element, string pointer, Defects defects)
    {
        (_object, Pointer, _defects) = (element, pointer, defects);
        if (element.ValueKind != JsonValueKind.Object) defects.Add(pointer, $"{Called(pointer)} must be an object.");
    }

    public string Pointer { get; }

    public Defects Defects => _defects;

    /// <summary>The members of a body; an empty body is an object without members.</summary>
    public static Members Of(ReadOnlySequence<byte> body, Defects defects) =>
        new(body.IsEmpty ? EmptyObject() : Parse(body, defects) ?? EmptyObject(), "", defects);

    /// <summary>A whole JSON text, with or without a byte order mark; null, with a defect, when it is not JSON.</summary>
    public static JsonElement? Parse(ReadOnlySequence<byte> body, Defects defects) => Parse(ByteOrderMark.Skip(body), s_strict, defects);

    /// <summary>The same with what WireMock's reader of mapping files allows: comments, and names and texts in single quotes.</summary>
    public static JsonElement? ParseLenient(ReadOnlySequence<byte> body, Defects defects) =>
        Parse(new(SingleQuotes.Replace(ByteOrderMark.Skip(body).ToArray())), s_withComments, defects);

    private static JsonElement? Parse(ReadOnlySequence<byte> body, JsonDocumentOptions options, Defects defects)
    {
        try
        {
            JsonTexts.Check(body, options);
            using var document = JsonDocument.Parse(body, options);
            return document.RootElement.Clone();
        }
        catch (JsonException wrong)
        {
            defects.Add("", "The body is not JSON, has a member twice, or a text that is not Unicode: "
                + $"line {(wrong.LineNumber ?? 0) + 1}, byte {wrong.BytePositionInLine ?? 0}.");
            return null;
        }
    }

    public bool Has(string name) => Find(name) is not null;

    /// <summary>Whether the member is there; the check does not count as reading it.</summary>
    public bool Carries(string name) => _object.ValueKind == JsonValueKind.Object && _object.TryGetProperty(name, out _);

    public string? Text(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String) return value.GetString();
        Wrong(name, "must be a text");
        return null;
    }

    public string NeededText(string name)
    {
        if (Text(name) is { Length: > 0 } text) return text;
        Wrong(name, "is missing or empty");
        return "";
    }

    public bool? Flag(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Wrong(name, "must be true or false");
        return null;
    }

    public long? Whole(string name, long least, long most)
    {
        if (Find(name) is not { } value) return null;
        var isNumber = value.ValueKind == JsonValueKind.Number;
        if (isNumber && value.TryGetInt64(out var number) && number >= least && number <= most) return number;
        Wrong(name, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least} to {most}"));
        return null;
    }

    public double? Number(string name, double least, double most)
    {
        if (Find(name) is not { } value) return null;
        var isNumber = value.ValueKind == JsonValueKind.Number;
        if (isNumber && value.TryGetDouble(out var number) && number >= least && number <= most) return number;
        Wrong(name, string.Create(CultureInfo.InvariantCulture, $"must be a number from {least} to {most}"));
        return null;
    }

    /// <summary>One of some words, as its place among them.</summary>
    public int? OneOf(string name, params string[] words)
    {
        if (Text(name) is not { } text) return null;
        var at = Array.IndexOf(words, text);
        if (at >= 0) return at;
        Wrong(name, $"must be one of {string.Join(", ", words)}");
        return null;
    }

    /// <summary>A length of time, as <see cref="Durations"/> reads it.</summary>
    public TimeSpan? Duration(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String && Durations.Parse(value.GetString()!) is { } length) return length;
        Wrong(name, $"must be a length of time: {Durations.Allowed}");
        return null;
    }

    public DateTimeOffset? Moment(string name)
    {
        if (Text(name) is not { } text) return null;
        if (Instants.Parse(text) is { } moment) return moment;
        Wrong(name, $"must be a moment: {Instants.Allowed}");
        return null;
    }

    public Members? Object(string name) => Find(name) is { } value ? new Members(value, PointerOf(name), _defects) : null;

    /// <summary>The elements of an array with their pointers; empty when it is absent.</summary>
    public IEnumerable<(JsonElement Value, string Pointer)> Each(string name)
    {
        if (Find(name) is not { } value) return [];
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().Select((element, at) => (element, $"{PointerOf(name)}/{at}"));
        Wrong(name, "must be an array");
        return [];
    }

    /// <summary>A member of any type.</summary>
    public JsonElement? Any(string name) => Find(name);

    /// <summary>Every member with its pointer, for an object whose member names the tester chooses.</summary>
    public IEnumerable<(string Name, JsonElement Value, string Pointer)> All()
    {
        if (_object.ValueKind != JsonValueKind.Object) yield break;
        foreach (var member in _object.EnumerateObject())
        {
            _read.Add(member.Name);
            yield return (member.Name, member.Value, PointerOf(member.Name));
        }
    }

    /// <summary>Reports members of the object that were not read.</summary>
    public void Close()
    {
        if (_object.ValueKind != JsonValueKind.Object) return;
        foreach (var member in _object.EnumerateObject())
        {
            if (_read.Contains(member.Name)) continue;
            Wrong(member.Name, $"is not known; known are {string.Join(", ", _read.Order(StringComparer.Ordinal))}");
        }
    }

    public void Wrong(string name, string what) => _defects.Add(PointerOf(name), $"{Called(PointerOf(name))} {what}.");

    public string PointerOf(string name) =>
        $"{Pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    private static string Called(string pointer) => pointer.Length == 0 ? "The body" : $"\"{pointer}\"";

    private static JsonElement EmptyObject()
    {
        using var document = JsonDocument.Parse("{}");
        return document.RootElement.Clone();
    }

    // A member that is null is a member that is not there.
    private JsonElement? Find(string name)
    {
        _read.Add(name);
        if (_object.ValueKind != JsonValueKind.Object || !_object.TryGetProperty(name, out var value)) return null;
        return value.ValueKind == JsonValueKind.Null ? null : value;
    }
}
