namespace Emulation.Tests.Apis.Deso;

/// <summary>What the router answers before any handler. Source: gorilla/mux with StrictSlash, run with a node's patterns.</summary>
class RoutingTests
{
    private const string Known = "22b1dabed784a8ada7c630e1539829df21e485608c13e3b461a37ff97185ff69";

    [TestCase("GET",  "/api/v0/user-associations/xyz")]
    [TestCase("GET",  "/api/v0/user-associations/zz")]
    [TestCase("GET",  "/api/v0/user-associations/0xab")]
    [TestCase("GET",  "/api/v0/user-associations")]
    [TestCase("GET",  "/api/v0/user-associations/")]
    [TestCase("GET",  "/api/v0/user-associations/" + Known + "/")]
    [TestCase("POST", "/api/v0/user-associations/" + Known + "/")]
    [TestCase("GET",  "/api/v0/user-associations/ab%0A")]
    [TestCase("GET",  "/api/v0/user-associations/ab%2F")]
    [TestCase("GET",  "/api/v0/user-associations/ab%20")]
    [TestCase("GET",  "/api/v0/user-associations/ab/cd")]
    [TestCase("POST", "/api/v0/user-associations/Query")]
    [TestCase("POST", "/api/v0/user-associations/nope")]
    [TestCase("POST", "/api/v0/User-Associations/query")]
    [TestCase("POST", "/api/v0/post-associations/nope")]
    [TestCase("GET",  "/api/v0/post-associations/xyz")]
    [TestCase("POST", "/user-associations/nope")]
    [TestCase("GET",  "/post-associations")]
    [TestCase("GET",  "/api/v0")]
    [TestCase("GET",  "/api/v0/")]
    [TestCase("GET",  "/api/v0/unknown")]
    [TestCase("GET",  "/api/v0/get-single-derived-key/abc/def")]
    public async Task A_path_that_no_route_has_is_a_plain_page(string method, string target)
    {
        await using var node = await DesoNode.Of("docs");

        var answer = await node.Send(method, target);

        answer.Status.Should().Be(404);
        answer.Text.Should().Be("404 page not found\n");
        answer.ContentType.Should().Be("text/plain; charset=utf-8");
        answer.Header("X-Content-Type-Options").Should().Be("nosniff");
        answer.Header("X-Frame-Options").Should().BeNull();
        answer.Header("Access-Control-Allow-Origin").Should().BeNull();
    }

    [TestCase("POST",    "/api/v0/user-associations/" + Known)]
    [TestCase("PUT",     "/api/v0/user-associations/ab")]
    [TestCase("DELETE",  "/api/v0/user-associations/ab")]
    [TestCase("HEAD",    "/api/v0/user-associations/ab")]
    [TestCase("OPTIONS", "/api/v0/user-associations/ab")]
    [TestCase("OPTIONS", "/api/v0/post-associations/ab")]
    [TestCase("GET",     "/api/v0/user-associations/query")]
    [TestCase("PUT",     "/api/v0/user-associations/count")]
    [TestCase("DELETE",  "/api/v0/user-associations/counts")]
    [TestCase("HEAD",    "/api/v0/user-associations/create")]
    [TestCase("GET",     "/api/v0/user-associations/delete")]
    [TestCase("GET",     "/api/v0/post-associations/query/")]
    [TestCase("GET",     "/post-associations/query")]
    [TestCase("GET",     "/submit-transaction")]
    public async Task Another_method_is_405_with_nothing_else(string method, string target)
    {
        await using var node = await DesoNode.Of("docs");

        var answer = await node.Send(method, target);

        answer.Status.Should().Be(405);
        answer.Text.Should().BeEmpty();
        answer.ContentType.Should().BeNull();
        answer.Header("Allow").Should().BeNull();
        answer.Header("Access-Control-Allow-Origin").Should().BeNull();
        answer.Header("X-Frame-Options").Should().BeNull();
    }

    [TestCase("POST",    "/api/v0/user-associations/query/",        "/api/v0/user-associations/query")]
    [TestCase("POST",    "/api/v0/user-associations/query/?a=b&c",  "/api/v0/user-associations/query?a=b&c")]
    [TestCase("OPTIONS", "/api/v0/post-associations/count/",        "/api/v0/post-associations/count")]
    [TestCase("POST",    "/post-associations/counts/",              "/post-associations/counts")]
    [TestCase("POST",    "/worlds/a/api/v0/post-associations/counts/", "/worlds/a/api/v0/post-associations/counts")]
    public async Task A_slash_at_the_end_is_redirected_away(string method, string target, string location)
    {
        await using var node = await DesoNode.Of("docs");

        var answer = await node.Send(method, target);

        answer.Status.Should().Be(301);
        answer.Header("Location").Should().Be(location);
        answer.Text.Should().BeEmpty();
        answer.Header("X-Frame-Options").Should().Be("DENY");
        answer.Header("Access-Control-Allow-Origin").Should().BeNull();
    }

