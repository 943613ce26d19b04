namespace Emulation.Tests.Apis.Deso;

/// <summary>What is refused with 400 before a node looks at its data, and in what order. Source: backend routes/associations.go.</summary>
class RequestCheckTests
{
    private const string Key = "tBCKXFJEDSF7Thcc6BUBcB6kicE5qzmLbAtvFf9LfKSXN4LwFt36oX";
    private const string Thirteen =
        "\"AssociationValues\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\",\"11\",\"12\",\"12\"]";

    public static IEnumerable<TestCaseData> Refusals()
    {
        foreach (var (kind, name) in new[] { ("user", "User"), ("post", "Post") })
        {
            var about = kind == "user"
                ? ("\"TargetUserPublicKeyBase58Check\":\"nope\"", "problem getting PKID for the target user")
                : ("\"PostHashHex\":\"xyz\"", "invalid PostHashHex provided");
            (string Route, string H)[] routes = [("query", $"Get{name}Associations"), ("count", $"Count{name}Associations"), (
                "counts", $"Count{name}AssociationsByValue")];
            foreach (var (route, h) in routes)
            {
                yield return Case(kind, route, "{\"Limit\":\"x\"}", h, "problem parsing request body");
                yield return Case(kind, route, "{\"TransactorPublicKeyBase58Check\":\"nope\",\"AppPublicKeyBase58Check\":\"nope\"," + about.Item1 + "}", h, "problem getting PKID for the transactor");
                yield return Case(kind, route, "{" + about.Item1 + ",\"AppPublicKeyBase58Check\":\"nope\"}", h, about.Item2);
                yield return Case(kind, route, "{\"AppPublicKeyBase58Check\":\"nope\",\"AssociationValues\":[\"a\"],\"AssociationValue\":\"b\"}", h, "problem getting PKID for the app");
                yield return Case(kind, route, "{\"TransactorPublicKeyBase58Check\":\"11111\"}", h, "problem getting PKID for the transactor");
            }
            yield return Case(kind, "query", "{\"Limit\":101,\"LastSeenAssociationID\":\"x\"}", routes[0].H, "invalid Limit provided");
            yield return Case(kind, "query", "{\"Limit\":-1}", routes[0].H, "invalid Limit provided");
            yield return Case(kind, "query", "{\"Limit\":9223372036854775807}", routes[0].H, "invalid Limit provided");
            yield return Case(kind, "query", "{\"LastSeenAssociationID\":\"x\",\"TransactorPublicKeyBase58Check\":\"nope\"}", routes[0].H, "invalid LastSeenAssociationID provided");
            yield return Case(kind, "query", "{\"LastSeenAssociationID\":\"abc\"}", routes[0].H, "invalid LastSeenAssociationID provided");
            yield return Case(kind, "query", "{\"LastSeenAssociationID\":\"0xab\"}", routes[0].H, "invalid LastSeenAssociationID provided");
            foreach (var (route, h) in routes[1..])
            {
                yield return Case(kind, route, "{\"Limit\":1,\"LastSeenAssociationID\":\"x\"}", h, "unsupported Limit param for count operation");
                // The post version repeats the text of the limit.
                yield return Case(kind, route, "{\"LastSeenAssociationID\":\"x\",\"SortDescending\":true}", h, $"unsupported {(kind == "user" ? "LastSeenAssociationID" : "Limit")} param for count operation");
                yield return Case(kind, route, "{\"SortDescending\":true,\"IncludeAppProfile\":true}", h, "unsupported SortDescending param for count operation");
                string[] flags = kind == "user"
                    ? ["IncludeTransactorProfile", "IncludeTargetUserProfile", "IncludeAppProfile"]
                    : ["IncludeTransactorProfile", "IncludePostEntry", "IncludePostAuthorProfile", "IncludeAppProfile"];
                foreach (var flag in flags)
                    yield return Case(kind, route, "{\"" + flag + "\":true,\"TransactorPublicKeyBase58Check\":\"nope\"}", h, "unsupported IncludeProfile param for count operation");
            }
            yield return Case(kind, "count", "{\"AssociationValues\":[\"a\"]}", routes[1].H, "unsupported AssociationValues param provided");
            yield return Case(kind, "count", "{" + Thirteen + "}", routes[1].H, "unsupported AssociationValues param provided");
            foreach (var (route, h) in new[] { routes[0], routes[2] })
            {
                yield return Case(kind, route, "{" + Thirteen + ",\"AssociationTypePrefix\":\"R\"}", h, "too many AssociationValues values provided");
                yield return Case(kind, route, "{\"AssociationValues\":[\"a\"],\"AssociationTypePrefix\":\"REACT\",\"AssociationValue\":\"b\"}", h, "cannot provide both REACT and AssociationValues");
                yield return Case(kind, route, "{\"AssociationValues\":[\"a\"],\"AssociationValue\":\"b\",\"AssociationValuePrefix\":\"c\"}", h, "cannot provide both b and AssociationValues");
                yield return Case(kind, route, "{\"AssociationValues\":[\"\"],\"AssociationValuePrefix\":\"c\"}", h, "cannot provide both c and AssociationValues");
            }
            yield return Case(kind, "query", "{\"AssociationValues\":[\"a\"],\"SortDescending\":true,\"AssociationTypePrefix\":\"R\"}", routes[0].H, "cannot provide both SortDescending and AssociationValues");
            yield return Case(kind, "query", "{\"AssociationValues\":[\"a\"],\"LastSeenAssociationID\":\"AB\"}", routes[0].H, "cannot provide both AB and AssociationValues");
        }
    }

    [TestCaseSource(nameof(Refusals))]
    public async Task Is_refused_with_400(string kind, string route, string body, string text)
    {
        await using var node = await DesoNode.Of("docs");

        var answer = await node.Post($"/api/v0/{kind}-associations/{route}", body);

        answer.Status.Should().Be(400);
        answer.Error.Should().Be(text);
    }

    [TestCase("user", "\"TargetUserPublicKeyBase58Check\":\"{0}\"")]
    [TestCase("post", "\"PostHashHex\":\"abcd\"")]
    public async Task Twelve_values_are_served(string kind, string about)
    {
        await using var node = await DesoNode.Of("docs");
        var body = "{" + about.Replace("{0}", Key, StringComparison.Ordinal) + ",\"AssociationType\":\"T\"," + Thirteen.Replace(
            ",\"12\"]", "]", StringComparison.Ordinal) + "}";

        (await node.Post($"/api/v0/{kind}-associations/query", body)).Text.Should().StartWith("{\"Associations\":[],");
        (await node.Post($"/api/v0/{kind}-associations/counts", body)).Json.GetProperty("Counts").EnumerateObject().Should().HaveCount(12);
    }

    private static TestCaseData Case(string kind, string route, string body, string h, string text) =>
        new TestCaseData(kind, route, body, $"{h}: {text}").SetName($"{kind} {route} {body}");
}
