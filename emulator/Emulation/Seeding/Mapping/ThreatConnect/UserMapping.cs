using System.Globalization;
using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatConnect;

/// <summary>API accounts and members; the built-in accounts where a dataset names none.</summary>
static class UserMapping
{
    private const string CredentialsArray = "credentials.threatConnect";
    private const string MembersArray = "members";

    // 2100-01-01T00:00:00Z, which its fourth part says in milliseconds.
    private const string BuiltInToken = "APIV2:1:emulator:4102444800000:ZW11bGF0b3I=";

    private static readonly UserRow[] s_builtIn =
    [
        new()
        {
            AccessId = "12345678901234567890",
            SecretKey = "emulator-secret-key",
            Tokens = [new() { Token = BuiltInToken }],
            FirstName = "John",
            LastName = "Doe",
            Pseudonym = "Buck",
            Role = "Api User",
            Owner = OwnerMapping.ExampleOrg,
        },
        new()
        {
            AccessId = "98765432109876543210",
            SecretKey = "limited-secret-key",
            FirstName = "Jane",
            LastName = "Doe",
            Role = "Api User",
            Owner = OwnerMapping.LimitedOrg,
            Sees = [OwnerMapping.LimitedOrg],
        },
    ];

    public static bool HasOwnAccounts(DatasetFile file) => file.Complete || file.Credentials?.ThreatConnect is not null;

    public static void Add(ThreatConnectReader read)
    {
        var rows = read.File.Credentials?.ThreatConnect ?? (read.Complete ? [] : s_builtIn);
        read.Ids.Note(User.NodeKind, rows.Concat(read.File.Members).Select(row => row.Id));
        // Items without an owner belong to the first account's own organization.
        var first = rows.Count > 0 ? read.Accounts.FindOwner(rows[0].Owner) : read.Accounts.Owners.FirstOrDefault();
        var credentials = new HashSet<string>(StringComparer.Ordinal);
        AddRows(read, rows, new RowPlace(CredentialsArray), credentials);
        AddRows(read, read.File.Members, new RowPlace(MembersArray), credentials);
        read.Accounts.First = first;
    }

    public static UserRow ToRow(User user, ThreatConnectWriter write) => new()
    {
        Id = user.Id,
        UserName = user.UserName == user.AccessId ? null : user.UserName,
        FirstName = user.FirstName,
        LastName = user.LastName,
        Pseudonym = user.Pseudonym,
        Role = user.Role,
        Owner = write.OwnerName(user.Organization),
        Sees = user.Sees?.Select(write.OwnerName).ToArray(),
        Changes = user.Changes?.Select(write.OwnerName).ToArray(),
        Disabled = user.Disabled,
        AccessId = user.AccessId,
        SecretKey = user.SecretKey,
        Tokens = [.. user.Tokens.Select(token =>
            new TokenRow { Token = token.Text, Expires = Moments.Unless(token.Expires, ExpiryOf(token.Text)) })],
    };

    private static void AddRows(ThreatConnectReader read, IEnumerable<UserRow> rows, RowPlace at, HashSet<string> credentials)
    {
        foreach (var row in at.Each(rows))
        {
            foreach (var credential in CredentialsOf(row, at))
                if (!credentials.Add(credential)) throw at.Error("has the accessId or a token of another user");
            var user = ToNode(read, row, at);
            if (read.Accounts.HasUser(user.UserName)) throw at.Error($"has the userName of another user, \"{user.UserName}\"");
            read.Accounts.Add(read.Graph.Add(user));
        }
    }

    private static IEnumerable<string> CredentialsOf(UserRow row, RowPlace at)
    {
        foreach (var token in row.Tokens) yield return "token " + Bounds.NotEmpty(at, "token", token.Token);
        if (row.AccessId is { } id) yield return "accessId " + Bounds.NotEmpty(at, "accessId", id);
    }

    public static User ToNode(ThreatConnectReader read, UserRow row, RowPlace at)
    {
        var name = row.UserName ?? row.AccessId;
        if (string.IsNullOrEmpty(name)) throw at.Error("has neither a userName nor an accessId");
        if (row.AccessId is not null && string.IsNullOrEmpty(row.SecretKey)) throw at.Error("has an accessId and no secretKey");
        return new User
        {
            Id = (int)read.Ids.Take(User.NodeKind, row.Id, at),
            UserName = name,
            FirstName = row.FirstName,
            LastName = row.LastName,
            Pseudonym = row.Pseudonym,
            Role = row.Role,
            Organization = read.Accounts.Owner(row.Owner.Length == 0 ? OwnerMapping.ExampleOrg : row.Owner, at).Id,
            Sees = row.Sees?.Select(owner => read.Accounts.Owner(owner, at).Id).ToArray(),
            Changes = row.Changes?.Select(owner => read.Accounts.Owner(owner, at).Id).ToArray(),
            Disabled = row.Disabled,
            AccessId = row.AccessId,
            SecretKey = row.SecretKey,
            Tokens = [.. row.Tokens.Select(token => new Token(token.Token, Moments.Seconds(token.Expires) ?? ExpiryOf(token.Token)))],
        };
    }

    /// <summary>When a token expires that says so itself; never otherwise.</summary>
    private static long ExpiryOf(string token)
    {
        var parts = token.Split(':');
        return parts.Length == 5 && long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? milliseconds / 1000 : long.MaxValue;
    }
}
