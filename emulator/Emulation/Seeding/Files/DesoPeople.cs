using System.Globalization;
using System.Numerics;
using Emulation.Graphs;
using Emulation.Graphs.Deso;

namespace Emulation.Seeding.Files;

/// <summary>Profiles, posts, and keys that sign for others.</summary>
static class DesoPeople
{
    private static readonly string[] s_restrictions = ["unrestricted", "profile_owner_only", "dao_members_only", "permanently_unrestricted"];

    public static void Add(DatasetFile file, GraphBuilder graph, DesoKeys keys)
    {
        AddProfiles(file.Profiles, graph, keys);
        AddPosts(file.Posts, graph, keys);
        if (file.DerivedKeys.Count == 0 && !file.Complete) AddBuiltInDerivedKeys(graph);
        AddDerivedKeys(file.DerivedKeys, graph, keys);
    }

    private static void AddProfiles(IReadOnlyList<ProfileRow> rows, GraphBuilder graph, DesoKeys keys)
    {
        var at = new RowPlace("profiles");
        var seen = new UniqueRows(at);
        var names = new HashSet<TextKey>();
        foreach (var row in rows)
        {
            at.Next();
            var key = keys.Read(at, "publicKey", row.PublicKey);
            seen.Add(key.Key, $"publicKey: {row.PublicKey} is another row's");
            if (row.Username.Length == 0) throw at.Error("username: is empty; a profile has a name");
            if (!names.Add(Profile.NameKey(row.Username))) throw at.Error($"username: {row.Username} is another row's, whatever the case");
            graph.Add(new Profile
            {
                PublicKey = key, Username = row.Username, Description = row.Description, IsHidden = row.IsHidden, IsVerified = row.IsVerified,
                CreatorCoin = Coin(row.CoinEntry), DaoCoin = Coin(at, row.DaoCoinEntry), ExtraData = DesoKeys.ExtraData(at, row.ExtraData, row.ExtraDataHex),
                BalanceNanos = row.DesoBalanceNanos, BestExchangeRate = row.BestExchangeRateDesoPerDaoCoin,
            });
        }
    }

    private static CreatorCoin Coin(CreatorCoinRow row) => new()
    {
        CreatorBasisPoints = row.CreatorBasisPoints, DeSoLockedNanos = row.DesoLockedNanos, NumberOfHolders = row.NumberOfHolders,
        CoinsInCirculationNanos = row.CoinsInCirculationNanos, CoinWatermarkNanos = row.CoinWatermarkNanos,
    };

    private static DaoCoin Coin(RowPlace at, DaoCoinRow row) => new()
    {
        NumberOfHolders = row.NumberOfHolders, MintingDisabled = row.MintingDisabled,
        CoinsInCirculationNanos = Hex256(at, row.CoinsInCirculationNanos),
        TransferRestrictionStatus = Restriction(at, row.TransferRestrictionStatus),
        LockupTransferRestrictionStatus = Restriction(at, row.LockupTransferRestrictionStatus),
    };

    private static string Restriction(RowPlace at, string status) => s_restrictions.Contains(status, StringComparer.Ordinal)
        ? status
        : throw at.Error($"daoCoinEntry: {status} is no restriction; {string.Join(", ", s_restrictions)} are");

    private static string Hex256(RowPlace at, string text)
    {
        const int digits = 64;
        var number = text.StartsWith("0x", StringComparison.Ordinal) ? text[2..] : "";
        if (number.Length is 0 or > digits || !number.All(char.IsAsciiHexDigit))
            throw at.Error($"daoCoinEntry.coinsInCirculationNanos: {text} is no number; give 0x and up to {digits} hexadecimal digits");
        var trimmed = BigInteger.Parse("0" + number, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture).ToString("x", CultureInfo.InvariantCulture).TrimStart('0');
        return "0x" + (trimmed.Length == 0 ? "0" : trimmed);
    }

