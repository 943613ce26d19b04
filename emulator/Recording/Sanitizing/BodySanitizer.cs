using Emulation.Control.Journals;
using Emulation.Recordings.Format;
using Emulation.Recordings.Rules;

namespace Emulation.Recordings.Sanitizing;

/// <summary>Sanitises the content of a message: JSON by its members, forms by their names, other text word by word.</summary>
sealed class BodySanitizer(RuleSet rules, ValueSanitizer values, RemovedSecrets secrets)
{
    private static readonly string[] s_textTypes =
        ["text/", "application/json", "application/xml", "application/javascript", "application/x-ndjson"];

    /// <param name="content">The content, decompressed.</param>
    /// <param name="type">The media type; null: none was named.</param>
    /// <param name="place">The API and the request target, which rules depend on.</param>
    public RecordedBody Replace(ReadOnlySpan<byte> content, string? type, Place place)
    {
        var (text, charset) = RecordedBody.Decode(content);
        var isJson = LooksLikeJson(text);
        if (!isJson && (!IsText(type) || text.Contains('\0', StringComparison.Ordinal)))
            return RecordedBody.Left(RecordedBody.Binary, content.Length);
        var replaced = isJson ? Json(text, place) : IsForm(type) ? Form(text, place) : values.Replace(text, Treatment.Words);
        return new RecordedBody { Text = secrets.RemoveFrom(replaced), Charset = charset, Length = content.Length };
    }

    /// <summary>Removes secrets that were found later in the exchange.</summary>
    public RecordedBody? RemoveSecrets(RecordedBody? body) =>
        body?.Text is null ? body : body with { Text = secrets.RemoveFrom(body.Text) };

    private string Json(string text, Place place) => JsonSanitizer.Replace(text.TrimStart('\uFEFF'), new JsonReplacements(
        (name, value) => values.Replace(value, rules.Of(place.Api, name)),
        (name, digits) => Number(digits, rules.Of(place.Api, name)),
        name => TargetText.IsPlainName(name) ? name : values.Replace(name, Treatment.Auto),
        name => rules.IsSecret(name, SecretLocations.Member, place.Target) || rules.Of(place.Api, name) == Treatment.Secret,
        values.Secret,
        rest => values.Replace(rest, Treatment.Words))).Insert(0, text.StartsWith('\uFEFF') ? "\uFEFF" : "");

    private string Form(string text, Place place) => TargetText.Query(text, (name, value) =>
        rules.IsSecret(name, SecretLocations.Parameter, place.Target)
            ? values.Secret(value)
            : values.Replace(value, rules.OfParameter(place.Api, name)));

    /// <summary>A number that a rule replaces, or one that may be that of a telephone or a card.</summary>
    private string Number(string digits, Treatment treatment)
    {
        if (treatment == Treatment.Secret) return "0";
        if (treatment != Treatment.Replace && !CardNumbers.Is(digits)) return digits;
        return digits.All(char.IsAsciiDigit) && digits.Length > 3 ? values.Digits(digits) : digits;
    }

    private static bool LooksLikeJson(string text)
    {
        var start = text.AsSpan().TrimStart('\uFEFF').TrimStart();
        return start.Length > 0 && start[0] is '{' or '[' or '"';
    }

    private static bool IsText(string? type) =>
        type is null || IsForm(type) || type.Contains("+json", StringComparison.OrdinalIgnoreCase)
        || Array.Exists(s_textTypes, known => type.StartsWith(known, StringComparison.OrdinalIgnoreCase));

    private static bool IsForm(string? type) =>
        type?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true;
}

/// <summary>Where a value is: the rules and some names of secrets depend on it.</summary>
readonly record struct Place(string Api, string Target);

/// <summary>Numbers of payment cards: 13 to 19 digits with a check digit.</summary>
static class CardNumbers
{
    public static bool Is(string digits)
    {
        if (digits.Length is < 13 or > 19 || !digits.All(char.IsAsciiDigit) || TextForms.Of(digits) == TextForm.Moment) return false;
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1) digit = digit * 2 > 9 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
