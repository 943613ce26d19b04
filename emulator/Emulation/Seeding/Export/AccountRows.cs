using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding.Files;
using People = Emulation.Graphs.ThreatConnect.User;

namespace Emulation.Seeding.Export;

/// <summary>Who may call: the accounts of both APIs, with all that they call with.</summary>
static class AccountRows
{
    public static IEnumerable<Section> Sections(Graph graph)
    {
        var owners = new OwnerNames(graph);
        return
        [
            Section.Of("credentials.threatConnect", OfThreatConnect(graph, accounts: true), (pen, user) => Write(pen, user, owners)),
            Section.Of("credentials.threatWinds", graph.All(User.ByNumber).All().Cast<User>(), (pen, user) => Write(pen, graph, user)),
            Section.Of("members", OfThreatConnect(graph, accounts: false), (pen, user) => Write(pen, user, owners)),
            Section.Of("verificationCodes", VerificationCode.Pending(graph), Write),
        ];
    }

    private static IEnumerable<People> OfThreatConnect(Graph graph, bool accounts) =>
        graph.All(People.ById).All().Cast<People>().Where(user => (user.AccessId is not null || user.Tokens.Count > 0) == accounts);

    private static void Write(RowPen pen, People user, OwnerNames owners)
    {
        pen.Number("id", user.Id);
        pen.Text("userName", user.UserName, otherwise: user.AccessId);
        pen.Text("firstName", user.FirstName, otherwise: "");
        pen.Text("lastName", user.LastName, otherwise: "");
        pen.Text("pseudonym", user.Pseudonym);
        pen.Text("role", user.Role);
        pen.Text("owner", owners[user.Organization]);
        pen.Texts("sees", user.Sees?.Select(owner => owners[owner]));
        pen.Texts("changes", user.Changes?.Select(owner => owners[owner]));
        pen.Flag("disabled", user.Disabled);
        pen.Text("accessId", user.AccessId);
        pen.Text("secretKey", user.SecretKey);
        pen.Rows("tokens", user.Tokens, token =>
        {
            pen.Text("token", token.Text);
            pen.Moment("expires", token.Expires, otherwise: ThreatConnectOwners.ExpiryOf(token.Text));
        });
    }

    private static void Write(RowPen pen, Graph graph, User user)
    {
        Named(pen, User.NodeKind, user.Number, user.Id);
        pen.Text("alias", user.Alias);
        pen.Text("fullName", user.FullName, otherwise: user.Alias);
        pen.Rows("addresses", Owned(graph, Email.ByUser, user).Cast<Email>(), email =>
        {
            Named(pen, Email.NodeKind, email.Number, email.Id);
            pen.Text("address", email.Address);
            pen.Flag("preferred", email.Preferred);
            pen.Flag("verified", email.Verified, otherwise: true);
        });
        pen.Texts("roles", user.Roles);
        pen.Texts("groups", user.Groups);
        pen.Rows("sessions", Owned(graph, Session.ByUser, user).Cast<Session>(), session =>
        {
            Named(pen, Session.NodeKind, session.Number, session.Id);
            pen.Text("bearer", session.Bearer);
            pen.Moment("expireAt", session.ExpireAt, otherwise: ThreatWindsAccounts.NeverSoon);
            pen.Flag("verified", session.Verified, otherwise: true);
            pen.Text("ip", session.Ip, otherwise: "127.0.0.1");
            pen.Text("userAgent", session.UserAgent, otherwise: "");
        });
        pen.Rows("keyPairs", Owned(graph, KeyPair.ByUser, user).Cast<KeyPair>(), pair =>
        {
            Named(pen, KeyPair.NodeKind, pair.Number, pair.Id);
            pen.Text("apiKey", pair.ApiKey);
            pen.Text("apiSecret", pair.ApiSecret);
            pen.Text("name", pair.Name, otherwise: pair.ApiKey);
            pen.Moment("expireAt", pair.ExpireAt, otherwise: ThreatWindsAccounts.NeverSoon);
            pen.Flag("verified", pair.Verified, otherwise: true);
        });
    }

    private static void Write(RowPen pen, VerificationCode code)
    {
        Named(pen, VerificationCode.NodeKind, code.Number, code.Id);
        pen.Text("for", code.For.ToString());
        pen.Id("target", code.TargetId);
        pen.Text("address", code.Address);
        pen.Text("code", code.Code);
    }

    private static void Named(RowPen pen, Kind kind, long number, Guid id)
    {
        pen.Number("number", number);
        pen.Id("id", id, otherwise: Ids.OfRecord(kind, number));
    }

    private static IEnumerable<Node> Owned(Graph graph, Index<OwnedKey> index, User user) => graph.Between(index, OwnedKey.First(user.Id), OwnedKey.Last(user.Id)).All();
}
