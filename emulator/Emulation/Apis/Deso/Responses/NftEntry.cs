using Emulation.Graphs.Deso;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Responses;

/// <summary>Writes the NFT members of a post.</summary>
static class NftEntry
{
    private static readonly Nft s_none = new();

    public static void Write(ref JsonWriter json, Nft? owned, DesoOptions options)
    {
        var nft = owned ?? s_none;
        json.Flag("IsNFT"u8, owned is not null);
        if (options.Fields == FieldList.Current)
        {
            json.Flag("IsFrozen"u8, nft.IsFrozen);
        }
        json.Unsigned("NumNFTCopies"u8, nft.Copies);
        json.Unsigned("NumNFTCopiesForSale"u8, nft.CopiesForSale);
        json.Unsigned("NumNFTCopiesBurned"u8, nft.CopiesBurned);
        json.Flag("HasUnlockable"u8, nft.HasUnlockable);
        json.Unsigned("NFTRoyaltyToCreatorBasisPoints"u8, nft.RoyaltyToCreatorBasisPoints);
        json.Unsigned("NFTRoyaltyToCoinBasisPoints"u8, nft.RoyaltyToCoinBasisPoints);
        json.Name("AdditionalDESORoyaltiesMap"u8);
        WriteRoyalties(ref json, nft.DesoRoyalties, options.Network);
        json.Name("AdditionalCoinRoyaltiesMap"u8);
        WriteRoyalties(ref json, nft.CoinRoyalties, options.Network);
    }

    private static void WriteRoyalties(ref JsonWriter json, IReadOnlyList<(PublicKey Key, ulong BasisPoints)> royalties, Network network)
    {
        json.StartObject();
        foreach (var (key, points) in royalties.OrderBy(royalty => royalty.Key.Text(network), StringComparer.Ordinal))
        {
            json.Unsigned(key.Ascii(network), points);
        }
        json.EndObject();
    }
}
