using Emulation.Apis.Deso.Responses;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Http;

namespace Emulation.Apis.Deso.Handlers;

/// <summary>A key that may sign for another, and what it may do: here, everything. Source: deso-protocol/backend routes/user.go.</summary>
static class SingleDerivedKey
{
    private const string BadOwner = "GetSingleDerivedKey: Problem decoding owner public key {0}: {1}";
    private const string BadDerived = "GetSingleDerivedKey: Problem decoding derived public key {0}: {1}";
    private const string Missing = "GetSingleDerivedKey: DerivedKey was not found";
    private const string NoChecksum = "CheckDecode: Checksum does not match";

    public static Reply Show(DesoContext context, Call call)
    {
        if (!PublicKey.TryRead(call["ownerPublicKeyBase58Check"], out var owner)) return Envelope.Error(400, BadOwner.Replace("{0}", call["ownerPublicKeyBase58Check"], StringComparison.Ordinal).Replace("{1}", NoChecksum, StringComparison.Ordinal));
        if (!PublicKey.TryRead(call["derivedPublicKeyBase58Check"], out var derived)) return Envelope.Error(400, BadDerived.Replace("{0}", call["derivedPublicKeyBase58Check"], StringComparison.Ordinal).Replace("{1}", NoChecksum, StringComparison.Ordinal));
        if (call.Graph.Find<DerivedKey, BytesKey>(DerivedKey.ByPair, DerivedKey.PairKey(owner, derived)) is not { } found) return Envelope.Error(400, Missing);
        var network = context.Options.Network;
        return Envelope.Success(to =>
        {
            var json = new GoWriter(to);
            json.Open('{');
            json.Name("DerivedKey"u8);
            json.Open('{');
            json.Name("OwnerPublicKeyBase58Check"u8);
            json.Ascii(found.Owner.Ascii(network));
            json.Name("DerivedPublicKeyBase58Check"u8);
            json.Ascii(found.Derived.Ascii(network));
            json.Name("ExpirationBlock"u8);
            json.Number(found.ExpirationBlock);
            json.Name("IsValid"u8);
            json.Flag(found.IsValid);
            json.Name("ExtraData"u8);
            ExtraDataEntry.WriteOrNull(ref json, found.ExtraData, network);
            json.Name("TransactionSpendingLimit"u8);
            WriteUnlimited(ref json);
            json.Name("Memo"u8);
            json.Text(found.Memo);
            json.Close('}');
            json.Close('}');
            json.End();
        });
    }

    private static void WriteUnlimited(ref GoWriter json)
    {
        json.Open('{');
        json.Name("GlobalDESOLimit"u8);
        json.Number(0);
        foreach (var map in (ReadOnlySpan<string>)["TransactionCountLimitMap", "CreatorCoinOperationLimitMap", "DAOCoinOperationLimitMap", "NFTOperationLimitMap", "DAOCoinLimitOrderLimitMap"])
        {
            json.AnyName(System.Text.Encoding.ASCII.GetBytes(map));
            json.Open('{');
            json.Close('}');
        }
        foreach (var list in (ReadOnlySpan<string>)["AssociationLimitMap", "AccessGroupLimitMap", "AccessGroupMemberLimitMap", "StakeLimitMap", "UnstakeLimitMap", "UnlockStakeLimitMap", "LockupLimitMap"])
        {
            json.AnyName(System.Text.Encoding.ASCII.GetBytes(list));
            json.Open('[');
            json.Close(']');
        }
        json.Name("IsUnlimited"u8);
        json.Flag(true);
        json.Close('}');
    }
}
