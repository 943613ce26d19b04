namespace Emulation.Graphs.ThreatWinds;

/// <summary>An account: what it may do (roles) and what it sees (groups).</summary>
sealed record User : Node
{
    public static Index<User, Guid> ById { get; } = new(user => user.Id);

    public static Index<User, TextKey> ByAlias { get; } = new(user => new(0, user.Alias));

    public static Index<User, IdKey> ByNumber { get; } = new(user => new(0, user.Number));

    public static Kind NodeKind { get; } = new(53, "account", ById, ByAlias, ByNumber);

    public override Kind Kind => NodeKind;

    public required long Number { get; init; }

    public required Guid Id { get; init; }

    public required string Alias { get; init; }

    public required string FullName { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public required IReadOnlyList<string> Groups { get; init; }
}

/// <summary>An address of a user. Kept in lower case: addresses are found whatever their case.</summary>
sealed record Email : Node
{
    public static Index<Email, Guid> ById { get; } = new(email => email.Id);

    public static Index<Email, TextKey> ByAddress { get; } = new(email => new(0, email.Address));

    public static Index<Email, OwnedKey> ByUser { get; } = new(email => new(email.UserId, email.Number));

    public static Kind NodeKind { get; } = new(54, "email", ById, ByAddress, ByUser);

    public override Kind Kind => NodeKind;

    public required long Number { get; init; }

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required string Address { get; init; }

    public required bool Preferred { get; init; }

    public required bool Verified { get; init; }
}

/// <summary>A login. <see cref="ExpireAt"/> is in seconds since 1970.</summary>
sealed record Session : Node
{
    public static Index<Session, Guid> ById { get; } = new(session => session.Id);

    public static Index<Session, TextKey> ByBearer { get; } = new(session => new(0, session.Bearer));

    public static Index<Session, OwnedKey> ByUser { get; } = new(session => new(session.UserId, session.Number));

    public static Kind NodeKind { get; } = new(55, "session", ById, ByBearer, ByUser);

    public override Kind Kind => NodeKind;

    public required long Number { get; init; }

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required string Bearer { get; init; }

    public required long ExpireAt { get; init; }

    public required bool Verified { get; init; }

    public string Ip { get; init; } = "127.0.0.1";

    public string UserAgent { get; init; } = "";
}

/// <summary>A key and its secret. <see cref="ExpireAt"/> is in seconds since 1970.</summary>
sealed record KeyPair : Node
{
    public static Index<KeyPair, Guid> ById { get; } = new(pair => pair.Id);

    public static Index<KeyPair, TextKey> ByKey { get; } = new(pair => new(0, pair.ApiKey));

    public static Index<KeyPair, OwnedKey> ByUser { get; } = new(pair => new(pair.UserId, pair.Number));

    public static Kind NodeKind { get; } = new(56, "keyPair", ById, ByKey, ByUser);

    public override Kind Kind => NodeKind;

    public required long Number { get; init; }

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required string ApiKey { get; init; }

    public required string ApiSecret { get; init; }

    public required string Name { get; init; }

    public required long ExpireAt { get; init; }

    public required bool Verified { get; init; }
}

/// <summary>What a verification code verifies.</summary>
enum CodeFor
{
    Session,
    KeyPair,
    Email,
}

/// <summary>A code that the vendor would have sent by e-mail, until it is used.</summary>
sealed record VerificationCode : Node
{
    public static Index<VerificationCode, Guid> ById { get; } = new(code => code.Id);

    public static Index<VerificationCode, IdKey> ByNumber { get; } = new(code => new(0, code.Number));

    /// <summary>By what it verifies: requesting a code again replaces the old one.</summary>
    public static Index<VerificationCode, OwnedKey> ByTarget { get; } = new(code => new(code.TargetId, code.Number));

    public static Kind NodeKind { get; } = new(57, "verificationCode", ById, ByNumber, ByTarget);

    public override Kind Kind => NodeKind;

    public required long Number { get; init; }

    public required Guid Id { get; init; }

    public required CodeFor For { get; init; }

    /// <summary>The session, key pair or e-mail that becomes verified.</summary>
    public required Guid TargetId { get; init; }

    /// <summary>Where the vendor would have sent it.</summary>
    public required string Address { get; init; }

    public required string Code { get; init; }

    /// <summary>The unused codes, oldest first.</summary>
    public static IEnumerable<VerificationCode> Pending(Graph graph) => graph.All(ByNumber).All().Cast<VerificationCode>();
}
