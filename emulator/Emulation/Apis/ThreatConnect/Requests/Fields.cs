using System.Globalization;
using System.Text.Json;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Requests;

/// <summary>
/// Reads the members of a JSON body in any of the forms that clients send. The first error is kept as <see cref="Refusal"/>. A member
/// that is null counts as absent (tcex sends absent hashes as null).
/// </summary>
sealed class Fields
{
    private readonly JsonElement _root;

    private Fields(JsonElement root) => _root = root;

    public Reply? Refusal { get; private set; }

    /// <param name="call">The request.</param>
    /// <param name="mayBeEmpty">An empty body counts as an object without members.</param>
    public static Result<Fields> Read(Call call, bool mayBeEmpty = false)
    {
        if (call.Body.IsEmpty && mayBeEmpty) return new Fields(default);
        try
        {
            using var document = JsonDocument.Parse(call.Body);
            ReadAll(document.RootElement);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return new Fields(document.RootElement.Clone());
        }
        // InvalidOperationException is thrown for a text with an unpaired surrogate or invalid UTF-8.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return Envelope.Fail(400, Texts.Malformed, "the body is not JSON");
        }
        return Envelope.Fail(400, Texts.Malformed, "the body is not a JSON object");
    }

    /// <summary>Whether the member exists and is not null.</summary>
    public bool Has(string name) => Member(name) is not null;

    /// <summary>Whether the member exists and is null, which clears some values.</summary>
    public bool IsNull(string name) =>
        _root.ValueKind == JsonValueKind.Object && _root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Null;

    public JsonElement? Member(string name) =>
        _root.ValueKind == JsonValueKind.Object && _root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public string? Text(string name)
    {
        if (Member(name) is not { } value) return null;
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return value.GetString();
            // The vendor's own integrations send numbers and booleans here, and its Java readers convert them.
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                return value.GetRawText();
            default:
                Malformed(name, "not a text");
                return null;
        }
    }

    /// <summary>A text; refused when it is too short or too long, or required and absent.</summary>
    public string? Text(string name, string entity, int least, int most, bool required = false)
    {
        var text = Text(name);
        if (text is null && !required) return null;
        if (text is null || text.Length < least || text.Length > most)
            Refuse(Envelope.Fail(400, Texts.Length(name, entity, Math.Max(1, least), most)));
        return text;
    }

    /// <summary>One of the allowed words, ignoring case, in its canonical spelling.</summary>
    public string? OneOf(string name, string entity, IReadOnlyList<string> allowed)
    {
        if (Text(name) is not { } text) return null;
        var known = allowed.FirstOrDefault(word => string.Equals(word, text, StringComparison.OrdinalIgnoreCase));
        if (known is null) Refuse(Envelope.Fail(400, Texts.OneOf(name, entity, allowed)));
        return known;
    }

    /// <summary>A number, sent as a number or a text.</summary>
    public decimal? Number(string name, decimal least, decimal most)
    {
        if (Member(name) is not { } value) return null;
        decimal number = 0;
        var isNumber = value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetDecimal(out number),
            JsonValueKind.String => decimal.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
        if (isNumber && number >= least && number <= most) return number;
        Malformed(name, $"not a number from {least} to {most}");
        return null;
    }

    /// <summary>A whole number, also in the form 10.0, which threatconnect-java sends.</summary>
    public long? Whole(string name, long least, long most)
    {
        if (Number(name, least, most) is not { } number) return null;
        if (number == decimal.Truncate(number)) return (long)number;
        Malformed(name, "not a whole number");
        return null;
    }

    /// <summary>A Boolean, sent as true and false, as a text, or as 1 and 0.</summary>
    public bool? Flag(string name)
    {
        if (Member(name) is not { } value) return null;
        switch (value.ValueKind)
        {
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            case JsonValueKind.String when bool.TryParse(value.GetString(), out var flag):
                return flag;
            case JsonValueKind.String when value.GetString() is "0" or "1":
                return value.GetString() == "1";
            case JsonValueKind.Number when value.TryGetInt32(out var number) && number is 0 or 1:
                return number == 1;
            default:
                Malformed(name, "neither true nor false");
                return null;
        }
    }

    /// <summary>A date in seconds since 1970.</summary>
    public long? Date(string name)
    {
        if (Text(name) is not { } text) return null;
        if (Moments.Parse(text) is { } seconds) return seconds;
        Refuse(Envelope.Fail(400, Texts.Date, $"\"{name}\" is not a date"));
        return null;
    }

    /// <summary>Sets the refusal, unless there is one already.</summary>
    public void Refuse(Reply reply) => Refusal ??= reply;

    private static void ReadAll(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String) value.GetString();
        if (value.ValueKind == JsonValueKind.Array) foreach (var item in value.EnumerateArray()) ReadAll(item);
        if (value.ValueKind != JsonValueKind.Object) return;
        foreach (var member in value.EnumerateObject())
        {
            _ = member.Name;
            ReadAll(member.Value);
        }
    }

    private void Malformed(string name, string what) => Refuse(Envelope.Fail(400, Texts.Malformed, $"\"{name}\" is {what}"));
}
