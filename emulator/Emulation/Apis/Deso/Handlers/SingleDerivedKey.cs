using Emulation.Apis.Deso.Responses;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Handlers;

/// <summary>A derived key, which may sign for its owner without limits. Source: deso-protocol/backend routes/user.go.</summary>
static class SingleDerivedKey
{
    private const string BadOwner = "GetSingleDerivedKey: Problem decoding owner public key {0}: {1}";
    private const string BadDerived = "GetSingleDerivedKey: Problem decoding derived public key {0}: {1}";
    private const string Missing = "GetSingleDerivedKey: DerivedKey was not found";
    private const string NoChecksum = "CheckDecode: Checksum does not match";

    private static readonly string[] s_maps =
    [
        "TransactionCountLimitMap", "CreatorCoinOperationLimitMap", "DAOCoinOperationLimitMap", "NFTOperationLimitMap",
        "DAOCoinLimitOrderLimitMap",
    ];

    private static readonly string[] s_lists =
    [
        "AssociationLimitMap", "AccessGroupLimitMap", "AccessGroupMemberLimitMap", "StakeLimitMap", "UnstakeLimitMap",
        "UnlockStakeLimitMap", "LockupLimitMap",
    ];

    public static Reply Show(DesoContext context, Call call)
    {
        var (ownerText, derivedText) = (call["ownerPublicKeyBase58Check"], call["derivedPublicKeyBase58Check"]);
        if (!PublicKey.TryRead(ownerText, out var owner)) return InvalidKey(BadOwner, ownerText);
        if (!PublicKey.TryRead(derivedText, out var derived)) return InvalidKey(BadDerived, derivedText);
        var pair = DerivedKey.PairKey(owner, derived);
        if (call.Graph.Find<DerivedKey, BytesKey>(DerivedKey.ByPair, pair) is not { } found) return Envelope.Error(400, Missing);
        var network = context.Options.Network;
        return Envelope.Success((ref json) =>
        {
            json.StartObject("DerivedKey"u8);
            json.Ascii("OwnerPublicKeyBase58Check"u8, found.Owner.Ascii(network));
            json.Ascii("DerivedPublicKeyBase58Check"u8, found.Derived.Ascii(network));
            json.Unsigned("ExpirationBlock"u8, found.ExpirationBlock);
            json.Flag("IsValid"u8, found.IsValid);
            json.Name("ExtraData"u8);
            ExtraDataEntry.WriteOrNull(ref json, found.ExtraData, network);
            json.Name("TransactionSpendingLimit"u8);
            WriteUnlimited(ref json);
            json.Text("Memo"u8, found.Memo);
            json.EndObject();
        });
    }

    private static Reply InvalidKey(string text, string key) =>
        Envelope.Error(400, text.Replace("{0}", key, StringComparison.Ordinal).Replace("{1}", NoChecksum, StringComparison.Ordinal));

    private static void WriteUnlimited(ref JsonWriter json)
    {
        json.StartObject();
        json.Number("GlobalDESOLimit"u8, 0);
        foreach (var map in s_maps)
        {
            json.Name(map);
            json.StartObject();
            json.EndObject();
        }
        foreach (var list in s_lists)
        {
            json.Name(list);
            json.StartArray();
            json.EndArray();
        }
        json.Flag("IsUnlimited"u8, true);
        json.EndObject();
    }
}
