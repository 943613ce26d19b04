using System.Security.Cryptography;
using Emulation.Graphs;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Transactions;

/// <summary>Checks submitted transactions and applies them. Source: core lib/block_view.go, lib/block_view_association.go.</summary>
static class Acceptance
{
    /// <summary>A nonce expires at most this many blocks after the tip.</summary>
    public const uint MaxValidity = 86400;

    private const string InputsOfOldModel = "RuleErrorBalanceModelDoesNotUseUTXOInputs";
    private const string NoNonce = "TxErrorNoNonceAfterBalanceModelBlockHeight";
    private const string NonceExpired = "TxErrorNonceExpired";
    private const string NonceTooFar = "TxErrorNonceExpirationBlockHeightOffsetExceeded";
    private const string Duplicate = "TxErrorDuplicate";
    private const string NonceReused = "RuleErrorReusedNonce";
    private const string HighS = "_verifySignature: high-S deteceted: RuleErrorTxnSigHasHighS";
    private const string Unsigned = "RuleErrorTransactionHasNoSignature";
    private const string OwnerUnreadable = "_verifySignature: Problem parsing owner public key: : invalid public key";
    private const string BothKinds =
        "IsDerivedSignature: transaction signed with a derived key can either store public key in ExtraData or use the DeSo-DER "
            + "recoverable signature encoding but not BOTH: RuleErrorDerivedKeyHasBothExtraDataAndRecoveryId";
    private const string DerivedUnreadable = "RuleErrorDerivedKeyInvalidExtraData RuleErrorDerivedKeyInvalidRecoveryId";
    private const string DerivedUnknown =
        "Derived key mapping for owner not found: Owner: {0}, Derived key: {1}: RuleErrorDerivedKeyNotAuthorized";
    private const string DerivedExpired =
        "Derived key EITHER deactivated or block height expired. Expiration block height: {0}, Current block height: {1}: "
            + "RuleErrorDerivedKeyNotAuthorized";
    private const string DerivedWrong = "Signature check failed: : RuleErrorDerivedKeyNotAuthorized";
    private const string OwnerWrong = "RuleErrorInvalidTransactionSignature";

    /// <summary>Null, or the error with the name of the violated rule.</summary>
    public static string? Refuse(Graph graph, Transaction transaction, DesoOptions options, DateTimeOffset now)
    {
        var height = Chain.HeightOf(graph, now) + 1;
        if (graph.Find<Submitted, BytesKey>(Submitted.ByHash, new BytesKey(transaction.Hash())) is not null) return Duplicate;
        if (transaction.Inputs.Count > 0) return Within(transaction, InputsOfOldModel);
        if (options.Signatures == Signatures.Verify && RefuseSignature(graph, transaction, height, options.Network) is { } badSignature)
            return Within(transaction, "Problem verifying txn signature: : " + badSignature);
        if (RefuseNonce(graph, transaction, height) is { } badNonce) return Within(transaction, badNonce);
        return TransactionRules.Broken(graph, transaction);
    }

    /// <summary>The graph after a transaction that was not refused.</summary>
    public static Graph Apply(Graph graph, Transaction transaction, byte[] hash, DateTimeOffset now)
    {
        var height = Chain.HeightOf(graph, now) + 1;
        var transactor = new PublicKey(transaction.PublicKey);
        var nonce = (transaction.Nonce.ExpirationBlockHeight, transaction.Nonce.PartialId);
        var submitted = graph.Add(new Submitted { Hash = hash, Transactor = transactor, Height = height, Nonce = nonce });
        if (!transaction.IsCreate)
            return submitted.Remove(
                TransactionRules.Named(submitted, transaction)
                    ?? throw new InvalidOperationException("An association was deleted that is not in the graph."));
        return transaction.IsAboutUser
            ? Put(
                submitted,
                UserAssociation.ByTransactorAndTarget,
                UserAssociation.NaturalKey,
                UserAssociationOf(transaction, hash, transactor, height))
            : Put(
                submitted,
                PostAssociation.ByTransactor,
                PostAssociation.NaturalKey,
                PostAssociationOf(transaction, hash, transactor, height));
    }

