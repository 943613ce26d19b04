using Emulation.Apis.Deso.Resources;
using Emulation.Graphs;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Transactions;

/// <summary>What the chain asks of a transaction, when it is made and when it is submitted. Source: core lib/block_view_association.go, lib/errors.go.</summary>
static class Rules
{
    public const string InvalidTransactor = "RuleErrorAssociationInvalidTransactor";
    public const string InvalidTargetUser = "RuleErrorUserAssociationInvalidTargetUser";
    public const string InvalidPost = "RuleErrorPostAssociationInvalidPost";
    public const string InvalidApp = "RuleErrorAssociationInvalidApp";
    public const string InvalidType = "RuleErrorAssociationInvalidType";
    public const string InvalidValue = "RuleErrorAssociationInvalidValue";
    public const string NotFound = "RuleErrorAssociationNotFound";

    private const int LongestType = 64;
    private const int LongestValue = 256;

    /// <summary>The first rule that is broken, or null.</summary>
    public static string? Broken(Graph graph, Transaction transaction) =>
        transaction.IsCreate ? BrokenByCreate(graph, transaction) : BrokenByDelete(graph, transaction);

    /// <summary>The association that a delete names.</summary>
    public static Association? Named(Graph graph, Transaction transaction) =>
        (transaction.IsAboutUser ? Subject.User : Subject.Post).Find(graph, transaction.Metadata.AssociationId);

    private static string? BrokenByCreate(Graph graph, Transaction transaction)
    {
        var metadata = transaction.Metadata;
        if (transaction.PublicKey.Length == 0) return InvalidTransactor;
        if (metadata.About is null) return InvalidTargetUser;
        if (!transaction.IsAboutUser && graph.Find<Post, BytesKey>(Post.ByHash, new BytesKey(metadata.About)) is null) return InvalidPost;
        if (metadata.App is null) return InvalidApp;
        if (!IsText(metadata.AssociationType, LongestType) || metadata.AssociationType.AsSpan().StartsWith("DESO"u8)) return InvalidType;
        return IsText(metadata.AssociationValue, LongestValue) ? null : InvalidValue;
    }

    private static string? BrokenByDelete(Graph graph, Transaction transaction)
    {
        if (Named(graph, transaction) is not { } named) return NotFound;
        return named.Transactor.Bytes.AsSpan().SequenceEqual(transaction.PublicKey) ? null : InvalidTransactor;
    }

    private static bool IsText(byte[] bytes, int longest) => bytes.Length > 0 && bytes.Length <= longest && !bytes.AsSpan().Contains((byte)0);
}
