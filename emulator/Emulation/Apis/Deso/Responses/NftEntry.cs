using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Responses;

/// <summary>The members of a post that say whether and how it can be owned.</summary>
static class NftEntry
{
    private static readonly Nft s_none = new();

    public static void Write(ref GoWriter json, Nft? owned, DesoOptions options)
    {
        var nft = owned ?? s_none;
        json.Name("IsNFT"u8);
        json.Flag(owned is not null);
        if (options.Fields == FieldList.Current)
        {
            json.Name("IsFrozen"u8);
            json.Flag(nft.IsFrozen);
        }
        json.Name("NumNFTCopies"u8);
        json.Number(nft.Copies);
        json.Name("NumNFTCopiesForSale"u8);
        json.Number(nft.CopiesForSale);
        json.Name("NumNFTCopiesBurned"u8);
        json.Number(nft.CopiesBurned);
        json.Name("HasUnlockable"u8);
        json.Flag(nft.HasUnlockable);
        json.Name("NFTRoyaltyToCreatorBasisPoints"u8);
        json.Number(nft.RoyaltyToCreatorBasisPoints);
        json.Name("NFTRoyaltyToCoinBasisPoints"u8);
        json.Number(nft.RoyaltyToCoinBasisPoints);
        json.Name("AdditionalDESORoyaltiesMap"u8);
        WriteRoyalties(ref json, nft.DesoRoyalties, options.Network);
        json.Name("AdditionalCoinRoyaltiesMap"u8);
        WriteRoyalties(ref json, nft.CoinRoyalties, options.Network);
    }

    private static void WriteRoyalties(ref GoWriter json, IReadOnlyList<(PublicKey Key, ulong BasisPoints)> royalties, Network network)
    {
        json.Open('{');
        foreach (var (key, points) in royalties.OrderBy(royalty => royalty.Key.Text(network), StringComparer.Ordinal))
        {
            json.Name(key.Ascii(network));
            json.Number(points);
        }
        json.Close('}');
    }
}
