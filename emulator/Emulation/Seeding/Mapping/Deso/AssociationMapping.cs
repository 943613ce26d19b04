using System.Security.Cryptography;
using System.Text;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.Deso;

/// <summary>User associations, which have a target, and post associations, which have a post.</summary>
static class AssociationMapping
{
    private const int LongestType = 64;
    private const int LongestValue = 256;

    public static void Add(DesoReader read)
    {
        AddUserAssociations(read);
        AddPostAssociations(read);
    }

    public static AssociationRow ToRow(UserAssociation association)
    {
        var row = Common(association);
        row.Target = DesoText.Of(association.Target);
        return row;
    }

    public static AssociationRow ToRow(PostAssociation association)
    {
        var row = Common(association);
        row.Post = DesoText.Hex(association.PostHash);
        return row;
    }

    private static AssociationRow Common(Association association)
    {
        var (texts, hexes) = DesoText.Of(association.ExtraData);
        var (type, value) = (DesoText.TextOf(association.Type), DesoText.TextOf(association.Value));
        return new AssociationRow
        {
            Id = DesoText.Hex(association.Id),
            Transactor = DesoText.Of(association.Transactor),
            App = association.App.Equals(PublicKey.Zero) ? null : DesoText.Of(association.App),
            Type = type,
            TypeHex = type is null ? DesoText.Hex(association.Type) : null,
            Value = value,
            ValueHex = value is null ? DesoText.Hex(association.Value) : null,
            ExtraData = texts,
            ExtraDataHex = hexes,
            BlockHeight = association.BlockHeight,
        };
    }

    private static void AddUserAssociations(DesoReader read)
    {
        var at = new RowPlace("userAssociations");
        var (ids, naturals) = (new UniqueRows(at), new UniqueRows(at));
        foreach (var row in at.Each(read.File.UserAssociations))
        {
            if (row.Post is not null) throw at.Error("post: belongs to post associations; a user association has a target");
            var association = ToUserAssociation(read, row, at);
            naturals.Add(UserAssociation.NaturalKey(association), "transactor, target, app, type and value: the same as another row's");
            ids.Add(association.Id);
            read.Graph.Add(association);
        }
    }

    private static void AddPostAssociations(DesoReader read)
    {
        var at = new RowPlace("postAssociations");
        var (ids, naturals) = (new UniqueRows(at), new UniqueRows(at));
        foreach (var row in at.Each(read.File.PostAssociations))
        {
            if (row.Target is not null) throw at.Error("target: belongs to user associations; a post association has a post");
            var association = ToPostAssociation(read, row, at);
            naturals.Add(PostAssociation.NaturalKey(association), "transactor, post, app, type and value: the same as another row's");
            ids.Add(association.Id);
            read.Graph.Add(association);
        }
    }

    public static UserAssociation ToUserAssociation(DesoReader read, AssociationRow row, RowPlace at)
    {
        var (transactor, app) = (read.Key(at, "transactor", row.Transactor), AppOf(read, row, at));
        var target = read.Key(at, "target", row.Target
            ?? throw at.Error("target: is missing; give the public key of the user it is about"));
        var (type, value) = (TypeOf(row, at), ValueOf(row, at));
        var natural = AssociationKey.Of([transactor.Bytes, target.Bytes], type, value, [app.Bytes]);
        return new UserAssociation
        {
            Id = IdOf(row, "user", natural, at),
            Transactor = transactor,
            Target = target,
            App = app,
            Type = type,
            Value = value,
            ExtraData = DesoReader.ExtraData(at, row.ExtraData, row.ExtraDataHex),
            BlockHeight = DesoReader.Height(at, "blockHeight", row.BlockHeight),
        };
    }

    public static PostAssociation ToPostAssociation(DesoReader read, AssociationRow row, RowPlace at)
    {
        var (transactor, app) = (read.Key(at, "transactor", row.Transactor), AppOf(read, row, at));
        var post = DesoReader.Hash(at, "post", row.Post ?? throw at.Error("post: is missing; give the hash of the post it is about"));
        var (type, value) = (TypeOf(row, at), ValueOf(row, at));
        var natural = AssociationKey.Of([transactor.Bytes], type, value, [post, app.Bytes]);
        return new PostAssociation
        {
            Id = IdOf(row, "post", natural, at),
            Transactor = transactor,
            PostHash = post,
            App = app,
            Type = type,
            Value = value,
            ExtraData = DesoReader.ExtraData(at, row.ExtraData, row.ExtraDataHex),
            BlockHeight = DesoReader.Height(at, "blockHeight", row.BlockHeight),
        };
    }

    private static PublicKey AppOf(DesoReader read, AssociationRow row, RowPlace at) =>
        row.App is null ? PublicKey.Zero : read.Key(at, "app", row.App);

    private static byte[] TypeOf(AssociationRow row, RowPlace at) => Bytes(at, "type", row.Type, row.TypeHex, LongestType);

    private static byte[] ValueOf(AssociationRow row, RowPlace at) => Bytes(at, "value", row.Value, row.ValueHex, LongestValue);

    private static byte[] Bytes(RowPlace at, string member, string? text, string? hex, int longest)
    {
        if (text is null && hex is null) throw at.Error($"{member}: is missing; give the {member} of the association");
        var bytes = hex is null ? Encoding.UTF8.GetBytes(text!) : DesoReader.Hex(at, member + "Hex", hex);
        if (bytes.Length == 0 || bytes.Length > longest)
            throw at.Error($"{member}: has {bytes.Length} bytes of UTF-8; 1 to {longest} are allowed");
        if (bytes.AsSpan().Contains((byte)0)) throw at.Error($"{member}: has a NUL, which is not allowed");
        return bytes;
    }

    private static byte[] IdOf(AssociationRow row, string kind, BytesKey natural, RowPlace at) => row.Id is not null
        ? DesoReader.Hash(at, "id", row.Id)
        : SHA256.HashData(SHA256.HashData([.. Encoding.ASCII.GetBytes(kind), .. natural.Bytes]));
}
