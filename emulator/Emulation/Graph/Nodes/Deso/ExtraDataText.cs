using System.Globalization;
using System.Text;

namespace Emulation.Graphs.Deso;

/// <summary>Extra data as text: its UTF-8, except under the names that the chain itself defines.</summary>
static class ExtraDataText
{
    private const int VarintSize = 10;

    private enum Form
    {
        Plain,
        Hex,
        Flag,
        Unsigned,
        Signed,
        Key,
        HexOfText,
        Closed,
    }

    /// <summary>False when the value does not have the form that its name requires, or values of the name cannot be written.</summary>
    public static bool TryEncode(string name, string value, out byte[] bytes)
    {
        bytes = [];
        switch (FormOf(name))
        {
            case Form.Hex:
                return TryHex(value, out bytes);
            case Form.Flag:
                if (value is not ("0" or "1")) return false;
                bytes = [(byte)(value[0] - '0')];
                return true;
            case Form.Unsigned:
                if (!ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var unsigned)) return false;
                bytes = Varint(unsigned);
                return true;
            case Form.Signed:
                if (!long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var signed)) return false;
                bytes = Varint((ulong)(signed << 1) ^ (ulong)(signed >> 63));
                return true;
            case Form.Key:
                if (!Base58Check.TryRead(value, out var payload)) return false;
                bytes = payload;
                return true;
            case Form.HexOfText:
                bytes = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(value)));
                return true;
            case Form.Closed:
                return false;
            case Form.Plain:
            default:
                bytes = Encoding.UTF8.GetBytes(value);
                return true;
        }
    }

    /// <summary>UTF-8, if the stored value is.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> name, byte[] value, Network network) => FormOf(Encoding.UTF8.GetString(name)) switch
    {
        Form.Plain => value,
        Form.Hex => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(value)),
        Form.Flag => value is [1] ? "1"u8.ToArray() : "0"u8.ToArray(),
        Form.Unsigned => Digits(ReadVarint(value).ToString(CultureInfo.InvariantCulture)),
        Form.Signed => Digits(Unzigzag(ReadVarint(value)).ToString(CultureInfo.InvariantCulture)),
        Form.Key => Base58Check.Print(Base58Check.PublicPrefix(network), value),
        Form.HexOfText => TryHex(Encoding.ASCII.GetString(value), out var text) ? text : [],
        Form.Closed => name.SequenceEqual("TransactionSpendingLimit"u8) ? [] : "map[]"u8.ToArray(),
        _ => throw new InvalidOperationException("A form of extra data has no reading."),
    };

    private static Form FormOf(string name) => name switch
    {
        "RecloutedPostHash" or "DiamondPostHash" => Form.Hex,
        "IsQuotedReclout" or "IsFrozen" => Form.Flag,
        "USDCentsPerBitcoin" or "MinNetworkFeeNanosPerKB" or "CreateProfileFeeNanos" or "CreateNFTFeeNanos" => Form.Unsigned,
        "MaxCopiesPerNFT" or "BuyNowPriceNanos" or "V" or "NodeSource" => Form.Unsigned,
        "DiamondLevel" => Form.Signed,
        "ForbiddenBlockSignaturePubKey" or "DerivedPublicKey" or "MessagingPublicKey" => Form.Key,
        "SenderMessagingPublicKey" or "RecipientMessagingPublicKey" => Form.Key,
        "DerivedKeyMemo" => Form.HexOfText,
        "DESORoyaltiesMap" or "CoinRoyaltiesMap" or "TokenTradingFeesByPkidMap" or "TransactionSpendingLimit" => Form.Closed,
        _ => Form.Plain,
    };

    private static bool TryHex(string text, out byte[] bytes)
    {
        bytes = [];
        if (text.Length % 2 != 0 || !text.All(char.IsAsciiHexDigit)) return false;
        bytes = Convert.FromHexString(text);
        return true;
    }

    private static byte[] Varint(ulong value)
    {
        var bytes = new byte[VarintSize];
        var at = 0;
        for (; value >= 0x80; value >>= 7) bytes[at++] = (byte)(value | 0x80);
        bytes[at] = (byte)value;
        return bytes;
    }

    private static ulong ReadVarint(byte[] bytes)
    {
        ulong value = 0;
        for (var i = 0; i < bytes.Length && i < VarintSize; i++)
        {
            value |= (ulong)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] < 0x80) return value;
        }
        return 0;
    }

    private static long Unzigzag(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);

    private static byte[] Digits(string text) => Encoding.ASCII.GetBytes(text);
}