    private static Graph Put<TAssociation>(
        Graph graph, Index<TAssociation, BytesKey> index, Func<TAssociation, BytesKey> keyOf, TAssociation association)
        where TAssociation : Association
    {
        if (graph.Find<TAssociation, BytesKey>(index, keyOf(association)) is not { } existing) return graph.Add(association);
        return graph.Replace(existing, association with { ExtraData = ExtraData.Merge(existing.ExtraData, association.ExtraData) });
    }

    private static UserAssociation UserAssociationOf(Transaction transaction, byte[] hash, PublicKey transactor, uint height) => new()
    {
        Id = hash, Transactor = transactor, Target = new PublicKey(
            transaction.Metadata.Target!), App = new PublicKey(transaction.Metadata.App!),
        Type =
            transaction.Metadata.AssociationType, Value =
                transaction.Metadata.AssociationValue, ExtraData = transaction.ExtraData, BlockHeight = height,
    };

    private static PostAssociation PostAssociationOf(Transaction transaction, byte[] hash, PublicKey transactor, uint height) => new()
    {
        Id = hash, Transactor = transactor, PostHash = transaction.Metadata.Target!, App = new PublicKey(transaction.Metadata.App!),
        Type =
            transaction.Metadata.AssociationType, Value =
                transaction.Metadata.AssociationValue, ExtraData = transaction.ExtraData, BlockHeight = height,
    };

    private static string? RefuseNonce(Graph graph, Transaction transaction, uint height)
    {
        if (transaction.Version == 0) return NoNonce;
        var nonce = transaction.Nonce;
        if (nonce.ExpirationBlockHeight < height) return NonceExpired;
        if (nonce.ExpirationBlockHeight > (ulong)height + MaxValidity) return NonceTooFar;
        if (transaction.PublicKey.Length == 0) return null;
        var key = Submitted.NonceKey(new PublicKey(transaction.PublicKey), (nonce.ExpirationBlockHeight, nonce.PartialId));
        return graph.Of(Submitted.ByNonce).Contains(key) ? NonceReused : null;
    }

    private static string? RefuseSignature(Graph graph, Transaction transaction, uint height, Network network)
    {
        if (TransactionSignature.Read(transaction.Signature) is not { } signature) return Unsigned;
        if (signature.Numbers.HasHighS) return HighS;
        var hash = SHA256.HashData(SHA256.HashData(transaction.ToBytes(signed: false)));
        var named = transaction.ExtraData?.Find("DerivedPublicKey"u8);
        if (named is not null && signature.Recovery is not null) return BothKinds;
        var derived = named ?? (signature.Recovery is { } which ? Secp256k1.Recover(hash, signature.Numbers, which) ?? [] : null);
        if (derived is not null && !Secp256k1.IsOnCurve(derived)) return DerivedUnreadable;
        if (!Secp256k1.IsOnCurve(transaction.PublicKey)) return OwnerUnreadable;
        if (derived is null) return Secp256k1.Verify(hash, signature.Numbers, transaction.PublicKey) ? null : OwnerWrong;
        var owner = new PublicKey(transaction.PublicKey);
        if (RefuseDerived(graph, owner, new PublicKey(derived), height, network) is { } unauthorized) return unauthorized;
        return Secp256k1.Verify(hash, signature.Numbers, derived) ? null : DerivedWrong;
    }

    private static string? RefuseDerived(Graph graph, PublicKey owner, PublicKey derived, uint height, Network network)
    {
        if (graph.Find<DerivedKey, BytesKey>(DerivedKey.ByPair, DerivedKey.PairKey(owner, derived)) is not { } found)
            return DerivedUnknown.Replace("{0}", owner.Text(network), StringComparison.Ordinal).Replace(
                "{1}", derived.Text(network), StringComparison.Ordinal);
        if (found.IsValid && found.ExpirationBlock > height) return null;
        return DerivedExpired.Replace("{0}", $"{found.ExpirationBlock}", StringComparison.Ordinal)
            .Replace("{1}", $"{height}", StringComparison.Ordinal);
    }

    private static string Within(Transaction transaction, string text) => $"_connect{transaction.Type}: : {text}";
}
