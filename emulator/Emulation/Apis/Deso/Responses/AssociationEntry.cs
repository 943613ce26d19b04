using Emulation.Apis.Deso.Requests;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Responses;

/// <summary>The members that an association has in every answer; the joined ones follow.</summary>
static class AssociationEntry
{
    public static void WriteOwn(ref GoWriter json, Association association, Network network)
    {
        json.Name("AssociationID"u8);
        json.Hex(association.Id);
        json.Name("TransactorPublicKeyBase58Check"u8);
        json.Ascii(association.Transactor.Ascii(network));
        WriteAbout(ref json, association, network);
        json.Name("AppPublicKeyBase58Check"u8);
        json.Ascii(association.App.Ascii(network));
        json.Name("AssociationType"u8);
        json.Text(association.Type);
        json.Name("AssociationValue"u8);
        json.Text(association.Value);
        json.Name("ExtraData"u8);
        ExtraDataEntry.WriteOrNull(ref json, association.ExtraData, network);
        json.Name("BlockHeight"u8);
        json.Number(association.BlockHeight);
    }

    /// <summary>In a list nothing is joined, whatever was asked to come along.</summary>
    public static void WriteListed(ref GoWriter json, Association association, Network network)
    {
        json.Open('{');
        WriteOwn(ref json, association, network);
        json.Name("TransactorProfile"u8);
        json.Null();
        if (association is UserAssociation)
        {
            json.Name("TargetUserProfile"u8);
            json.Null();
        }
        else
        {
            json.Name("PostEntry"u8);
            json.Null();
            json.Name("PostAuthorProfile"u8);
            json.Null();
        }
        json.Name("AppProfile"u8);
        json.Null();
        json.Close('}');
    }

    private static void WriteAbout(ref GoWriter json, Association association, Network network)
    {
        switch (association)
        {
            case UserAssociation user:
                json.Name("TargetUserPublicKeyBase58Check"u8);
                json.Ascii(user.Target.Ascii(network));
                return;
            case PostAssociation post:
                json.Name("PostHashHex"u8);
                json.Hex(post.PostHash);
                return;
            default:
                throw new InvalidOperationException($"{association.Kind.Name} is no association.");
        }
    }
}
