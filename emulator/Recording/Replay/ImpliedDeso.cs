using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulation.Recordings.Replays;

/// <summary>Profiles, posts and associations of DeSo that answers show.</summary>
sealed class ImpliedDeso
{
    public ImpliedRows Profiles { get; } = new();

    public ImpliedRows Posts { get; } = new();

    public ImpliedRows UserAssociations { get; } = new();

    public ImpliedRows PostAssociations { get; } = new();

    public void Add(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray()) Add(item);
            return;
        }
        if (value.ValueKind != JsonValueKind.Object) return;
        if (ImpliedRows.Text(value, "PublicKeyBase58Check") is { } key && ImpliedRows.Text(value, "Username") is { Length: > 0 })
        {
            AddProfile(value, Profiles.Of(key));
        }
        else if (ImpliedRows.Text(value, "AssociationID") is { } id) AddAssociation(value, id);
        else if (ImpliedRows.Text(value, "PostHashHex") is { } hash && ImpliedRows.Text(value, "Body") is not null)
            AddPost(value, Posts.Of(hash));
        foreach (var member in value.EnumerateObject()) Add(member.Value);
    }

    private static void AddProfile(JsonElement value, JsonObject row)
    {
        ImpliedRows.Copy(value, row, "PublicKeyBase58Check=publicKey", "Username=username", "Description=description",
            "IsHidden=isHidden", "IsVerified=isVerified", "DESOBalanceNanos=desoBalanceNanos", "ExtraData=extraData",
            "BestExchangeRateDESOPerDAOCoin=bestExchangeRateDesoPerDaoCoin");
        AddPart(value, "CoinEntry", row, "coinEntry", "CreatorBasisPoints=creatorBasisPoints", "DeSoLockedNanos=desoLockedNanos",
            "NumberOfHolders=numberOfHolders", "CoinsInCirculationNanos=coinsInCirculationNanos", "CoinWatermarkNanos=coinWatermarkNanos");
        AddPart(value, "DAOCoinEntry", row, "daoCoinEntry", "NumberOfHolders=numberOfHolders",
            "CoinsInCirculationNanos=coinsInCirculationNanos", "MintingDisabled=mintingDisabled",
            "TransferRestrictionStatus=transferRestrictionStatus", "LockupTransferRestrictionStatus=lockupTransferRestrictionStatus");
    }

    private static void AddPost(JsonElement value, JsonObject row)
    {
        ImpliedRows.Copy(value, row, "PostHashHex=hash", "PosterPublicKeyBase58Check=poster", "Body=body", "ImageURLs=imageUrls",
            "VideoURLs=videoUrls", "CreatorBasisPoints=creatorBasisPoints", "StakeMultipleBasisPoints=stakeMultipleBasisPoints",
            "TimestampNanos=timestampNanos", "ConfirmationBlockHeight=confirmationBlockHeight", "IsHidden=isHidden", "LikeCount=likeCount",
            "DiamondCount=diamondCount", "IsPinned=isPinned", "PostExtraData=extraData", "CommentCount=commentCount",
            "RepostCount=repostCount", "QuoteRepostCount=quoteRepostCount");
        if (ImpliedRows.Text(value, "ParentStakeID") is { Length: > 0 } parent) row["parent"] = parent;
        if (value.TryGetProperty("RepostedPostEntryResponse", out var reposted) && ImpliedRows.Text(reposted, "PostHashHex") is { } hash)
            row["reposted"] = hash;
        if (value.TryGetProperty("IsNFT", out var isNft) && isNft.ValueKind == JsonValueKind.True) row["nft"] = Nft(value);
    }

    private static JsonObject Nft(JsonElement post)
    {
        var nft = new JsonObject();
        ImpliedRows.Copy(post, nft, "IsFrozen=isFrozen", "NumNFTCopies=copies", "NumNFTCopiesForSale=copiesForSale",
            "NumNFTCopiesBurned=copiesBurned", "HasUnlockable=hasUnlockable", "NFTRoyaltyToCreatorBasisPoints=royaltyToCreatorBasisPoints",
            "NFTRoyaltyToCoinBasisPoints=royaltyToCoinBasisPoints");
        AddRoyalties(post, "AdditionalDESORoyaltiesMap", nft, "desoRoyalties");
        AddRoyalties(post, "AdditionalCoinRoyaltiesMap", nft, "coinRoyalties");
        return nft;
    }

    private static void AddRoyalties(JsonElement post, string map, JsonObject nft, string list)
    {
        if (!post.TryGetProperty(map, out var royalties) || royalties.ValueKind != JsonValueKind.Object) return;
        foreach (var royalty in royalties.EnumerateObject())
        {
            var row = new JsonObject { ["publicKey"] = royalty.Name, ["basisPoints"] = JsonNode.Parse(royalty.Value.GetRawText()) };
            ImpliedRows.AddTo(nft, list, row);
        }
    }

    private static void AddPart(JsonElement value, string member, JsonObject row, string name, params ReadOnlySpan<string> members)
    {
        if (!value.TryGetProperty(member, out var from) || from.ValueKind != JsonValueKind.Object) return;
        var part = new JsonObject();
        ImpliedRows.Copy(from, part, members);
        row[name] = part;
    }

    private void AddAssociation(JsonElement value, string id)
    {
        var isOfPost = ImpliedRows.Text(value, "PostHashHex") is not null;
        ImpliedRows.Copy(value, (isOfPost ? PostAssociations : UserAssociations).Of(id), "AssociationID=id",
            "TransactorPublicKeyBase58Check=transactor", "TargetUserPublicKeyBase58Check=target", "PostHashHex=post",
            "AppPublicKeyBase58Check=app", "AssociationType=type", "AssociationValue=value", "BlockHeight=blockHeight",
            "ExtraData=extraData");
    }
}
