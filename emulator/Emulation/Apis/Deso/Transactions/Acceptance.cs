using System.Security.Cryptography;
using Emulation.Graphs;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Transactions;

/// <summary>Whether the chain takes a transaction, and what it makes of it. Source: core lib/block_view.go, lib/block_view_association.go.</summary>
static class Acceptance
{
    /// <summary>A nonce may end this many blocks ahead at most.</summary>
    public const uint LongestValidity = 86400;

    private const string InputsOfOldModel = "RuleErrorBalanceModelDoesNotUseUTXOInputs";
    private const string NoNonce = "TxErrorNoNonceAfterBalanceModelBlockHeight";
    private const string NonceExpired = "TxErrorNonceExpired";
    private const string NonceTooFar = "TxErrorNonceExpirationBlockHeightOffsetExceeded";
    private const string Duplicate = "TxErrorDuplicate";
    private const string NonceReused = "RuleErrorReusedNonce";
    private const string HighS = "_verifySignature: high-S deteceted: RuleErrorTxnSigHasHighS";
    private const string Unsigned = "RuleErrorTransactionHasNoSignature";
    private const string OwnerUnreadable = "_verifySignature: Problem parsing owner public key: : invalid public key";
    private const string BothKinds = "IsDerivedSignature: transaction signed with a derived key can either store public key in ExtraData or use the DeSo-DER recoverable signature encoding but not BOTH: RuleErrorDerivedKeyHasBothExtraDataAndRecoveryId";
    private const string DerivedUnreadable = "RuleErrorDerivedKeyInvalidExtraData RuleErrorDerivedKeyInvalidRecoveryId";
    private const string DerivedUnknown = "Derived key mapping for owner not found: Owner: {0}, Derived key: {1}: RuleErrorDerivedKeyNotAuthorized";
    private const string DerivedEnded = "Derived key EITHER deactivated or block height expired. Expiration block height: {0}, Current block height: {1}: RuleErrorDerivedKeyNotAuthorized";
    private const string DerivedWrong = "Signature check failed: : RuleErrorDerivedKeyNotAuthorized";
    private const string OwnerWrong = "RuleErrorInvalidTransactionSignature";

    /// <summary>Why it is refused, down to the name of the rule, or null.</summary>
    public static string? Refuse(Graph graph, Transaction transaction, DesoOptions options, DateTimeOffset now)
    {
        var height = Chain.HeightOf(graph, now) + 1;
        if (graph.Find<Submitted, BytesKey>(Submitted.ByHash, new BytesKey(transaction.Hash())) is not null) return Duplicate;
        if (transaction.Inputs.Count > 0) return Within(transaction, InputsOfOldModel);
        if (options.Signatures == Signatures.Verify && RefuseSignature(graph, transaction, height, options.Network) is { } forged)
            return Within(transaction, "Problem verifying txn signature: : " + forged);
        if (RefuseNonce(graph, transaction, height) is { } stale) return Within(transaction, stale);
        return Rules.Broken(graph, transaction);
    }

    /// <summary>The graph after a transaction that was not refused.</summary>
    public static Graph Apply(Graph graph, Transaction transaction, byte[] hash, DateTimeOffset now)
    {
        var height = Chain.HeightOf(graph, now) + 1;
        var transactor = new PublicKey(transaction.PublicKey);
        var nonce = (transaction.Nonce.ExpirationBlockHeight, transaction.Nonce.PartialId);
        var remembered = graph.Add(new Submitted { Hash = hash, Transactor = transactor, Height = height, Nonce = nonce });
        if (!transaction.IsCreate)
            return remembered.Remove(Rules.Named(remembered, transaction) ?? throw new InvalidOperationException("An association was deleted that is not in the graph."));
        return transaction.IsAboutUser
            ? Put(remembered, UserAssociation.ByTransactorAndTarget, UserAssociation.NaturalKey, MadeUser(transaction, hash, transactor, height))
            : Put(remembered, PostAssociation.ByTransactor, PostAssociation.NaturalKey, MadePost(transaction, hash, transactor, height));
    }

    private static Graph Put<TAssociation>(Graph graph, Index<TAssociation, BytesKey> index, Func<TAssociation, BytesKey> key, TAssociation made)
        where TAssociation : Association
    {
        if (graph.Find<TAssociation, BytesKey>(index, key(made)) is not { } old) return graph.Add(made);
        return graph.Replace(old, made with { ExtraData = ExtraData.Merge(old.ExtraData, made.ExtraData) });
    }

    private static UserAssociation MadeUser(Transaction transaction, byte[] hash, PublicKey transactor, uint height) => new()
    {
        Id = hash, Transactor = transactor, Target = new PublicKey(transaction.Metadata.About!), App = new PublicKey(transaction.Metadata.App!),
        Type = transaction.Metadata.AssociationType, Value = transaction.Metadata.AssociationValue, ExtraData = transaction.ExtraData, BlockHeight = height,
    };

    private static PostAssociation MadePost(Transaction transaction, byte[] hash, PublicKey transactor, uint height) => new()
    {
        Id = hash, Transactor = transactor, PostHash = transaction.Metadata.About!, App = new PublicKey(transaction.Metadata.App!),
        Type = transaction.Metadata.AssociationType, Value = transaction.Metadata.AssociationValue, ExtraData = transaction.ExtraData, BlockHeight = height,
    };

    private static string? RefuseNonce(Graph graph, Transaction transaction, uint height)
    {
        if (transaction.Version == 0) return NoNonce;
        var nonce = transaction.Nonce;
        if (nonce.ExpirationBlockHeight < height) return NonceExpired;
        if (nonce.ExpirationBlockHeight > (ulong)height + LongestValidity) return NonceTooFar;
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
        if (RefuseDerived(graph, new PublicKey(transaction.PublicKey), new PublicKey(derived), height, network) is { } unauthorized) return unauthorized;
        return Secp256k1.Verify(hash, signature.Numbers, derived) ? null : DerivedWrong;
    }

    private static string? RefuseDerived(Graph graph, PublicKey owner, PublicKey derived, uint height, Network network)
    {
        if (graph.Find<DerivedKey, BytesKey>(DerivedKey.ByPair, DerivedKey.PairKey(owner, derived)) is not { } found)
            return DerivedUnknown.Replace("{0}", owner.Text(network), StringComparison.Ordinal).Replace("{1}", derived.Text(network), StringComparison.Ordinal);
        if (found.IsValid && found.ExpirationBlock > height) return null;
        return DerivedEnded.Replace("{0}", $"{found.ExpirationBlock}", StringComparison.Ordinal).Replace("{1}", $"{height}", StringComparison.Ordinal);
    }

    private static string Within(Transaction transaction, string text) => $"_connect{transaction.Type}: : {text}";
}
