using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Seeding.Files;

/// <summary>Users with their e-mails, sessions and key pairs.</summary>
static class ThreatWindsAccounts
{
    private const string Array = "credentials.threatWinds";

    // 2100-01-01, as far as the tokens of the other APIs reach.
    private const long NeverSoon = 4_102_444_800;

    /// <summary>Who may call when a dataset does not say: every header value of the three documents, and the emulator's own.</summary>
    public static IReadOnlyList<ThreatWindsUserRow> BuiltIn { get; } =
    [
        new()
        {
            Alias = "emulator",
            FullName = "Emulator User",
            Emails = ["emulator@example.org"],
            Roles = ["admin", "user", "reporter", "trusted"],
            Groups = ["public"],
            Sessions =
            [
                new() { Bearer = "emulator-bearer" },
                // Documents 000 and 001.
                new() { Bearer = "fq6JoEFTsxiXAl1cVxPDnK4emIQCwaUBfq6JoEFTsxiXAl1cVxPDnK4emIQCwaUB" },
                // Document 002.
                new() { Bearer = "fq6JoEFTsxiXAl1cVdPDnK4emIQCwaUBfq9JoEFTsxhXAl1cVxPDnK4emIQCwaUB" },
            ],
            KeyPairs =
            [
                new() { ApiKey = "emulator-key", ApiSecret = "emulator-secret" },
                // Document 000: its secret is the same string as its token.
                new() { ApiKey = "fq6JoEFTsxiXAl1cVxPDnK4emIQCwaUB", ApiSecret = "fq6JoEFTsxiXAl1cVxPDnK4emIQCwaUBfq6JoEFTsxiXAl1cVxPDnK4emIQCwaUB" },
                // Document 001.
                new() { ApiKey = "fq6JoEFDsxiXAl1cVxPDnK4emIQCwaUB", ApiSecret = "fq6JoEFTsxiXAl1cVxPDnK4emIQSwaUBfq6JoEFTsxiXAl1cVxPDnK4emIQCwaUB" },
                // Document 002.
                new() { ApiKey = "your-api-key", ApiSecret = "your-api-secret" },
            ],
        },
        new()
        {
            Alias = "limited",
            FullName = "Limited User",
            Emails = ["limited@example.org"],
            Roles = ["user"],
            Groups = ["limited"],
            Sessions = [new() { Bearer = "limited-bearer" }],
            KeyPairs = [new() { ApiKey = "limited-key", ApiSecret = "limited-secret" }],
        },
    ];

    /// <summary>Adds the accounts; the ids of the users, the first one first.</summary>
    public static IReadOnlyList<Guid> Add(IReadOnlyList<ThreatWindsUserRow> rows, GraphBuilder graph)
    {
        if (rows.Count == 0) throw new RowError(Array, 0, "there must be at least one user; leave the array out for the built-in ones");
        var used = new Used();
        return [.. rows.Select((row, position) => AddUser(row, position, used, graph))];
    }

    private static Guid AddUser(ThreatWindsUserRow row, int position, Used used, GraphBuilder graph)
    {
        if (string.IsNullOrWhiteSpace(row.Alias)) throw new RowError(Array, position, "alias must not be empty");
        if (!used.Aliases.Add(row.Alias)) throw new RowError(Array, position, $"alias '{row.Alias}' is used twice");
        var number = graph.TakeId(User.Is);
        var id = row.Id ?? Ids.OfRecord(User.Is, number);
        if (!used.Ids.Add(id)) throw new RowError(Array, position, $"id {id} is used twice");
        graph.Add(new User
        {
            Number = number,
            Id = id,
            Alias = row.Alias,
            FullName = row.FullName.Length > 0 ? row.FullName : row.Alias,
            Roles = [.. row.Roles.Distinct(StringComparer.Ordinal)],
            Groups = [.. row.Groups.Distinct(StringComparer.Ordinal)],
        });
        AddEmails(row, position, id, used, graph);
        AddSessions(row, position, id, used, graph);
        AddKeyPairs(row, position, id, used, graph);
        return id;
    }

    private static void AddEmails(ThreatWindsUserRow row, int position, Guid user, Used used, GraphBuilder graph)
    {
        foreach (var address in row.Emails.Select(email => email.ToLowerInvariant()))
        {
            if (!address.Contains('@')) throw new RowError(Array, position, $"'{address}' is no e-mail address");
            if (!used.Addresses.Add(address)) throw new RowError(Array, position, $"e-mail address '{address}' is used twice");
            var number = graph.TakeId(Email.Is);
            var preferred = string.Equals(address, row.Emails[0], StringComparison.OrdinalIgnoreCase);
            graph.Add(new Email { Number = number, Id = Ids.OfRecord(Email.Is, number), UserId = user, Address = address, Preferred = preferred, Verified = true });
        }
    }

    private static void AddSessions(ThreatWindsUserRow row, int position, Guid user, Used used, GraphBuilder graph)
    {
        foreach (var session in row.Sessions)
        {
            if (string.IsNullOrWhiteSpace(session.Bearer)) throw new RowError(Array, position, "bearer must not be empty");
            if (!used.Bearers.Add(session.Bearer)) throw new RowError(Array, position, "a bearer is used twice");
            var number = graph.TakeId(Session.Is);
            graph.Add(new Session
            {
                Number = number,
                Id = Ids.OfRecord(Session.Is, number),
                UserId = user,
                Bearer = session.Bearer,
                ExpireAt = session.ExpireAt?.ToUnixTimeSeconds() ?? NeverSoon,
                Verified = session.Verified,
            });
        }
    }

    private static void AddKeyPairs(ThreatWindsUserRow row, int position, Guid user, Used used, GraphBuilder graph)
    {
        foreach (var pair in row.KeyPairs)
        {
            if (string.IsNullOrWhiteSpace(pair.ApiKey) || string.IsNullOrWhiteSpace(pair.ApiSecret))
                throw new RowError(Array, position, "apiKey and apiSecret must not be empty");
            if (!used.Keys.Add(pair.ApiKey)) throw new RowError(Array, position, $"apiKey '{pair.ApiKey}' is used twice");
            var number = graph.TakeId(KeyPair.Is);
            graph.Add(new KeyPair
            {
                Number = number,
                Id = Ids.OfRecord(KeyPair.Is, number),
                UserId = user,
                ApiKey = pair.ApiKey,
                ApiSecret = pair.ApiSecret,
                Name = pair.Name ?? pair.ApiKey,
                ExpireAt = pair.ExpireAt?.ToUnixTimeSeconds() ?? NeverSoon,
                Verified = pair.Verified,
            });
        }
    }

    private sealed class Used
    {
        public HashSet<Guid> Ids { get; } = [];

        public HashSet<string> Aliases { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Addresses { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Bearers { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);
    }
}
