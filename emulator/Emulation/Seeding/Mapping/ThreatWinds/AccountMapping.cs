using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatWinds;

/// <summary>Users with their e-mail addresses, sessions and key pairs, and the verification codes that they wait for.</summary>
sealed class AccountMapping
{
    // 2100-01-01, like the tokens of ThreatConnect.
    private const long DefaultExpiry = 4_102_444_800;

    private readonly ThreatWindsReader _read;
    private readonly RowPlace _at = new("credentials.threatWinds");
    private readonly Dictionary<Kind, NumberCounter> _numbers;
    private readonly HashSet<(string What, string Name)> _used = [];

    private AccountMapping(ThreatWindsReader read)
    {
        _read = read;
        Kind[] kinds = [User.NodeKind, Email.NodeKind, Session.NodeKind, KeyPair.NodeKind, VerificationCode.NodeKind];
        _numbers = kinds.ToDictionary(kind => kind, kind => read.Numbers(kind, ascending: false));
    }

    public static void Add(ThreatWindsReader read)
    {
        var rows = read.File.Credentials?.ThreatWinds ?? (read.Complete ? [] : BuiltInUsers.All);
        if (rows.Count == 0)
            throw new Reading.RowError("$.credentials.threatWinds",
                "there must be at least one user; leave the array out for the built-in ones");
        var accounts = new AccountMapping(read);
        accounts.NoteNumbers(rows);
        foreach (var row in accounts._at.Each(rows)) read.Users.Add(accounts.AddUser(row));
        var at = new RowPlace("verificationCodes");
        foreach (var row in at.Each(read.File.VerificationCodes)) accounts.AddCode(row, at);
    }

    public static ThreatWindsUserRow ToRow(User user, ThreatWindsWriter write) => OwnRow(user) with
    {
        Addresses = [.. write.Owned<Email>(Email.ByUser, user).Select(ToRow)],
        Sessions = [.. write.Owned<Session>(Session.ByUser, user).Select(ToRow)],
        KeyPairs = [.. write.Owned<KeyPair>(KeyPair.ByUser, user).Select(ToRow)],
    };

    /// <summary>The account's own fields, without its addresses, sessions and key pairs.</summary>
    public static ThreatWindsUserRow OwnRow(User user) => new()
    {
        Number = user.Number,
        Id = ThreatWindsWriter.Id(User.NodeKind, user.Number, user.Id),
        Alias = user.Alias,
        FullName = user.FullName == user.Alias ? "" : user.FullName,
        Roles = user.Roles,
        Groups = user.Groups,
    };

    public static VerificationCodeRow ToRow(VerificationCode code) => new()
    {
        Number = code.Number,
        Id = ThreatWindsWriter.Id(VerificationCode.NodeKind, code.Number, code.Id),
        For = code.For.ToString(),
        Target = code.TargetId,
        Address = code.Address,
        Code = code.Code,
    };

    public static EmailRow ToRow(Email email) => new()
    {
        Number = email.Number,
        Id = ThreatWindsWriter.Id(Email.NodeKind, email.Number, email.Id),
        Address = email.Address,
        Preferred = email.Preferred,
        Verified = email.Verified,
    };

    public static ThreatWindsSessionRow ToRow(Session session) => new()
    {
        Number = session.Number,
        Id = ThreatWindsWriter.Id(Session.NodeKind, session.Number, session.Id),
        Bearer = session.Bearer,
        ExpireAt = Moments.Unless(session.ExpireAt, DefaultExpiry),
        Verified = session.Verified,
        Ip = session.Ip,
        UserAgent = session.UserAgent,
    };

    public static ThreatWindsKeyPairRow ToRow(KeyPair pair) => new()
    {
        Number = pair.Number,
        Id = ThreatWindsWriter.Id(KeyPair.NodeKind, pair.Number, pair.Id),
        ApiKey = pair.ApiKey,
        ApiSecret = pair.ApiSecret,
        Name = pair.Name == pair.ApiKey ? null : pair.Name,
        ExpireAt = Moments.Unless(pair.ExpireAt, DefaultExpiry),
        Verified = pair.Verified,
    };

    // Numbers that are given come before those that are counted.
    private void NoteNumbers(IReadOnlyList<ThreatWindsUserRow> rows)
    {
        var ids = new IdCounters(_read.Graph, _read.Complete);
        ids.Note(User.NodeKind, rows.Select(row => row.Number));
        ids.Note(Email.NodeKind, rows.SelectMany(row => row.Addresses).Select(row => row.Number));
        ids.Note(Session.NodeKind, rows.SelectMany(row => row.Sessions).Select(row => row.Number));
        ids.Note(KeyPair.NodeKind, rows.SelectMany(row => row.KeyPairs).Select(row => row.Number));
        ids.Note(VerificationCode.NodeKind, _read.File.VerificationCodes.Select(row => row.Number));
    }

