using Emulation.Graphs.Deso;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.Deso;

/// <summary>Transactions that were accepted, whose nonces are used.</summary>
static class TransactionMapping
{
    public static void Add(DesoReader read)
    {
        var at = new RowPlace("transactions");
        var (hashes, nonces) = (new UniqueRows(at), new UniqueRows(at));
        foreach (var row in at.Each(read.File.Transactions))
        {
            var transaction = ToNode(read, row, at);
            hashes.Add(transaction.Hash);
            if (transaction.Nonce is { } used)
                nonces.Add(Submitted.NonceKey(transaction.Transactor, used), "nonce: the same as another row's of this transactor");
            read.Graph.Add(transaction);
        }
    }

    public static TransactionRow ToRow(Submitted transaction) => new()
    {
        Hash = DesoText.Hex(transaction.Hash),
        Transactor = DesoText.Of(transaction.Transactor),
        Height = transaction.Height,
        Nonce = transaction.Nonce is { } nonce
            ? new NonceRow { ExpirationBlockHeight = nonce.ExpirationBlockHeight, PartialId = nonce.PartialId }
            : null,
    };

    public static Submitted ToNode(DesoReader read, TransactionRow row, RowPlace at) => new()
    {
        Hash = DesoReader.Hash(at, "hash", row.Hash),
        Transactor = read.Key(at, "transactor", row.Transactor),
        Height = DesoReader.Height(at, "height", row.Height),
        Nonce = row.Nonce is { } nonce ? (nonce.ExpirationBlockHeight, nonce.PartialId) : null,
    };
}
