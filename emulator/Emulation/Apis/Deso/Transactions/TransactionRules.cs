using Emulation.Apis.Deso.Resources;
using Emulation.Graphs;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Transactions;

/// <summary>
/// The chain's rules for transactions, at construction and submission. Source: core lib/block_view_association.go, lib/errors.go.
/// </summary>
static class TransactionRules
{
    public const string InvalidTransactor = "RuleErrorAssociationInvalidTransactor";
    public const string InvalidTargetUser = "RuleErrorUserAssociationInvalidTargetUser";
    public const string InvalidPost = "RuleErrorPostAssociationInvalidPost";
    public const string InvalidApp = "RuleErrorAssociationInvalidApp";
    public const string InvalidType = "RuleErrorAssociationInvalidType";
    public const string InvalidValue = "RuleErrorAssociationInvalidValue";
    public const string NotFound = "RuleErrorAssociationNotFound";

    private const int MaxTypeLength = 64;
    private const int MaxValueLength = 256;

    /// <summary>The first violated rule, or null.</summary>
    public static string? Broken(Graph graph, Transaction transaction) =>
        transaction.IsCreate ? BrokenByCreate(graph, transaction) : BrokenByDelete(graph, transaction);

    /// <summary>The association that a deletion refers to.</summary>
    public static Association? Named(Graph graph, Transaction transaction) =>
        (transaction.IsAboutUser ? AssociationKind.User : AssociationKind.Post).Find(graph, transaction.Metadata.AssociationId);

    private static string? BrokenByCreate(Graph graph, Transaction transaction)
    {
        var metadata = transaction.Metadata;
        if (transaction.PublicKey.Length == 0) return InvalidTransactor;
        if (metadata.Target is null) return InvalidTargetUser;
        if (!transaction.IsAboutUser && graph.Find<Post, BytesKey>(Post.ByHash, new BytesKey(metadata.Target)) is null) return InvalidPost;
        if (metadata.App is null) return InvalidApp;
        if (!IsText(metadata.AssociationType, MaxTypeLength) || metadata.AssociationType.AsSpan().StartsWith("DESO"u8)) return InvalidType;
        return IsText(metadata.AssociationValue, MaxValueLength) ? null : InvalidValue;
    }

    private static string? BrokenByDelete(Graph graph, Transaction transaction)
    {
        if (Named(graph, transaction) is not { } named) return NotFound;
        return named.Transactor.Bytes.AsSpan().SequenceEqual(transaction.PublicKey) ? null : InvalidTransactor;
    }

    private static bool IsText(byte[] bytes, int maxLength) =>
        bytes.Length > 0 && bytes.Length <= maxLength && !bytes.AsSpan().Contains((byte)0);
}
