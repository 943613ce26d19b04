using System.Text;
using Emulation.Graphs;
using Emulation.Graphs.Deso;

namespace Emulation.Seeding.Export;

/// <summary>DeSo's rows. Keys are written as the test network prints them; they are read in either form.</summary>
static class DesoRows
{
    private const Network Printed = Network.Testnet;

    public static IEnumerable<Section> Sections(Graph graph) =>
    [
        Section.Of("profiles", Section.InOrder<Profile>(graph, Profile.NodeKind), Write),
        Section.Of("posts", Section.InOrder<Post>(graph, Post.NodeKind), Write),
        Section.Of("userAssociations", Section.InOrder<UserAssociation>(graph, UserAssociation.NodeKind), Write),
        Section.Of("postAssociations", Section.InOrder<PostAssociation>(graph, PostAssociation.NodeKind), Write),
        Section.Of("derivedKeys", Section.InOrder<DerivedKey>(graph, DerivedKey.NodeKind), Write),
        Section.Of("transactions", Section.InOrder<Submitted>(graph, Submitted.NodeKind), Write),
    ];

    private static void Write(RowPen pen, Profile profile)
    {
        pen.Text("publicKey", profile.PublicKey.Ascii(Printed));
        pen.Text("username", profile.Username);
        pen.Text("description", profile.Description, otherwise: "");
        pen.Flag("isHidden", profile.IsHidden);
        pen.Flag("isVerified", profile.IsVerified);
        var (creator, dao) = (profile.CreatorCoin, profile.DaoCoin);
        pen.BeginObject("coinEntry");
        pen.Count("creatorBasisPoints", creator.CreatorBasisPoints);
        pen.Count("desoLockedNanos", creator.DeSoLockedNanos);
        pen.Count("numberOfHolders", creator.NumberOfHolders);
        pen.Count("coinsInCirculationNanos", creator.CoinsInCirculationNanos);
        pen.Count("coinWatermarkNanos", creator.CoinWatermarkNanos);
        pen.EndObject();
        pen.BeginObject("daoCoinEntry");
        pen.Count("numberOfHolders", dao.NumberOfHolders);
        pen.Text("coinsInCirculationNanos", dao.CoinsInCirculationNanos, otherwise: "0x0");
        pen.Flag("mintingDisabled", dao.MintingDisabled);
        pen.Text("transferRestrictionStatus", dao.TransferRestrictionStatus, otherwise: DaoCoin.Unrestricted);
        pen.Text("lockupTransferRestrictionStatus", dao.LockupTransferRestrictionStatus, otherwise: DaoCoin.Unrestricted);
        pen.EndObject();
        Write(pen, profile.ExtraData);
        pen.Count("desoBalanceNanos", profile.BalanceNanos);
        pen.Figure("bestExchangeRateDesoPerDaoCoin", profile.BestExchangeRate, otherwise: 0);
    }

    private static void Write(RowPen pen, Post post)
    {
        pen.Hex("hash", post.Hash);
        pen.Text("poster", post.Poster.Ascii(Printed));
        if (post.Parent.Length == Base58Check.PublicKeySize) pen.Text("parent", new PublicKey(post.Parent).Ascii(Printed));
        else if (post.Parent.Length > 0) pen.Hex("parent", post.Parent);
        pen.Text("body", post.Body, otherwise: "");
        pen.Some("imageUrls", post.ImageUrls);
        pen.Some("videoUrls", post.VideoUrls);
        pen.Text("rawBody", post.RawBody);
        if (post.Reposted.Length > 0) pen.Hex("reposted", post.Reposted);
        pen.Count("creatorBasisPoints", post.CreatorBasisPoints, otherwise: 1000);
        pen.Count("stakeMultipleBasisPoints", post.StakeMultipleBasisPoints, otherwise: 12500);
        pen.Count("timestampNanos", post.TimestampNanos);
        pen.Flag("isHidden", post.IsHidden);
        pen.Number("confirmationBlockHeight", post.ConfirmationBlockHeight, otherwise: 0);
        pen.Count("likeCount", post.LikeCount);
        pen.Count("diamondCount", post.DiamondCount);
        pen.Flag("isPinned", post.IsPinned);
        Write(pen, post.ExtraData);
        pen.Count("commentCount", post.CommentCount);
        pen.Count("repostCount", post.RepostCount);
        pen.Count("quoteRepostCount", post.QuoteRepostCount);
        if (post.Nft is { } nft) Write(pen, nft);
    }

