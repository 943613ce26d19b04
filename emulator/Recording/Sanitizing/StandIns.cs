using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Emulation.Seeding.Demo;

namespace Emulation.Recordings.Sanitizing;

/// <summary>
/// The stand-ins of one recording: the same value has the same stand-in wherever it occurs. They come from the ranges that demo data
/// comes from, reserved for documentation, tests or fiction. The table is in memory alone.
/// </summary>
sealed class StandIns
{
    /// <summary>How many different values have stand-ins of their own; those after them share one per form.</summary>
    private const int MostValues = 500_000;

    private const int LabelOfMany = 0;

    /// <summary>What long numbers begin with; no issuer of cards and no telephone network has it.</summary>
    public const string DigitsPrefix = "99999";

    private readonly Dictionary<string, string> _byValue = new(StringComparer.Ordinal);
    private readonly Dictionary<TextForm, int> _counts = [];
    private readonly OrderedLabels _labels = new();

    /// <summary>The stand-in of a value that was replaced before; null: it was not. Case is ignored, and kept.</summary>
    public string? Find(string value) =>
        _byValue.TryGetValue(Key(value), out var standIn) ? LetterCase.Apply(value, standIn) : null;

    /// <summary>The stand-in of a value of a form that is found by its range, or of free text.</summary>
    public string Of(string value, TextForm form)
    {
        var key = Key(value);
        if (!_byValue.TryGetValue(key, out var standIn))
        {
            standIn = Make(value, form);
            if (_byValue.Count < MostValues) _byValue[key] = standIn;
        }
        return LetterCase.Apply(value, standIn);
    }

    private string Make(string value, TextForm form)
    {
        var number = Next(form);
        return form switch
        {
            TextForm.AddressV4 => ReservedRanges.Address(0, number),
            TextForm.AddressV6 => AddressV6(value, number),
            TextForm.MacAddress => MacAddress(value, number),
            TextForm.Network => ReservedRanges.Network(number % 65_536),
            TextForm.Phone => Phone(value, number),
            TextForm.Uuid => string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{number:x12}"),
            TextForm.Hex => Hex(value.Length, number),
            TextForm.Digits => Digits(value.Length, number),
            TextForm.Cve => ReservedRanges.Cve(2024, number).ToLowerInvariant(),
            TextForm.AsNumber => AsNumber(value, number),
            TextForm.Host => $"{Words(value, number).ToLowerInvariant()}.example",
            _ => Words(value, number),
        };
    }

    private int Next(TextForm form)
    {
        if (_byValue.Count >= MostValues) return LabelOfMany;
        return _counts[form] = _counts.GetValueOrDefault(form) + 1;
    }

    private string Words(string value, int number)
    {
        var label = number == LabelOfMany ? "bbbbb" : _labels.Add(Key(value));
        return StandInText.Of(value, label);
    }

    private static string AddressV6(string value, int number)
    {
        var address = ReservedRanges.AddressV6(1, number);
        return value.Contains("::", StringComparison.Ordinal) ? IPAddress.Parse(address).ToString() : address;
    }

    private static string MacAddress(string value, int number)
    {
        var address = ReservedRanges.MacAddress(number).Replace('-', value[2]);
        return value.Any(char.IsLower) ? address.ToLowerInvariant() : address;
    }

    private static string Phone(string value, int number)
    {
        var phone = ReservedRanges.Phone(number % ReservedRanges.Phones);
        var hasSeparators = value.Any(character => character is ' ' or '-' or '(' or '.');
        if (!hasSeparators) phone = phone.Replace(" ", "", StringComparison.Ordinal);
        return value.StartsWith('+') ? phone : phone.TrimStart('+');
    }

    private static string Hex(int length, int number)
    {
        var hex = new StringBuilder(length);
        for (var part = 0; hex.Length < length; part++)
        {
            var seed = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number}:{part}"));
            hex.Append(Convert.ToHexStringLower(SHA256.HashData(seed)));
        }
        return hex.ToString(0, length);
    }

    private static string Digits(int length, int number)
    {
        var end = number.ToString(CultureInfo.InvariantCulture);
        return end.Length >= length ? end[^length..] : DigitsPrefix.PadRight(length, '9')[..(length - end.Length)] + end;
    }

    private static string AsNumber(string value, int number)
    {
        var standIn = ReservedRanges.AsNumbers[number % ReservedRanges.AsNumbers.Length].ToString(CultureInfo.InvariantCulture);
        return string.Concat(value.TakeWhile(char.IsLetter)) + standIn;
    }

    private static string Key(string value) => value.ToLowerInvariant();
}
