using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Emulation.Seeding.Format;

sealed record ProfileRow
{
    [Description("Base58Check, of either network; the same holds for every key in a file.")]
    [JsonRequired]
    public string PublicKey { get; set; } = "";

    [JsonRequired]
    public string Username { get; set; } = "";

    public string Description { get; set; } = "";

    public bool IsHidden { get; set; }

    public bool IsVerified { get; set; }

    public CreatorCoinRow CoinEntry { get; set; } = new();

    public DaoCoinRow DaoCoinEntry { get; set; } = new();

    public IReadOnlyDictionary<string, string>? ExtraData { get; set; }

    [Description("What is not text: names and values in hexadecimal digits.")]
    public IReadOnlyDictionary<string, string>? ExtraDataHex { get; set; }

    public ulong DesoBalanceNanos { get; set; }

    public double BestExchangeRateDesoPerDaoCoin { get; set; }
}

sealed record CreatorCoinRow
{
    public ulong CreatorBasisPoints { get; set; }

    public ulong DesoLockedNanos { get; set; }

    public ulong NumberOfHolders { get; set; }

    public ulong CoinsInCirculationNanos { get; set; }

    public ulong CoinWatermarkNanos { get; set; }
}

sealed record DaoCoinRow
{
    public ulong NumberOfHolders { get; set; }

    [Description("Hexadecimal, up to 256 bits: 0x0.")]
    public string CoinsInCirculationNanos { get; set; } = "0x0";

    public bool MintingDisabled { get; set; }

    [AllowedValues("unrestricted", "profile_owner_only", "dao_members_only", "permanently_unrestricted")]
    public string TransferRestrictionStatus { get; set; } = "unrestricted";

    [AllowedValues("unrestricted", "profile_owner_only", "dao_members_only", "permanently_unrestricted")]
    public string LockupTransferRestrictionStatus { get; set; } = "unrestricted";
}