    private static void Write(RowPen pen, Nft nft)
    {
        pen.BeginObject("nft");
        pen.Flag("isFrozen", nft.IsFrozen);
        pen.Count("copies", nft.Copies);
        pen.Count("copiesForSale", nft.CopiesForSale);
        pen.Count("copiesBurned", nft.CopiesBurned);
        pen.Flag("hasUnlockable", nft.HasUnlockable);
        pen.Count("royaltyToCreatorBasisPoints", nft.RoyaltyToCreatorBasisPoints);
        pen.Count("royaltyToCoinBasisPoints", nft.RoyaltyToCoinBasisPoints);
        pen.Rows("desoRoyalties", nft.DesoRoyalties, Royalty);
        pen.Rows("coinRoyalties", nft.CoinRoyalties, Royalty);
        pen.EndObject();

        void Royalty((PublicKey Key, ulong BasisPoints) royalty)
        {
            pen.Text("publicKey", royalty.Key.Ascii(Printed));
            pen.Count("basisPoints", royalty.BasisPoints);
        }
    }

    private static void Write(RowPen pen, Association association)
    {
        pen.Hex("id", association.Id);
        pen.Text("transactor", association.Transactor.Ascii(Printed));
        if (association is UserAssociation user) pen.Text("target", user.Target.Ascii(Printed));
        if (association is PostAssociation post) pen.Hex("post", post.PostHash);
        if (!association.App.Equals(PublicKey.Zero)) pen.Text("app", association.App.Ascii(Printed));
        Write(pen, "type", "typeHex", association.Type);
        Write(pen, "value", "valueHex", association.Value);
        Write(pen, association.ExtraData);
        pen.Number("blockHeight", association.BlockHeight, otherwise: 0);
    }

    private static void Write(RowPen pen, DerivedKey key)
    {
        pen.Text("owner", key.Owner.Ascii(Printed));
        pen.Text("derived", key.Derived.Ascii(Printed));
        pen.Exactly("expirationBlock", key.ExpirationBlock);
        pen.Flag("isValid", key.IsValid, otherwise: true);
        pen.Text("memo", key.Memo, otherwise: "");
        Write(pen, key.ExtraData);
    }

    private static void Write(RowPen pen, Submitted transaction)
    {
        pen.Hex("hash", transaction.Hash);
        pen.Text("transactor", transaction.Transactor.Ascii(Printed));
        pen.Number("height", transaction.Height);
        if (transaction.Nonce is not { } nonce) return;
        pen.BeginObject("nonce");
        pen.Exactly("expirationBlockHeight", nonce.ExpirationBlockHeight);
        pen.Exactly("partialId", nonce.PartialId);
        pen.EndObject();
    }

    private static void Write(RowPen pen, string name, string hexName, byte[] bytes)
    {
        if (TextOf(bytes) is { } text) pen.Text(name, text);
        else pen.Hex(hexName, bytes);
    }

    /// <summary>As text where that reads back as the same bytes, the rest in hexadecimal digits.</summary>
    private static void Write(RowPen pen, ExtraData? data)
    {
        if (data is null) return;
        var (texts, hexes) = (new List<(string, string)>(), new List<(string, string)>());
        foreach (var (name, value) in data.Entries)
        {
            var isText = TextOf(name) is { } key && TextOf(ExtraDataText.Decode(name, value, Printed)) is { } text
                && ExtraDataText.TryEncode(key, text, out var read) && read.AsSpan().SequenceEqual(value);
            if (isText) texts.Add((Encoding.UTF8.GetString(name), Encoding.UTF8.GetString(ExtraDataText.Decode(name, value, Printed))));
            else hexes.Add((Convert.ToHexStringLower(name), Convert.ToHexStringLower(value)));
        }
        pen.Map("extraData", texts);
        pen.Map("extraDataHex", hexes);
    }

    /// <summary>Null of what is no UTF-8.</summary>
    private static string? TextOf(byte[] bytes) => System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
}
