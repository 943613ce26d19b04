using Emulation.Apis.Deso;

namespace Emulation.Tests.Apis.Deso;

/// <summary>
/// What a node's core and its indexes refuse with 500. Source: core lib/block_view_association.go, lib/db_utils.go, issue #608.
/// </summary>
class StorageRuleTests
{
    private const string Tr = "\"TransactorPublicKeyBase58Check\":\"tBCKXFJEDSF7Thcc6BUBcB6kicE5qzmLbAtvFf9LfKSXN4LwFt36oX\"";
    private const string Ta = "\"TargetUserPublicKeyBase58Check\":\"tBCKXU8pf7nkn8M38sYJeAwiBP7HbSJWy9Zmn4sHNL6gA6ahkriymq\"";
    private const string Po = "\"PostHashHex\":\"7bf79e2fe04f8eadb66b9877ce04d55b64e2663fb34b392c2f215ca9d6fba938\"";
    private const string Ap = "\"AppPublicKeyBase58Check\":\"tBCKVUCQ9WxpVmNthS2PKfY1BCxG4GkWvXqDhQ4q3zLtiwKVUNMGYS\"";
    private const string T = "\"AssociationType\":\"REACTION\"";
    private const string Tp = "\"AssociationTypePrefix\":\"REACT\"";
    private const string V = "\"AssociationValue\":\"HEART\"";
    private const string Vp = "\"AssociationValuePrefix\":\"HE\"";

    private const string NoParties = "missing Transactor or TargetUser";
    private const string NoType = "missing AssociationType";
    private const string NoValue = "missing AssociationValue";
    private const string AppAlone = "querying by App requires all other parameters";

    public static IEnumerable<TestCaseData> OfTheCore()
    {
        foreach (var kind in new[] { "User", "Post" })
            foreach (var route in new[] { "query", "count", "counts" })
            {
                yield return Case(kind, route, "", "invalid query params: none provided");
                yield return Case(kind, route, $"{T},{Tp}", "invalid query params: both AssociationType and AssociationTypePrefix provided");
                yield return Case(kind, route, $"{T},{V},{Vp}", "invalid query params: both AssociationValue and AssociationValuePrefix provided");
                yield return Case(kind, route, $"{T},{Tp},{V},{Vp}", "invalid query params: both AssociationType and AssociationTypePrefix provided");
            }
        yield return Case("User", "query", "\"LastSeenAssociationID\":\"ab\"", "invalid query params: none provided");
        yield return Case("User", "query", $"{Tp},\"LastSeenAssociationID\":\"ab\"", "invalid query params: LastSeenAssociationEntry not found");
        yield return Case("Post", "query", $"{Tr},\"LastSeenAssociationID\":\"22b1dabed784a8ada7c630e1539829df21e485608c13e3b461a37ff97185ff69\"", "invalid query params: LastSeenAssociationEntry not found");
        yield return Case("Post", "counts", "\"AssociationValues\":[\"\"]", "invalid query params: none provided");
    }

    public static IEnumerable<TestCaseData> OfTheIndexes()
    {
        (string Filters, string Reason)[] users =
        [
            (T, NoParties), (Tp, NoParties), ($"{T},{V}", NoParties), (V, NoParties), (Ap, NoParties), ($"{Ap},{T},{V}", NoParties),
            ($"{Tr},{V}", NoType), ($"{Ta},{V}", NoType), ($"{Tr},{Vp}", NoType), ($"{Tr},{Tp},{V}", NoType), ($"{Tr},{Ta},{V}", NoType), ($"{Tr},{Ap},{V}", NoType),
            ($"{Tr},{Ap}", AppAlone), ($"{Ta},{Ap}", AppAlone), ($"{Tr},{Ta},{Ap}", AppAlone), ($"{Tr},{Ta},{T},{Ap}", AppAlone),
            ($"{Tr},{T},{V},{Ap}", AppAlone), ($"{Ta},{T},{V},{Ap}", AppAlone), ($"{Tr},{Ta},{T},{Vp},{Ap}", AppAlone), ($"{Tr},{Ta},{Tp},{Ap}", AppAlone),
        ];
        (string Filters, string Reason)[] posts =
        [
            ($"{Tr},{V}", NoType), ($"{Tr},{Vp}", NoType), ($"{Tr},{Po}", NoType), ($"{Tr},{Po},{Tp}", NoType), ($"{Tr},{Tp},{V}", NoType),
            ($"{Tr},{Po},{T}", NoValue), ($"{Tr},{Po},{T},{Vp}", NoValue), ($"{Tr},{Po},{T},{Ap}", NoValue),
            (V, NoType), (Vp, NoType), ($"{Po},{V}", NoType), ($"{Tp},{V}", NoType), ($"{Po},{Tp},{Vp}", NoType), ($"{Ap},{V}", NoType),
            (Ap, AppAlone), ($"{Ap},{T}", AppAlone), ($"{Ap},{T},{V}", AppAlone), ($"{Tr},{T},{V},{Ap}", AppAlone), ($"{Po},{T},{V},{Ap}", AppAlone), ($"{Tr},{Ap}", AppAlone), ($"{Po},{Ap}", AppAlone),
        ];
        foreach (var route in new[] { "query", "count", "counts" })
        {
            foreach (var (filters, reason) in users) yield return Case("User", route, filters, Indexes("User", route, reason));
            foreach (var (filters, reason) in posts) yield return Case("Post", route, filters, Indexes("Post", route, reason));
        }
        foreach (var route in new[] { "query", "counts" })
        {
            yield return Case("User", route, $"{Tr},\"AssociationValues\":[\"a\"]", Indexes("User", route, NoType));
            yield return Case("Post", route, $"{Tr},\"AssociationValues\":[\"a\"]", Indexes("Post", route, NoType));
            yield return Case("Post", route, "\"AssociationValues\":[\"a\"]", Indexes("Post", route, NoType));
            // An empty element is no value, and one chunk that fails fails all.
            yield return Case("Post", route, $"{Tr},{Po},{T},\"AssociationValues\":[\"HEART\",\"\"]", Indexes("Post", route, NoValue));
            yield return Case("User", route, $"{Tr},{Ta},{Ap},{T},\"AssociationValues\":[\"SQL\",\"\"]", Indexes("User", route, AppAlone));
        }
    }

