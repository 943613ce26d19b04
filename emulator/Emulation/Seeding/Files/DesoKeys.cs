using System.Text;
using Emulation.Graphs;
using Emulation.Graphs.Deso;

namespace Emulation.Seeding.Files;

/// <summary>Where in a file a row stands, for its error.</summary>
sealed class RowPlace(string array)
{
    private int _position = -1;

    public void Next() => _position++;

    public RowError Error(string message) => new(array, _position, message);

    /// <summary>A member of the row, or of an object in it.</summary>
    public RowError Error(string member, string name, string message) => new(array, _position, message, $".{member}{Step(name)}");

    private static string Step(string name) =>
        name.AsSpan().ContainsAny(".' /\"[]()\t\n\r\f\b\\\u0085\u2028\u2029") ? $"['{name}']" : $".{name}";
}

/// <summary>Finds the second row with the same key.</summary>
sealed class UniqueRows(RowPlace at)
{
    private readonly HashSet<BytesKey> _seen = [];

    public byte[] Add(byte[] id)
    {
        Add(new BytesKey(id), $"id: {Convert.ToHexStringLower(id)} is another row's");
        return id;
    }

    public void Add(BytesKey key, string message)
    {
        if (!_seen.Add(key)) throw at.Error(message);
    }
}

/// <summary>Reads keys, hashes and extra data; rows that name the same user share one key object.</summary>
sealed class DesoKeys
{
    private static readonly Dictionary<string, string> s_none = [];

    private readonly Dictionary<string, PublicKey> _keys = new(StringComparer.Ordinal);

    public PublicKey Read(RowPlace at, string member, string text)
    {
        if (_keys.TryGetValue(text, out var known)) return known;
        if (!PublicKey.TryRead(text, out var key)) throw at.Error($"{member}: {text} is no public key; give 33 bytes in Base58Check (tBCK… or BC1Y…)");
        return _keys[text] = key;
    }

    public static byte[] Hash(RowPlace at, string member, string text)
    {
        if (text.Length != 64 || !text.All(char.IsAsciiHexDigit)) throw at.Error($"{member}: {text} is no hash; give 64 hexadecimal digits");
        return Convert.FromHexString(text);
    }

    public static byte[] Hex(RowPlace at, string member, string? text)
    {
        if (text is null || text.Length % 2 != 0 || !text.All(char.IsAsciiHexDigit)) throw at.Error($"{member}: {text} is not an even number of hexadecimal digits");
        return Convert.FromHexString(text);
    }

    public static ExtraData? ExtraData(RowPlace at, IReadOnlyDictionary<string, string>? texts, IReadOnlyDictionary<string, string>? hexes)
    {
        if (texts is null && hexes is null) return null;
        var entries = new List<(byte[], byte[])>();
        foreach (var (name, text) in texts ?? s_none)
        {
            if (text is null) throw at.Error("extraData", name, "must not be null; leave it out");
            if (!ExtraDataText.TryEncode(name, text, out var bytes)) throw at.Error($"extraData: {text} is not what the reserved name {name} can hold");
            entries.Add((Encoding.UTF8.GetBytes(name), bytes));
        }
        foreach (var (name, value) in hexes ?? s_none)
        {
            if (value is null) throw at.Error("extraDataHex", name, "must not be null; leave it out");
            entries.Add((Hex(at, "extraDataHex", name), Hex(at, "extraDataHex", value)));
        }
        return Graphs.Deso.ExtraData.Of(entries);
    }
}
