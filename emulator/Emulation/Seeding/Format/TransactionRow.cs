using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Emulation.Seeding.Format;

[Description("The chain that DeSo's data is on.")]
sealed record ChainRow
{
    [Description("The last block. Left out: the greatest height that a row names, so that nothing is pending.")]
    [JsonRequired]
    public uint Height { get; set; }

    [Description("When the block after it was begun, for pending transactions that the clock moves into a block.")]
    public DateTimeOffset? PendingSince { get; set; }

    [Description("The last block is not committed yet; the pending block commits it.")]
    public bool TipUncommitted { get; set; }
}

[Description("A key that may sign for another.")]
sealed record DerivedKeyRow
{
    [JsonRequired]
    public string Owner { get; set; } = "";

    [JsonRequired]
    public string Derived { get; set; } = "";

    [JsonRequired]
    public ulong ExpirationBlock { get; set; }

    public bool IsValid { get; set; } = true;

    public string Memo { get; set; } = "";

    public IReadOnlyDictionary<string, string>? ExtraData { get; set; }

    public IReadOnlyDictionary<string, string>? ExtraDataHex { get; set; }
}

sealed record TransactionRow
{
    [Description("64 hexadecimal digits.")]
    [JsonRequired]
    public string Hash { get; set; } = "";

    [JsonRequired]
    public string Transactor { get; set; } = "";

    [Description("The block it is in.")]
    [AlwaysWritten]
    public uint Height { get; set; }

    [Description("Left out: a transaction without a nonce.")]
    public NonceRow? Nonce { get; set; }
}

sealed record NonceRow
{
    [JsonRequired]
    public ulong ExpirationBlockHeight { get; set; }

    [JsonRequired]
    public ulong PartialId { get; set; }
}
