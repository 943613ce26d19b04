using Emulation.Graphs.Deso;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.Deso;

/// <summary>Keys that sign for other keys. Like credentials, some are built in where a dataset names none.</summary>
static class DerivedKeyMapping
{
    private const string BuiltInMemo = "Emulator";

    public static void Add(DesoReader read)
    {
        if (!read.File.Complete && !read.File.DerivedKeys.Any()) AddBuiltIn(read);
        var at = new RowPlace("derivedKeys");
        var pairs = new UniqueRows(at);
        foreach (var row in at.Each(read.File.DerivedKeys))
        {
            var key = ToNode(read, row, at);
            pairs.Add(DerivedKey.PairKey(key.Owner, key.Derived), "owner and derived: the same as another row's");
            read.Graph.Add(key);
        }
    }

    public static DerivedKeyRow ToRow(DerivedKey key)
    {
        var (texts, hexes) = DesoText.Of(key.ExtraData);
        return new DerivedKeyRow
        {
            Owner = DesoText.Of(key.Owner),
            Derived = DesoText.Of(key.Derived),
            ExpirationBlock = key.ExpirationBlock,
            IsValid = key.IsValid,
            Memo = key.Memo,
            ExtraData = texts,
            ExtraDataHex = hexes,
        };
    }

    public static DerivedKey ToNode(DesoReader read, DerivedKeyRow row, RowPlace at) => new()
    {
        Owner = read.Key(at, "owner", row.Owner),
        Derived = read.Key(at, "derived", row.Derived),
        ExpirationBlock = row.ExpirationBlock,
        IsValid = row.IsValid,
        Memo = row.Memo,
        ExtraData = DesoReader.ExtraData(at, row.ExtraData, row.ExtraDataHex),
    };

    private static void AddBuiltIn(DesoReader read)
    {
        foreach (var (owner, derived) in UserKeys.First)
            read.Graph.Add(new DerivedKey { Owner = owner, Derived = derived, ExpirationBlock = uint.MaxValue, Memo = BuiltInMemo });
    }
}
