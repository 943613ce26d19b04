using System.Globalization;
using System.Numerics;

namespace Emulation.Seeding.Demo;

/// <summary>Numbers of accounts and cards with valid check digits, in ranges that no bank uses.</summary>
static class CheckedNumbers
{
    public const int RoutingNumbers = 1_000_000;
    public const int BankCodes = 36 * 36 * 36;

    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>A card number whose issuer is 999999, which is not assigned, with a Luhn check digit.</summary>
    /// <param name="number">Below 1,000,000,000.</param>
    public static string Card(int number)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"999999{number:D9}");
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            var digit = body[body.Length - 1 - i] - '0';
            if (i % 2 == 0) digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }
        return body + (char)('0' + ((10 - (sum % 10)) % 10));
    }

    /// <summary>
    /// An IBAN of the bank TEST, which does not exist, with check digits (ISO 7064, modulo 97). In lower case, as ThreatWinds keeps text.
    /// </summary>
    /// <param name="number">Below 100,000,000.</param>
    public static string Iban(int number)
    {
        var account = string.Create(CultureInfo.InvariantCulture, $"000000{number:D8}");
        // T, E, S and T are 29, 14, 28 and 29; G and B are 16 and 11.
        var rest = (int)(BigInteger.Parse($"29142829{account}161100", CultureInfo.InvariantCulture) % 97);
        return string.Create(CultureInfo.InvariantCulture, $"gb{98 - rest:D2}test{account}");
    }

    /// <summary>A routing number with the prefix 99, which is not assigned, and a valid check digit (weights 3, 7, 1).</summary>
    /// <param name="number">Below <see cref="RoutingNumbers"/>.</param>
    public static string RoutingNumber(int number)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"99{number:D6}");
        ReadOnlySpan<int> weights = [3, 7, 1];
        var sum = 0;
        for (var i = 0; i < body.Length; i++) sum += (body[i] - '0') * weights[i % 3];
        return body + (char)('0' + ((10 - (sum % 10)) % 10));
    }

    /// <summary>A business identifier code of the bank TEST; the 0 in its eighth place marks codes for tests (ISO 9362).</summary>
    /// <param name="number">Below <see cref="BankCodes"/>.</param>
    public static string BankCode(int number) =>
        $"testgb20{Letters[number / (36 * 36)]}{Letters[number / 36 % 36]}{Letters[number % 36]}";
}
