using System.Globalization;
using System.Numerics;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.Deso;

static class ProfileMapping
{
    private const int MostDigits = 64;

    private static readonly string[] s_restrictions =
        ["unrestricted", "profile_owner_only", "dao_members_only", "permanently_unrestricted"];

    public static void Add(DesoReader read)
    {
        var at = new RowPlace("profiles");
        var (keys, names) = (new UniqueRows(at), new HashSet<TextKey>());
        foreach (var row in at.Each(read.File.Profiles))
        {
            var key = read.Key(at, "publicKey", row.PublicKey);
            keys.Add(key.Key, $"publicKey: {row.PublicKey} is another row's");
            if (row.Username.Length == 0) throw at.Error("username: is empty; a profile has a name");
            if (!names.Add(Profile.NameKey(row.Username))) throw at.Error($"username: {row.Username} is another row's, whatever the case");
            read.Graph.Add(ToNode(row, key, at));
        }
    }

    public static ProfileRow ToRow(Profile profile)
    {
        var (texts, hexes) = DesoText.Of(profile.ExtraData);
        return new ProfileRow
        {
            PublicKey = DesoText.Of(profile.PublicKey),
            Username = profile.Username,
            Description = profile.Description,
            IsHidden = profile.IsHidden,
            IsVerified = profile.IsVerified,
            CoinEntry = ToRow(profile.CreatorCoin),
            DaoCoinEntry = ToRow(profile.DaoCoin),
            ExtraData = texts,
            ExtraDataHex = hexes,
            DesoBalanceNanos = profile.BalanceNanos,
            BestExchangeRateDesoPerDaoCoin = profile.BestExchangeRate,
        };
    }

    private static CreatorCoinRow ToRow(CreatorCoin coin) => new()
    {
        CreatorBasisPoints = coin.CreatorBasisPoints,
        DesoLockedNanos = coin.DeSoLockedNanos,
        NumberOfHolders = coin.NumberOfHolders,
        CoinsInCirculationNanos = coin.CoinsInCirculationNanos,
        CoinWatermarkNanos = coin.CoinWatermarkNanos,
    };

    private static DaoCoinRow ToRow(DaoCoin coin) => new()
    {
        NumberOfHolders = coin.NumberOfHolders,
        CoinsInCirculationNanos = coin.CoinsInCirculationNanos,
        MintingDisabled = coin.MintingDisabled,
        TransferRestrictionStatus = coin.TransferRestrictionStatus,
        LockupTransferRestrictionStatus = coin.LockupTransferRestrictionStatus,
    };

    public static Profile ToNode(ProfileRow row, PublicKey key, RowPlace at) => new()
    {
        PublicKey = key,
        Username = row.Username,
        Description = row.Description,
        IsHidden = row.IsHidden,
        IsVerified = row.IsVerified,
        CreatorCoin = ToNode(row.CoinEntry),
        DaoCoin = ToNode(at, row.DaoCoinEntry),
        ExtraData = DesoReader.ExtraData(at, row.ExtraData, row.ExtraDataHex),
        BalanceNanos = row.DesoBalanceNanos,
        BestExchangeRate = row.BestExchangeRateDesoPerDaoCoin,
    };

    private static CreatorCoin ToNode(CreatorCoinRow row) => new()
    {
        CreatorBasisPoints = row.CreatorBasisPoints,
        DeSoLockedNanos = row.DesoLockedNanos,
        NumberOfHolders = row.NumberOfHolders,
        CoinsInCirculationNanos = row.CoinsInCirculationNanos,
        CoinWatermarkNanos = row.CoinWatermarkNanos,
    };

    private static DaoCoin ToNode(RowPlace at, DaoCoinRow row) => new()
    {
        NumberOfHolders = row.NumberOfHolders,
        MintingDisabled = row.MintingDisabled,
        CoinsInCirculationNanos = Hexadecimal(at, row.CoinsInCirculationNanos),
        TransferRestrictionStatus = Restriction(at, row.TransferRestrictionStatus),
        LockupTransferRestrictionStatus = Restriction(at, row.LockupTransferRestrictionStatus),
    };

    private static string Restriction(RowPlace at, string status) => s_restrictions.Contains(status, StringComparer.Ordinal)
        ? status
        : throw at.Error($"daoCoinEntry: {status} is no restriction; {string.Join(", ", s_restrictions)} are");

    private static string Hexadecimal(RowPlace at, string text)
    {
        var number = text.StartsWith("0x", StringComparison.Ordinal) ? text[2..] : "";
        if (number.Length is 0 or > MostDigits || !number.All(char.IsAsciiHexDigit))
            throw at.Error($"daoCoinEntry.coinsInCirculationNanos: {text} is no number; give 0x and up to {MostDigits} hexadecimal digits");
        var value = BigInteger.Parse("0" + number, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var trimmed = value.ToString("x", CultureInfo.InvariantCulture).TrimStart('0');
        return "0x" + (trimmed.Length == 0 ? "0" : trimmed);
    }
}
