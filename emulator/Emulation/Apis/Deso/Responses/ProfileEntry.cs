using System.Text;
using Emulation.Graphs.Deso;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Responses;

/// <summary>Writes a profile. Source: deso-protocol/backend routes/user.go, ProfileEntryResponse.</summary>
static class ProfileEntry
{
    // The price of a coin is the locked nanos divided by (coins in circulation × the reserve ratio 0.3333333).
    private const ulong RatioParts = 3_333_333;
    private const ulong RatioWhole = 10_000_000;
    private const ulong NanosPerUnit = 1_000_000_000;

    public static void WriteOrNull(ref JsonWriter json, Profile? profile, DesoOptions options)
    {
        if (profile is null) json.Null();
        else Write(ref json, profile, options);
    }

    public static void Write(ref JsonWriter json, Profile profile, DesoOptions options)
    {
        var price = Price(profile.CreatorCoin);
        json.StartObject();
        json.Ascii("PublicKeyBase58Check"u8, profile.PublicKey.Ascii(options.Network));
        json.Text("Username"u8, profile.Username);
        json.Text("Description"u8, profile.Description);
        json.Flag("IsHidden"u8, profile.IsHidden);
        json.Flag("IsReserved"u8, false);
        json.Flag("IsVerified"u8, profile.IsVerified);
        json.Null("Comments"u8);
        json.Null("Posts"u8);
        WriteCreatorCoin(ref json, profile.CreatorCoin);
        WriteDaoCoin(ref json, profile.DaoCoin, options);
        json.Unsigned("CoinPriceDeSoNanos"u8, price);
        json.Unsigned("CoinPriceBitCloutNanos"u8, price);
        json.Null("UsersThatHODL"u8);
        json.Flag("IsFeaturedTutorialWellKnownCreator"u8, false);
        json.Flag("IsFeaturedTutorialUpAndComingCreator"u8, false);
        json.Name("ExtraData"u8);
        ExtraDataEntry.WriteOrNull(ref json, profile.ExtraData, options.Network);
        json.Unsigned("DESOBalanceNanos"u8, profile.BalanceNanos);
        json.Float("BestExchangeRateDESOPerDAOCoin"u8, profile.BestExchangeRate);
        json.EndObject();
    }

    private static void WriteCreatorCoin(ref JsonWriter json, CreatorCoin coin)
    {
        json.StartObject("CoinEntry"u8);
        json.Unsigned("CreatorBasisPoints"u8, coin.CreatorBasisPoints);
        json.Unsigned("DeSoLockedNanos"u8, coin.DeSoLockedNanos);
        json.Unsigned("NumberOfHolders"u8, coin.NumberOfHolders);
        json.Unsigned("CoinsInCirculationNanos"u8, coin.CoinsInCirculationNanos);
        json.Unsigned("CoinWatermarkNanos"u8, coin.CoinWatermarkNanos);
        json.Unsigned("BitCloutLockedNanos"u8, coin.DeSoLockedNanos);
        json.EndObject();
    }

    private static void WriteDaoCoin(ref JsonWriter json, DaoCoin coin, DesoOptions options)
    {
        json.StartObject("DAOCoinEntry"u8);
        json.Unsigned("NumberOfHolders"u8, coin.NumberOfHolders);
        json.Ascii("CoinsInCirculationNanos"u8, Encoding.ASCII.GetBytes(coin.CoinsInCirculationNanos));
        json.Flag("MintingDisabled"u8, coin.MintingDisabled);
        json.Text("TransferRestrictionStatus"u8, coin.TransferRestrictionStatus);
        if (options.Fields == FieldList.Current)
        {
            json.Text("LockupTransferRestrictionStatus"u8, coin.LockupTransferRestrictionStatus);
        }
        json.EndObject();
    }

    private static ulong Price(CreatorCoin coin)
    {
        if (coin.CoinsInCirculationNanos == 0) return 0;
        var price = (UInt128)coin.DeSoLockedNanos * NanosPerUnit * RatioWhole / ((UInt128)coin.CoinsInCirculationNanos * RatioParts);
        return price > ulong.MaxValue ? ulong.MaxValue : (ulong)price;
    }
}
