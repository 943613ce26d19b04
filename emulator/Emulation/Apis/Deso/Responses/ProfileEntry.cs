using System.Text;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Responses;

/// <summary>A profile as the association routes print it. Source: deso-protocol/backend routes/user.go, ProfileEntryResponse.</summary>
static class ProfileEntry
{
    // The price of a coin: nanos locked by (coins in circulation times the reserve ratio 0.3333333).
    private const ulong RatioParts = 3_333_333;
    private const ulong RatioWhole = 10_000_000;
    private const ulong NanosPerUnit = 1_000_000_000;

    public static void WriteOrNull(ref GoWriter json, Profile? profile, DesoOptions options)
    {
        if (profile is null) json.Null();
        else Write(ref json, profile, options);
    }

    public static void Write(ref GoWriter json, Profile profile, DesoOptions options)
    {
        var price = Price(profile.CreatorCoin);
        json.Open('{');
        json.Name("PublicKeyBase58Check"u8);
        json.Ascii(profile.PublicKey.Ascii(options.Network));
        json.Name("Username"u8);
        json.Text(profile.Username);
        json.Name("Description"u8);
        json.Text(profile.Description);
        json.Name("IsHidden"u8);
        json.Flag(profile.IsHidden);
        json.Name("IsReserved"u8);
        json.Flag(false);
        json.Name("IsVerified"u8);
        json.Flag(profile.IsVerified);
        json.Name("Comments"u8);
        json.Null();
        json.Name("Posts"u8);
        json.Null();
        WriteCreatorCoin(ref json, profile.CreatorCoin);
        WriteDaoCoin(ref json, profile.DaoCoin, options);
        json.Name("CoinPriceDeSoNanos"u8);
        json.Number(price);
        json.Name("CoinPriceBitCloutNanos"u8);
        json.Number(price);
        json.Name("UsersThatHODL"u8);
        json.Null();
        json.Name("IsFeaturedTutorialWellKnownCreator"u8);
        json.Flag(false);
        json.Name("IsFeaturedTutorialUpAndComingCreator"u8);
        json.Flag(false);
        json.Name("ExtraData"u8);
        ExtraDataEntry.WriteOrNull(ref json, profile.ExtraData, options.Network);
        json.Name("DESOBalanceNanos"u8);
        json.Number(profile.BalanceNanos);
        json.Name("BestExchangeRateDESOPerDAOCoin"u8);
        json.Float(profile.BestExchangeRate);
        json.Close('}');
    }

    private static void WriteCreatorCoin(ref GoWriter json, CreatorCoin coin)
    {
        json.Name("CoinEntry"u8);
        json.Open('{');
        json.Name("CreatorBasisPoints"u8);
        json.Number(coin.CreatorBasisPoints);
        json.Name("DeSoLockedNanos"u8);
        json.Number(coin.DeSoLockedNanos);
        json.Name("NumberOfHolders"u8);
        json.Number(coin.NumberOfHolders);
        json.Name("CoinsInCirculationNanos"u8);
        json.Number(coin.CoinsInCirculationNanos);
        json.Name("CoinWatermarkNanos"u8);
        json.Number(coin.CoinWatermarkNanos);
        json.Name("BitCloutLockedNanos"u8);
        json.Number(coin.DeSoLockedNanos);
        json.Close('}');
    }

    private static void WriteDaoCoin(ref GoWriter json, DaoCoin coin, DesoOptions options)
    {
        json.Name("DAOCoinEntry"u8);
        json.Open('{');
        json.Name("NumberOfHolders"u8);
        json.Number(coin.NumberOfHolders);
        json.Name("CoinsInCirculationNanos"u8);
        json.Ascii(Encoding.ASCII.GetBytes(coin.CoinsInCirculationNanos));
        json.Name("MintingDisabled"u8);
        json.Flag(coin.MintingDisabled);
        json.Name("TransferRestrictionStatus"u8);
        json.Text(coin.TransferRestrictionStatus);
        if (options.Fields == FieldList.Current)
        {
            json.Name("LockupTransferRestrictionStatus"u8);
            json.Text(coin.LockupTransferRestrictionStatus);
        }
        json.Close('}');
    }

    private static ulong Price(CreatorCoin coin)
    {
        if (coin.CoinsInCirculationNanos == 0) return 0;
        var price = (UInt128)coin.DeSoLockedNanos * NanosPerUnit * RatioWhole / ((UInt128)coin.CoinsInCirculationNanos * RatioParts);
        return price > ulong.MaxValue ? ulong.MaxValue : (ulong)price;
    }
}