    private (long Number, Guid Id) Named(Kind kind, long? number, Guid? id, RowPlace at)
    {
        var own = _numbers[kind].Take(number, at);
        var name = id ?? Ids.OfRecord(kind, own);
        CheckUnused($"id of a {kind.Name}", name.ToString(), at);
        return (own, name);
    }

    private void CheckUnused(string what, string name, RowPlace at)
    {
        if (!_used.Add((what, name))) throw at.Error($"{what} '{name}' is used twice");
    }

    private Guid AddUser(ThreatWindsUserRow row)
    {
        if (string.IsNullOrWhiteSpace(row.Alias)) throw _at.Error("alias must not be empty");
        CheckUnused("alias", row.Alias, _at);
        var (number, id) = Named(User.NodeKind, row.Number, row.Id, _at);
        _read.Graph.Add(ToNode(row, number, id));
        foreach (var (position, address) in row.Emails.Index()) AddEmail(new EmailRow { Address = address, Preferred = position == 0 }, id);
        foreach (var email in row.Addresses) AddEmail(email, id);
        foreach (var session in row.Sessions) AddSession(session, id);
        foreach (var pair in row.KeyPairs) AddKeyPair(pair, id);
        return id;
    }

    private void AddEmail(EmailRow row, Guid user)
    {
        var address = row.Address.ToLowerInvariant();
        if (!address.Contains('@')) throw _at.Error($"'{address}' is no e-mail address");
        CheckUnused("e-mail address", address, _at);
        var (number, id) = Named(Email.NodeKind, row.Number, row.Id, _at);
        _read.Graph.Add(ToNode(row, number, id, user));
    }

    public static User ToNode(ThreatWindsUserRow row, long number, Guid id) => new()
    {
        Number = number,
        Id = id,
        Alias = row.Alias,
        FullName = row.FullName.Length > 0 ? row.FullName : row.Alias,
        Roles = [.. row.Roles.Distinct(StringComparer.Ordinal)],
        Groups = [.. row.Groups.Distinct(StringComparer.Ordinal)],
    };

    public static Email ToNode(EmailRow row, long number, Guid id, Guid user) => new()
    {
        Number = number,
        Id = id,
        UserId = user,
        Address = row.Address.ToLowerInvariant(),
        Preferred = row.Preferred,
        Verified = row.Verified,
    };

    public static Session ToNode(ThreatWindsSessionRow row, long number, Guid id, Guid user) => new()
    {
        Number = number,
        Id = id,
        UserId = user,
        Bearer = row.Bearer,
        ExpireAt = Moments.Seconds(row.ExpireAt) ?? DefaultExpiry,
        Verified = row.Verified,
        Ip = row.Ip,
        UserAgent = row.UserAgent,
    };

    public static KeyPair ToNode(ThreatWindsKeyPairRow row, long number, Guid id, Guid user) => new()
    {
        Number = number,
        Id = id,
        UserId = user,
        ApiKey = row.ApiKey,
        ApiSecret = row.ApiSecret,
        Name = row.Name ?? row.ApiKey,
        ExpireAt = Moments.Seconds(row.ExpireAt) ?? DefaultExpiry,
        Verified = row.Verified,
    };

    public static VerificationCode ToNode(VerificationCodeRow row, long number, Guid id, RowPlace at) => new()
    {
        Number = number,
        Id = id,
        For = Bounds.Word<CodeFor>(at, "for", row.For),
        TargetId = row.Target,
        Address = row.Address,
        Code = row.Code,
    };

    private void AddSession(ThreatWindsSessionRow row, Guid user)
    {
        if (string.IsNullOrWhiteSpace(row.Bearer)) throw _at.Error("bearer must not be empty");
        CheckUnused("bearer", row.Bearer, _at);
        var (number, id) = Named(Session.NodeKind, row.Number, row.Id, _at);
        _read.Graph.Add(ToNode(row, number, id, user));
    }

    private void AddKeyPair(ThreatWindsKeyPairRow row, Guid user)
    {
        if (string.IsNullOrWhiteSpace(row.ApiKey) || string.IsNullOrWhiteSpace(row.ApiSecret))
            throw _at.Error("apiKey and apiSecret must not be empty");
        CheckUnused("apiKey", row.ApiKey, _at);
        var (number, id) = Named(KeyPair.NodeKind, row.Number, row.Id, _at);
        _read.Graph.Add(ToNode(row, number, id, user));
    }

    private void AddCode(VerificationCodeRow row, RowPlace at)
    {
        Bounds.Word<CodeFor>(at, "for", row.For);
        Bounds.NotEmpty(at, "code", row.Code);
        var (number, id) = Named(VerificationCode.NodeKind, row.Number, row.Id, at);
        _read.Graph.Add(ToNode(row, number, id, at));
    }
}
