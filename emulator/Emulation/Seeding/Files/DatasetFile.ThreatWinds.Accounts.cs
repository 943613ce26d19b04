namespace Emulation.Seeding.Files;

// Rows have setters, not init: the generated reader passes every init-only member, and would overwrite its default with null.

sealed partial record CredentialRows
{
    /// <summary>In order: the first is who calls when credentials are not looked at.</summary>
    public IReadOnlyList<ThreatWindsUserRow>? ThreatWinds { get; set; }
}

/// <summary>A user with what they call with.</summary>
sealed record ThreatWindsUserRow
{
    /// <summary>Where it stands among users; left out: behind those above.</summary>
    public long? Number { get; set; }

    public Guid? Id { get; set; }

    public string Alias { get; set; } = "";

    public string FullName { get; set; } = "";

    /// <summary>The first one is preferred; all are verified.</summary>
    public IReadOnlyList<string> Emails { get; set; } = [];

    /// <summary>E-mail addresses of which more is to be said.</summary>
    public IReadOnlyList<EmailRow> Addresses { get; set; } = [];

    public IReadOnlyList<string> Roles { get; set; } = [];

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

    /// <summary>Left out: the year 2100.</summary>
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

/// <summary>A code that waits to be used.</summary>
sealed record VerificationCodeRow
{
    public long? Number { get; set; }

    public Guid? Id { get; set; }

    /// <summary>Session, KeyPair or Email.</summary>
    public string For { get; set; } = "";

    /// <summary>The id of the session, key pair or e-mail address.</summary>
    public Guid Target { get; set; }

    public string Address { get; set; } = "";

    public string Code { get; set; } = "";
}