    private static void AddPosts(IReadOnlyList<PostRow> rows, GraphBuilder graph, DesoKeys keys)
    {
        var at = new RowPlace("posts");
        var hashes = new UniqueRows(at);
        foreach (var row in rows)
        {
            at.Next();
            graph.Add(new Post
            {
                Hash = hashes.Add(DesoKeys.Hash(at, "hash", row.Hash)), Poster = keys.Read(at, "poster", row.Poster),
                Parent = ParentOf(at, row, keys),
                Reposted = row.Reposted is null ? [] : DesoKeys.Hash(at, "reposted", row.Reposted),
                Body = row.Body, ImageUrls = row.ImageUrls, VideoUrls = row.VideoUrls, RawBody = row.RawBody,
                CreatorBasisPoints = row.CreatorBasisPoints, StakeMultipleBasisPoints = row.StakeMultipleBasisPoints,
                TimestampNanos = row.TimestampNanos, IsHidden = row.IsHidden, ConfirmationBlockHeight = row.ConfirmationBlockHeight,
                LikeCount = row.LikeCount, DiamondCount = row.DiamondCount, IsPinned = row.IsPinned, ExtraData = DesoKeys.ExtraData(at, row.ExtraData, row.ExtraDataHex),
                CommentCount = row.CommentCount, RepostCount = row.RepostCount, QuoteRepostCount = row.QuoteRepostCount,
                Nft = NftOf(at, row.Nft, keys),
            });
        }
    }

    private static byte[] ParentOf(RowPlace at, PostRow row, DesoKeys keys)
    {
        if (row.Parent is null) return [];
        return PublicKey.TryRead(row.Parent, out _) ? keys.Read(at, "parent", row.Parent).Bytes : DesoKeys.Hash(at, "parent", row.Parent);
    }

    private static Nft? NftOf(RowPlace at, NftRow? row, DesoKeys keys) => row is null ? null : new Nft
    {
        IsFrozen = row.IsFrozen, Copies = row.Copies, CopiesForSale = row.CopiesForSale, CopiesBurned = row.CopiesBurned, HasUnlockable = row.HasUnlockable,
        RoyaltyToCreatorBasisPoints = row.RoyaltyToCreatorBasisPoints, RoyaltyToCoinBasisPoints = row.RoyaltyToCoinBasisPoints,
        DesoRoyalties = Royalties(at, row.DesoRoyalties, keys), CoinRoyalties = Royalties(at, row.CoinRoyalties, keys),
    };

    private static IReadOnlyList<(PublicKey, ulong)> Royalties(RowPlace at, IReadOnlyList<RoyaltyRow> rows, DesoKeys keys) =>
        [.. rows.Select(row => (keys.Read(at, "nft", row.PublicKey), row.BasisPoints))];

    private static void AddDerivedKeys(IReadOnlyList<DerivedKeyRow> rows, GraphBuilder graph, DesoKeys keys)
    {
        var at = new RowPlace("derivedKeys");
        var pairs = new UniqueRows(at);
        foreach (var row in rows)
        {
            at.Next();
            var (owner, derived) = (keys.Read(at, "owner", row.Owner), keys.Read(at, "derived", row.Derived));
            pairs.Add(DerivedKey.PairKey(owner, derived), "owner and derived: the same as another row's");
            graph.Add(new DerivedKey { Owner = owner, Derived = derived, ExpirationBlock = row.ExpirationBlock, IsValid = row.IsValid, Memo = row.Memo, ExtraData = DesoKeys.ExtraData(at, row.ExtraData, row.ExtraDataHex) });
        }
    }

    /// <summary>Built in where a file names none, as credentials are: they never end.</summary>
    private static void AddBuiltInDerivedKeys(GraphBuilder graph)
    {
        foreach (var (owner, derived) in UserKeys.First)
            graph.Add(new DerivedKey { Owner = owner, Derived = derived, ExpirationBlock = uint.MaxValue, Memo = "Emulator" });
    }
}
