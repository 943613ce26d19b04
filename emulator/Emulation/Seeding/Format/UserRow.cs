using System.ComponentModel;

namespace Emulation.Seeding.Format;

sealed record UserRow
{
    public int? Id { get; set; }

    [Description("An API account's is its access id unless it says otherwise.")]
    public string? UserName { get; set; }

    public string FirstName { get; set; } = "";

    public string LastName { get; set; } = "";

    public string? Pseudonym { get; set; }

    public string? Role { get; set; }

    [Description("Name of the user's own organization.")]
    public string Owner { get; set; } = "";

    [Description("Names of the owners it may read; left out: all.")]
    public IReadOnlyList<string>? Sees { get; set; }

    [Description("Names of the owners it may change; left out: all that it may read.")]
    public IReadOnlyList<string>? Changes { get; set; }

    public bool Disabled { get; set; }

    public string? AccessId { get; set; }

    public string? SecretKey { get; set; }

    public IReadOnlyList<TokenRow> Tokens { get; set; } = [];
}

sealed record TokenRow
{
    public string Token { get; set; } = "";

    [Description("Left out: the milliseconds in the token's fourth part, or never.")]
    public DateTimeOffset? Expires { get; set; }
}
