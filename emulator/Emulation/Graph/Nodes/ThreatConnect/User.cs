namespace Emulation.Graphs.ThreatConnect;

/// <summary>A person or an API account.</summary>
sealed record User : Node
{
    public static Index<User, IdKey> ById { get; } = new(user => new IdKey(0, user.Id));

    public static Index<User, TextKey> ByName { get; } = new(user => new TextKey(0, user.UserName));

    public static Index<User, TextKey> ByAccessId { get; } = new(user => new TextKey(0, user.AccessId!), user => user.AccessId is not null);

    public static MultiIndex<User, TextKey> ByToken { get; } = new((user, keys) =>
    {
        foreach (var token in user.Tokens) keys.Add(new TextKey(0, token.Text));
    });

    public static Index<User, IdKey> ByOrganization { get; } = new(user => new IdKey(user.Organization, user.Id));

    public static Kind NodeKind { get; } = new(2, "user", ById, ByName, ByAccessId, ByToken, ByOrganization);

    public override Kind Kind => NodeKind;

    public override long LinkTie => Id;

    public required int Id { get; init; }

    public required string UserName { get; init; }

    public string FirstName { get; init; } = "";

    public string LastName { get; init; } = "";

    public string? Pseudonym { get; init; }

    public string? Role { get; init; }

    /// <summary>Id of the owner that is this user's own.</summary>
    public required int Organization { get; init; }

    /// <summary>Ids of the owners this user may read; null: all of them.</summary>
    public IReadOnlyList<int>? Sees { get; init; }

    /// <summary>Ids of the owners this user may change; null: all that it may read.</summary>
    public IReadOnlyList<int>? Changes { get; init; }

    public bool Disabled { get; init; }

    public string? AccessId { get; init; }

    public string? SecretKey { get; init; }

    public IReadOnlyList<Token> Tokens { get; init; } = [];

    public string FullName => $"{FirstName} {LastName}".Trim();

    public bool MaySee(int owner) => owner == Organization || Sees is null || Sees.Contains(owner);

    public bool MayChange(int owner) => Changes is null ? MaySee(owner) : Changes.Contains(owner);
}

/// <summary>A token and the second it expires.</summary>
sealed record Token(string Text, long Expires);
