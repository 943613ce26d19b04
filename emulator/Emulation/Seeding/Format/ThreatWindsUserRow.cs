using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Emulation.Seeding.Format;

[Description("A user with what they call with.")]
sealed record ThreatWindsUserRow
{
    [Description("The position among users; left out: after those above.")]
    public long? Number { get; set; }

    public Guid? Id { get; set; }

    public string Alias { get; set; } = "";

    public string FullName { get; set; } = "";

    [Description("The first one is preferred; all are verified.")]
    public IReadOnlyList<string> Emails { get; set; } = [];

    [Description("E-mail addresses with more than the address given.")]
    public IReadOnlyList<EmailRow> Addresses { get; set; } = [];

    [AlwaysWritten]
    public IReadOnlyList<string> Roles { get; set; } = [];

    [AlwaysWritten]
    public IReadOnlyList<string> Groups { get; set; } = [];

    public IReadOnlyList<ThreatWindsSessionRow> Sessions { get; set; } = [];

    public IReadOnlyList<ThreatWindsKeyPairRow> KeyPairs { get; set; } = [];
}

sealed record EmailRow
{
    public long? Number { get; set; }

    public Guid? Id { get; set; }

    public string Address { get; set; } = "";

    public bool Preferred { get; set; }

    public bool Verified { get; set; } = true;
}

sealed record ThreatWindsSessionRow
{
    public long? Number { get; set; }

    public Guid? Id { get; set; }

    public string Bearer { get; set; } = "";

    [Description("Left out: the year 2100.")]
    public DateTimeOffset? ExpireAt { get; set; }

    public bool Verified { get; set; } = true;

    public string Ip { get; set; } = "127.0.0.1";

    public string UserAgent { get; set; } = "";
}

sealed record ThreatWindsKeyPairRow
{
    public long? Number { get; set; }

    public Guid? Id { get; set; }

    public string ApiKey { get; set; } = "";

    public string ApiSecret { get; set; } = "";

    public string? Name { get; set; }

    public DateTimeOffset? ExpireAt { get; set; }

    public bool Verified { get; set; } = true;
}

[Description("A code that waits to be used.")]
sealed record VerificationCodeRow
{
    public long? Number { get; set; }

    public Guid? Id { get; set; }

    [AllowedValues("Session", "KeyPair", "Email")]
    public string For { get; set; } = "";

    [Description("The id of the session, key pair or e-mail address.")]
    public Guid Target { get; set; }

    public string Address { get; set; } = "";

    public string Code { get; set; } = "";
}
