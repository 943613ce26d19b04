using System.Security.Cryptography;
using System.Text;
using Emulation.Graphs;
using Emulation.Graphs.Deso;

namespace Emulation.Seeding.Files;

/// <summary>Turns DeSo's rows into nodes.</summary>
static class DesoPart
{
    private const int LongestType = 64;
    private const int LongestValue = 256;

    /// <exception cref="RowError">A row contradicts the format or another row.</exception>
    public static void Add(DatasetFile file, GraphBuilder graph)
    {
        var keys = new DesoKeys();
        graph.Add(new Chain { Height = file.Chain?.Height ?? Greatest(file) });
        DesoPeople.Add(file, graph, keys);
        AddUserAssociations(file.UserAssociations, graph, keys);
        AddPostAssociations(file.PostAssociations, graph, keys);
        AddTransactions(file.Transactions, graph, keys);
    }

    private static void AddUserAssociations(IReadOnlyList<AssociationRow> rows, GraphBuilder graph, DesoKeys keys)
    {
        var at = new RowPlace("userAssociations");
        var (ids, naturals) = (new UniqueRows(at), new UniqueRows(at));
        foreach (var row in rows)
        {
            at.Next();
            if (row.Post is not null) throw at.Error("post: belongs to post associations; a user association has a target");
            var (transactor, app) = (keys.Read(at, "transactor", row.Transactor), AppOf(at, row, keys));
            var target = keys.Read(at, "target", row.Target ?? throw at.Error("target: is missing; give the public key of the user it is about"));
            var (type, value) = (Bytes(at, "type", row.Type, row.TypeHex, LongestType), Bytes(at, "value", row.Value, row.ValueHex, LongestValue));
            var natural = AssociationKey.Of([transactor.Bytes, target.Bytes], type, value, [app.Bytes]);
            naturals.Add(natural, "transactor, target, app, type and value: the same as another row's");
            graph.Add(new UserAssociation
            {
                Id = ids.Add(IdOf(at, row, "user", natural)), Transactor = transactor, Target = target, App = app, Type = type, Value = value,
                ExtraData = DesoKeys.ExtraData(at, row.ExtraData, row.ExtraDataHex), BlockHeight = row.BlockHeight,
            });
        }
    }

    private static void AddPostAssociations(IReadOnlyList<AssociationRow> rows, GraphBuilder graph, DesoKeys keys)
    {
        var at = new RowPlace("postAssociations");
        var (ids, naturals) = (new UniqueRows(at), new UniqueRows(at));
        foreach (var row in rows)
        {
            at.Next();
            if (row.Target is not null) throw at.Error("target: belongs to user associations; a post association has a post");
            var (transactor, app) = (keys.Read(at, "transactor", row.Transactor), AppOf(at, row, keys));
            var post = DesoKeys.Hash(at, "post", row.Post ?? throw at.Error("post: is missing; give the hash of the post it is about"));
            var (type, value) = (Bytes(at, "type", row.Type, row.TypeHex, LongestType), Bytes(at, "value", row.Value, row.ValueHex, LongestValue));
            var natural = AssociationKey.Of([transactor.Bytes], type, value, [post, app.Bytes]);
            naturals.Add(natural, "transactor, post, app, type and value: the same as another row's");
            graph.Add(new PostAssociation
            {
                Id = ids.Add(IdOf(at, row, "post", natural)), Transactor = transactor, PostHash = post, App = app, Type = type, Value = value,
                ExtraData = DesoKeys.ExtraData(at, row.ExtraData, row.ExtraDataHex), BlockHeight = row.BlockHeight,
            });
        }
    }

    private static void AddTransactions(IReadOnlyList<TransactionRow> rows, GraphBuilder graph, DesoKeys keys)
    {
        var at = new RowPlace("transactions");
        var (hashes, nonces) = (new UniqueRows(at), new UniqueRows(at));
        foreach (var row in rows)
        {
            at.Next();
            var transactor = keys.Read(at, "transactor", row.Transactor);
            (ulong, ulong)? nonce = row.Nonce is { } given ? (given.ExpirationBlockHeight, given.PartialId) : null;
            if (nonce is { } used) nonces.Add(Submitted.NonceKey(transactor, used), "nonce: the same as another row's of this transactor");
            graph.Add(new Submitted { Hash = hashes.Add(DesoKeys.Hash(at, "hash", row.Hash)), Transactor = transactor, Height = row.Height, Nonce = nonce });
        }
    }

    private static PublicKey AppOf(RowPlace at, AssociationRow row, DesoKeys keys) => row.App is null ? PublicKey.Zero : keys.Read(at, "app", row.App);

    private static byte[] Bytes(RowPlace at, string member, string? text, string? hex, int longest)
    {
        if (text is null && hex is null) throw at.Error($"{member}: is missing; give the {member} of the association");
        var bytes = hex is null ? Encoding.UTF8.GetBytes(text!) : DesoKeys.Hex(at, member + "Hex", hex);
        if (bytes.Length == 0 || bytes.Length > longest) throw at.Error($"{member}: has {bytes.Length} bytes of UTF-8; 1 to {longest} are allowed");
        if (bytes.AsSpan().Contains((byte)0)) throw at.Error($"{member}: has a NUL, which is not allowed");
        return bytes;
    }

    private static byte[] IdOf(RowPlace at, AssociationRow row, string kind, BytesKey natural) =>
        row.Id is not null ? DesoKeys.Hash(at, "id", row.Id) : SHA256.HashData(SHA256.HashData([.. Encoding.ASCII.GetBytes(kind), .. natural.Bytes]));

    private static uint Greatest(DatasetFile file) =>
        file.UserAssociations.Concat(file.PostAssociations).Select(row => row.BlockHeight)
            .Concat(file.Posts.Select(row => row.ConfirmationBlockHeight)).DefaultIfEmpty().Max();
}
