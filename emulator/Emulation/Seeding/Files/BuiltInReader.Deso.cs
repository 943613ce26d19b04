namespace Emulation.Seeding.Files;

static partial class BuiltInReader
{
    private static ChainRow Chain(BuiltInRow row) => new() { Height = row.UInt("height") ?? 0 };

    private static ProfileRow Profile(BuiltInRow row) => new()
    {
        PublicKey = row.Text("publicKey") ?? "", Username = row.Text("username") ?? "", Description = row.Text("description") ?? "",
        IsHidden = row.Flag("isHidden"), IsVerified = row.Flag("isVerified"), CoinEntry = row.Row("coinEntry", CreatorCoin) ?? new(),
        DaoCoinEntry = row.Row("daoCoinEntry", DaoCoin) ?? new(), ExtraData = row.TextMap("extraData"), DesoBalanceNanos = row.ULong("desoBalanceNanos") ?? 0,
        BestExchangeRateDesoPerDaoCoin = row.Double("bestExchangeRateDesoPerDaoCoin") ?? 0,
    };

    private static CreatorCoinRow CreatorCoin(BuiltInRow row) => new()
    {
        CreatorBasisPoints = row.ULong("creatorBasisPoints") ?? 0, DesoLockedNanos = row.ULong("desoLockedNanos") ?? 0,
        NumberOfHolders = row.ULong("numberOfHolders") ?? 0, CoinsInCirculationNanos = row.ULong("coinsInCirculationNanos") ?? 0,
        CoinWatermarkNanos = row.ULong("coinWatermarkNanos") ?? 0,
    };

    private static DaoCoinRow DaoCoin(BuiltInRow row) => new()
    {
        NumberOfHolders = row.ULong("numberOfHolders") ?? 0, CoinsInCirculationNanos = row.Text("coinsInCirculationNanos") ?? "0x0",
        MintingDisabled = row.Flag("mintingDisabled"), TransferRestrictionStatus = row.Text("transferRestrictionStatus") ?? "unrestricted",
        LockupTransferRestrictionStatus = row.Text("lockupTransferRestrictionStatus") ?? "unrestricted",
    };

    private static PostRow Post(BuiltInRow row) => new()
    {
        Hash = row.Text("hash") ?? "", Poster = row.Text("poster") ?? "", Parent = row.Text("parent"), Body = row.Text("body") ?? "",
        ImageUrls = row.Texts("imageUrls") ?? [], VideoUrls = row.Texts("videoUrls") ?? [], RawBody = row.Text("rawBody"), Reposted = row.Text("reposted"),
        CreatorBasisPoints = row.ULong("creatorBasisPoints") ?? 1000, StakeMultipleBasisPoints = row.ULong("stakeMultipleBasisPoints") ?? 12500,
        TimestampNanos = row.ULong("timestampNanos") ?? 0, IsHidden = row.Flag("isHidden"), ConfirmationBlockHeight = row.UInt("confirmationBlockHeight") ?? 0,
        LikeCount = row.ULong("likeCount") ?? 0, DiamondCount = row.ULong("diamondCount") ?? 0, IsPinned = row.Flag("isPinned"),
        ExtraData = row.TextMap("extraData"), CommentCount = row.ULong("commentCount") ?? 0, RepostCount = row.ULong("repostCount") ?? 0,
        QuoteRepostCount = row.ULong("quoteRepostCount") ?? 0,
    };

    private static AssociationRow Association(BuiltInRow row) => new()
    {
        Id = row.Text("id"), Transactor = row.Text("transactor") ?? "", Target = row.Text("target"), Post = row.Text("post"), App = row.Text("app"),
        Type = row.Text("type") ?? "", Value = row.Text("value") ?? "", ExtraData = row.TextMap("extraData"), BlockHeight = row.UInt("blockHeight") ?? 0,
    };

    private static DerivedKeyRow DerivedKey(BuiltInRow row) => new()
    {
        Owner = row.Text("owner") ?? "", Derived = row.Text("derived") ?? "", ExpirationBlock = row.ULong("expirationBlock") ?? 0,
        IsValid = row.Flag("isValid", true), Memo = row.Text("memo") ?? "",
    };
}
