using System.Text;
using System.Text.Unicode;
using Emulation.Graphs.Deso;

namespace Emulation.Seeding.Mapping.Deso;

/// <summary>Keys and bytes as rows have them. Keys are written as the test network prints them; they are read in either form.</summary>
static class DesoText
{
    private const Network Printed = Network.Testnet;

    public static string Of(PublicKey key) => key.Text(Printed);

    public static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    /// <summary>Null of what is not UTF-8.</summary>
    public static string? TextOf(byte[] bytes) => Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>As text where that reads back as the same bytes, the rest in hexadecimal digits.</summary>
    public static (Dictionary<string, string>? Texts, Dictionary<string, string>? Hexes) Of(ExtraData? data)
    {
        if (data is null) return (null, null);
        var (texts, hexes) =
            (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var (name, value) in data.Entries)
        {
            var readable = TextOf(name) is { } key && TextOf(ExtraDataText.Decode(name, value, Printed)) is { } text
                && ExtraDataText.TryEncode(key, text, out var read) && read.AsSpan().SequenceEqual(value);
            if (readable) texts.Add(TextOf(name)!, TextOf(ExtraDataText.Decode(name, value, Printed))!);
            else hexes.Add(Hex(name), Hex(value));
        }
        return (texts.Count == 0 ? null : texts, hexes.Count == 0 ? null : hexes);
    }
}
