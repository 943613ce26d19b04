using Emulation.Apis.Deso.Requests;
using Emulation.Graphs.Deso;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Responses;

/// <summary>Writes an association.</summary>
static class AssociationEntry
{
    /// <summary>The members that every response has; included profiles and posts follow.</summary>
    public static void WriteOwn(ref JsonWriter json, Association association, Network network)
    {
        json.Hex("AssociationID"u8, association.Id);
        json.Ascii("TransactorPublicKeyBase58Check"u8, association.Transactor.Ascii(network));
        WriteTarget(ref json, association, network);
        json.Ascii("AppPublicKeyBase58Check"u8, association.App.Ascii(network));
        json.EscapedText("AssociationType"u8, association.Type);
        json.EscapedText("AssociationValue"u8, association.Value);
        json.Name("ExtraData"u8);
        ExtraDataEntry.WriteOrNull(ref json, association.ExtraData, network);
        json.Unsigned("BlockHeight"u8, association.BlockHeight);
    }

    /// <summary>In a list, the members for included entries are always null.</summary>
    public static void WriteListed(ref JsonWriter json, Association association, Network network)
    {
        json.StartObject();
        WriteOwn(ref json, association, network);
        json.Null("TransactorProfile"u8);
        if (association is UserAssociation)
        {
            json.Null("TargetUserProfile"u8);
        }
        else
        {
            json.Null("PostEntry"u8);
            json.Null("PostAuthorProfile"u8);
        }
        json.Null("AppProfile"u8);
        json.EndObject();
    }

    private static void WriteTarget(ref JsonWriter json, Association association, Network network)
    {
        switch (association)
        {
            case UserAssociation user:
                json.Ascii("TargetUserPublicKeyBase58Check"u8, user.Target.Ascii(network));
                return;
            case PostAssociation post:
                json.Hex("PostHashHex"u8, post.PostHash);
                return;
            default:
                throw new InvalidOperationException($"{association.Kind.Name} is no association.");
        }
    }
}
