using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Seeding.Files;

/// <summary>Users with their e-mails, sessions and key pairs, and the codes that they wait for.</summary>
sealed class ThreatWindsAccounts
{
    private const string Array = "credentials.threatWinds";
    private const string CodeArray = "verificationCodes";

    // 2100-01-01, as far as the tokens of the other APIs reach.
    public const long NeverSoon = 4_102_444_800;

    private readonly GraphBuilder _graph;
    private readonly bool _complete;
    private readonly Dictionary<Kind, Numbering> _numbers;
    private readonly HashSet<(string What, string Name)> _used = [];

    private ThreatWindsAccounts(GraphBuilder graph, bool complete)
    {
        (_graph, _complete) = (graph, complete);
        _numbers = new[] { User.NodeKind, Email.NodeKind, Session.NodeKind, KeyPair.NodeKind, VerificationCode.NodeKind }.ToDictionary(kind => kind, kind => new Numbering(kind, graph, complete, ascending: false));
    }

    /// <summary>Adds the accounts; the ids of the users, the first one first.</summary>
    public static IReadOnlyList<Guid> Add(DatasetFile file, GraphBuilder graph)
    {
        var rows = file.Credentials?.ThreatWinds ?? (file.Complete ? [] : ThreatWindsBuiltIn.Users);
        if (rows.Count == 0) throw new RowError(Array, 0, "there must be at least one user; leave the array out for the built-in ones");
        var accounts = new ThreatWindsAccounts(graph, file.Complete);
        accounts.NoteNumbers(rows, file.VerificationCodes);
        Guid[] users = [.. rows.Select(accounts.AddUser)];
        foreach (var (position, row) in file.VerificationCodes.Index()) accounts.AddCode(row, position);
        return users;
    }

    // Numbers that are given stand before those that are counted.
    private void NoteNumbers(IReadOnlyList<ThreatWindsUserRow> rows, IReadOnlyList<VerificationCodeRow> codes)
    {
        Note(User.NodeKind, rows.Select(row => row.Number));
        Note(Email.NodeKind, rows.SelectMany(row => row.Addresses).Select(row => row.Number));
        Note(Session.NodeKind, rows.SelectMany(row => row.Sessions).Select(row => row.Number));
        Note(KeyPair.NodeKind, rows.SelectMany(row => row.KeyPairs).Select(row => row.Number));
        Note(VerificationCode.NodeKind, codes.Select(row => row.Number));
    }

    private void Note(Kind kind, IEnumerable<long?> numbers)
    {
        foreach (var number in numbers) if (number is { } given && IdLimit.Allows(kind, given, _complete)) _graph.NoteId(kind, given);
    }

    private (long Number, Guid Id) Named(Kind kind, long? number, Guid? id, string array, int position)
    {
        var own = _numbers[kind].Next(number, array, position);
        var name = id ?? Ids.OfRecord(kind, own);
        Once($"id of a {kind.Name}", name.ToString(), array, position);
        return (own, name);
    }

    private void Once(string what, string name, string array, int position)
    {
        if (!_used.Add((what, name))) throw new RowError(array, position, $"{what} '{name}' is used twice");
    }

    private Guid AddUser(ThreatWindsUserRow row, int position)
    {
        if (string.IsNullOrWhiteSpace(row.Alias)) throw new RowError(Array, position, "alias must not be empty");
        Once("alias", row.Alias, Array, position);
        var (number, id) = Named(User.NodeKind, row.Number, row.Id, Array, position);
        _graph.Add(new User
        {
            Number = number,
            Id = id,
            Alias = row.Alias,
            FullName = row.FullName.Length > 0 ? row.FullName : row.Alias,
            Roles = [.. row.Roles.Distinct(StringComparer.Ordinal)],
            Groups = [.. row.Groups.Distinct(StringComparer.Ordinal)],
        });
        foreach (var (at, address) in row.Emails.Index()) AddEmail(new EmailRow { Address = address, Preferred = at == 0 }, position, id);
        foreach (var email in row.Addresses) AddEmail(email, position, id);
        foreach (var session in row.Sessions) AddSession(session, position, id);
        foreach (var pair in row.KeyPairs) AddKeyPair(pair, position, id);
        return id;
    }

    private void AddEmail(EmailRow row, int position, Guid user)
    {
        var address = row.Address.ToLowerInvariant();
        if (!address.Contains('@')) throw new RowError(Array, position, $"'{address}' is no e-mail address");
        Once("e-mail address", address, Array, position);
        var (number, id) = Named(Email.NodeKind, row.Number, row.Id, Array, position);
        _graph.Add(new Email { Number = number, Id = id, UserId = user, Address = address, Preferred = row.Preferred, Verified = row.Verified });
    }

    private void AddSession(ThreatWindsSessionRow row, int position, Guid user)
    {
        if (string.IsNullOrWhiteSpace(row.Bearer)) throw new RowError(Array, position, "bearer must not be empty");
        Once("bearer", row.Bearer, Array, position);
        var (number, id) = Named(Session.NodeKind, row.Number, row.Id, Array, position);
        _graph.Add(new Session
        {
            Number = number,
            Id = id,
            UserId = user,
            Bearer = row.Bearer,
            ExpireAt = row.ExpireAt?.ToUnixTimeSeconds() ?? NeverSoon,
            Verified = row.Verified,
            Ip = row.Ip,
            UserAgent = row.UserAgent,
        });
    }

    private void AddKeyPair(ThreatWindsKeyPairRow row, int position, Guid user)
    {
        if (string.IsNullOrWhiteSpace(row.ApiKey) || string.IsNullOrWhiteSpace(row.ApiSecret))
            throw new RowError(Array, position, "apiKey and apiSecret must not be empty");
        Once("apiKey", row.ApiKey, Array, position);
        var (number, id) = Named(KeyPair.NodeKind, row.Number, row.Id, Array, position);
        _graph.Add(new KeyPair
        {
            Number = number,
            Id = id,
            UserId = user,
            ApiKey = row.ApiKey,
            ApiSecret = row.ApiSecret,
            Name = row.Name ?? row.ApiKey,
            ExpireAt = row.ExpireAt?.ToUnixTimeSeconds() ?? NeverSoon,
            Verified = row.Verified,
        });
    }

    private void AddCode(VerificationCodeRow row, int position)
    {
        if (!Enum.TryParse<CodeFor>(row.For, out var what) || Enum.GetName(what) != row.For)
            throw new RowError(CodeArray, position, $"for '{row.For}' must be {string.Join(", ", Enum.GetNames<CodeFor>())}");
        var (number, id) = Named(VerificationCode.NodeKind, row.Number, row.Id, CodeArray, position);
        _graph.Add(new VerificationCode { Number = number, Id = id, For = what, TargetId = row.Target, Address = row.Address, Code = row.Code });
    }
}