    public static IEnumerable<TestCaseData> Served()
    {
        foreach (var party in new[] { Tr, Ta, $"{Tr},{Ta}" })
            foreach (var filters in new[] { party, $"{party},{T}", $"{party},{Tp}", $"{party},{T},{V}", $"{party},{T},{Vp}" })
                yield return new TestCaseData("user", filters);
        yield return new TestCaseData("user", $"{Tr},{Ta},{T},{V},{Ap}");
        foreach (var filters in new[] { Tr, Po, $"{Tr},{T}", $"{Po},{T}", $"{Tr},{Tp}", $"{Po},{Tp}", $"{Tr},{T},{V}", $"{Po},{T},{V}", $"{Tr},{T},{Vp}", $"{Po},{T},{Vp}" }) yield return new TestCaseData("post", filters);
        foreach (var filters in new[] { $"{Tr},{Po},{T},{V}", $"{Tr},{Po},{T},{V},{Ap}", T, Tp, $"{T},{V}", $"{T},{Vp}" })
            yield return new TestCaseData("post", filters);
    }

    [TestCaseSource(nameof(OfTheCore))]
    public async Task The_core_refuses(string kind, string route, string body, string text) => await Refused(kind, route, body, text);

    [TestCaseSource(nameof(OfTheIndexes))]
    public async Task No_index_serves(string kind, string route, string body, string text) => await Refused(kind, route, body, text);

    [TestCaseSource(nameof(Served))]
    public async Task An_index_serves(string kind, string filters)
    {
        await using var node = await DesoNode.Of("docs");

        foreach (var route in new[] { "query", "count", "counts" })
            (await node.Post($"/api/v0/{kind}-associations/{route}", "{" + filters + "}")).Status.Should().Be(200);
    }

    [TestCase("user", Ap)]
    [TestCase("user", $"{Ap},{T}")]
    [TestCase("user", V)]
    [TestCase("post", $"{Tr},{Po},{T}")]
    [TestCase("post", Ap)]
    public async Task Postgres_serves_every_combination(string kind, string filters)
    {
        await using var node = await DesoNode.Of("docs", new DesoOptions { Storage = Storage.Postgres });

        foreach (var route in new[] { "query", "count", "counts" })
            (await node.Post($"/api/v0/{kind}-associations/{route}", "{" + filters + "}")).Status.Should().Be(200);
    }

    [Test]
    public async Task The_indexes_refuse_on_an_empty_store_too()
    {
        await using var node = await DesoNode.With(new DesoData());

        var answer = await node.Post("/user-associations/query", "{" + T + "}");

        answer.Error.Should().Be("GetUserAssociations: GetUserAssociationsByAttributes: : DBGetUserAssociationsByAttributes: : DBGetUserAssociationIdsByAttributes: invalid query params: missing Transactor or TargetUser");
    }

    private static async Task Refused(string kind, string route, string body, string text)
    {
        await using var node = await DesoNode.Of("docs");

        var answer = await node.Post($"/api/v0/{kind}-associations/{route}", body);

        answer.Status.Should().Be(500);
        answer.Error.Should().Be(text);
    }

    private static string Indexes(string kind, string route, string reason) =>
        (route == "query" ? $"DBGet{kind}AssociationsByAttributes: : " : "") + $"DBGet{kind}AssociationIdsByAttributes: invalid query params: {reason}";

    private static TestCaseData Case(string kind, string route, string filters, string text)
    {
        var h = route switch { "query" => $"Get{kind}Associations", "count" => $"Count{kind}Associations", _ => $"Count{kind}AssociationsByValue" };
        var core = route == "query" ? "Get" : "Count";
        return new TestCaseData(
            kind.ToLowerInvariant(),
            route,
            "{" + filters + "}",
            $"{h}: {core}{kind}AssociationsByAttributes: : {text}").SetName($"{kind} {route} {filters}");
    }
}
