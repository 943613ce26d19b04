using System.Text;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.Deso;

/// <summary>Turns DeSo's rows into nodes; rows that name the same user share one key object.</summary>
sealed class DesoReader(DatasetFile file, GraphBuilder graph)
{
    private static readonly Dictionary<string, string> s_none = [];

    private readonly Dictionary<string, PublicKey> _keys = new(StringComparer.Ordinal);

    public DatasetFile File => file;

    public GraphBuilder Graph => graph;

    /// <exception cref="Reading.RowError">A row contradicts the format or another row.</exception>
    public static void Add(DatasetFile file, GraphBuilder graph)
    {
        var read = new DesoReader(file, graph);
        ChainMapping.Add(read);
        ProfileMapping.Add(read);
        PostMapping.Add(read);
        DerivedKeyMapping.Add(read);
        AssociationMapping.Add(read);
        TransactionMapping.Add(read);
    }

    public PublicKey Key(RowPlace at, string member, string text)
    {
        if (_keys.TryGetValue(text, out var known)) return known;
        if (!PublicKey.TryRead(text, out var key))
            throw at.Error($"{member}: {text} is no public key; give 33 bytes in Base58Check (tBCK… or BC1Y…)");
        return _keys[text] = key;
    }

    public static byte[] Hash(RowPlace at, string member, string text)
    {
        if (text.Length != 64 || !text.All(char.IsAsciiHexDigit))
            throw at.Error($"{member}: {text} is no hash; give 64 hexadecimal digits");
        return Convert.FromHexString(text);
    }

    public static byte[] Hex(RowPlace at, string member, string text)
    {
        if (text.Length % 2 != 0 || !text.All(char.IsAsciiHexDigit))
            throw at.Error($"{member}: {text} is not an even number of hexadecimal digits");
        return Convert.FromHexString(text);
    }

    /// <summary>A block height, with room for those of later blocks.</summary>
    public static uint Height(RowPlace at, string member, uint height) =>
        height <= int.MaxValue ? height : throw at.Error($"{member}: {height} must be 0 to {int.MaxValue}");

    public static ExtraData? ExtraData(RowPlace at, IReadOnlyDictionary<string, string>? texts, IReadOnlyDictionary<string, string>? hexes)
    {
        if (texts is null && hexes is null) return null;
        var entries = new List<(byte[], byte[])>();
        foreach (var (name, text) in texts ?? s_none)
        {
            if (text is null) throw at.EntryError("extraData", name, "must not be null; leave it out");
            if (!ExtraDataText.TryEncode(name, text, out var bytes))
                throw at.Error($"extraData: {text} is not what the reserved name {name} can hold");
            entries.Add((Encoding.UTF8.GetBytes(name), bytes));
        }
        foreach (var (name, value) in hexes ?? s_none)
        {
            if (value is null) throw at.EntryError("extraDataHex", name, "must not be null; leave it out");
            entries.Add((Hex(at, "extraDataHex", name), Hex(at, "extraDataHex", value)));
        }
        return Graphs.Deso.ExtraData.Of(entries);
    }
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