    [TestCase("POST",   "/api/v0/user-associations//query",       "/api/v0/user-associations/query")]
    [TestCase("GET",    "/api/v0//user-associations/ab?x=1",      "/api/v0/user-associations/ab?x=1")]
    [TestCase("POST",   "/api/v0/user-associations/query//",      "/api/v0/user-associations/query/")]
    [TestCase("DELETE", "//api/v0/user-associations/zz",          "/api/v0/user-associations/zz")]
    [TestCase("GET",    "/api/v0/./user-associations/ab",         "/api/v0/user-associations/ab")]
    [TestCase("GET",    "/api/v0/x/../user-associations/ab",      "/api/v0/user-associations/ab")]
    [TestCase("GET",    "/worlds/a/api/v0//user-associations/ab", "/worlds/a/api/v0/user-associations/ab")]
    public async Task A_path_with_empty_segments_is_redirected_before_anything_else(string method, string target, string location)
    {
        await using var node = await DesoNode.Of("docs");

        var answer = await node.Send(method, target);

        answer.Status.Should().Be(301);
        answer.Header("Location").Should().Be(location);
        answer.Text.Should().BeEmpty();
        answer.Header("X-Frame-Options").Should().BeNull();
        answer.Header("Access-Control-Allow-Origin").Should().BeNull();
    }

    [TestCase("/api/v0/user-associations/" + Known)]
    [TestCase("/user-associations/" + Known)]
    [TestCase("/api/v0/user-associations/22B1DABED784A8ADA7C630E1539829DF21E485608C13E3B461A37FF97185FF69")]
    [TestCase("/api/v0/user-associations/" + Known + "?whatever=1")]
    [TestCase("/api/v0/user-associations/" + Known + "00")]
    [TestCase("/api/v0/user-associations/%32%32b1dabed784a8ada7c630e1539829df21e485608c13e3b461a37ff97185ff69")]
    public async Task An_id_is_found_in_any_case_with_or_without_the_prefix_and_cut_to_32_bytes(string target)
    {
        await using var node = await DesoNode.Of("docs");

        var answer = await node.Get(target);

        answer.Status.Should().Be(200);
        answer.Json.GetProperty("AssociationID").GetString().Should().Be(Known);
    }

    [TestCase("/api/v0/user-associations/ab")]
    [TestCase("/api/v0/user-associations/77cc81b90caadf52bdbcadef72bcf87bdeefc31308779b401141c13e52670caf", TestName = "A post association's id on the user route")]
    public async Task An_id_that_nothing_has_is_a_JSON_404_with_every_header(string target)
    {
        await using var node = await DesoNode.Of("docs");

        var answer = await node.Get(target);

        answer.Status.Should().Be(404);
        answer.Text.Should().Be("{\"error\":\"GetUserAssociationByID: association not found\"}\n");
        answer.ContentType.Should().Be("application/json");
        answer.Header("X-Frame-Options").Should().Be("DENY");
        answer.Header("Access-Control-Allow-Origin").Should().BeEmpty();
    }

    [TestCase("user", "GetUserAssociationByID: invalid AssociationID provided")]
    [TestCase("post", "GetPostAssociationByID: invalid AssociationID provided")]
    public async Task An_id_of_odd_length_is_invalid(string kind, string text)
    {
        await using var node = await DesoNode.Of("docs");

        var answer = await node.Get($"/api/v0/{kind}-associations/abc");

        answer.Status.Should().Be(400);
        answer.Error.Should().Be(text);
    }

    [Test]
    public async Task A_short_id_is_filled_with_zeros()
    {
        await using var node = await DesoNode.With(new DesoData().User(0x00AB0000, 1, 2, "T", "v"));

        var answer = await node.Get("/api/v0/user-associations/00ab");

        answer.Json.GetProperty("AssociationID").GetString().Should().Be(DesoData.Hash(0x00AB0000));
    }

    [Test]
    public async Task Other_names_without_the_prefix_are_not_the_nodes()
    {
        await using var node = await DesoNode.Of("docs");

        (await node.Send("POST", "/get-txns")).ContentType.Should().Be("application/problem+json");
    }
}
