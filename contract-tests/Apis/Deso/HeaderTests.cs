using Emulation.Apis.Deso;

namespace Emulation.Tests.Apis.Deso;

class HeaderTests
{
    [Test]
    public async Task Every_routed_answer_carries_the_security_headers_and_the_origin_as_sent()
    {
        await using var node = await DesoNode.Of("docs");

        var answer = await node.Send("GET", "/api/v0/user-associations/abc", null, ("Origin", "https://app.example.com"));

        answer.Header("Access-Control-Allow-Credentials").Should().Be("true");
        answer.Header("Access-Control-Allow-Origin").Should().Be("https://app.example.com");
        answer.Header("Access-Control-Allow-Headers").Should().Be("Origin, X-Requested-With, Content-Type, Accept");
        answer.Header("Access-Control-Allow-Methods").Should().Be("GET, PUT, POST, DELETE, OPTIONS");
        answer.Header("X-Frame-Options").Should().Be("DENY");
        answer.Header("X-Content-Type-Options").Should().Be("nosniff");
        answer.Header("X-XSS-Protection").Should().Be("1; mode=block");
        answer.Header("Content-Security-Policy").Should().Be("default-src 'self'");
        answer.Header("Referrer-Policy").Should().Be("same-origin");
        answer.Header("Vary").Should().BeNull();
        answer.Header("Access-Control-Max-Age").Should().BeNull();
        answer.Header("Server").Should().BeNull();
    }

    [TestCase("/api/v0/user-associations/query")]
    [TestCase("/post-associations/create")]
    [TestCase("/api/v0/submit-transaction")]
    public async Task A_preflight_is_answered_with_headers_alone(string target)
    {
        await using var node = await DesoNode.Of("docs");

        var answer = await node.Send("OPTIONS", target, null, ("Origin", "null"), ("Access-Control-Request-Method", "POST"));

        answer.Status.Should().Be(200);
        answer.Text.Should().BeEmpty();
        answer.ContentType.Should().BeNull();
        answer.Header("Access-Control-Allow-Origin").Should().Be("null");
    }

    [TestCase("https://app.example.com", true)]
    [TestCase("http://example.com", true)]
    [TestCase("https://exact.org", true)]
    [TestCase("https://sub.exact.org", false)]
    [TestCase("https://evil.com", false)]
    public async Task With_a_list_of_origins_others_get_no_header_and_are_answered_all_the_same(string origin, bool allowed)
    {
        await using var node = await DesoNode.Of("docs", new DesoOptions { AllowedOrigins = ["example.com", "https://exact.org"] });

        var answer = await node.Send("GET", "/api/v0/user-associations/ab", null, ("Origin", origin));

        answer.Status.Should().Be(404);
        answer.Header("Access-Control-Allow-Origin").Should().Be(allowed ? origin : null);
        answer.Header("X-Frame-Options").Should().Be("DENY");
    }

    [Test]
    public async Task The_origin_that_was_not_sent_is_an_empty_header()
    {
        await using var node = await DesoNode.Of("docs");

        (await node.Get("/api/v0/user-associations/ab")).Header("Access-Control-Allow-Origin").Should().BeEmpty();
    }
}
