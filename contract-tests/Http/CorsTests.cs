using System.Net;
using Emulation.Http;
using Emulation.Tests.Support;

namespace Emulation.Tests.Http;

/// <summary>Calls from a browser, by the CORS protocol of the Fetch standard.</summary>
public class CorsTests
{
    private const string Origin = "https://app.example:8080";

    private static readonly string[] s_targets =
        ["/v2/tasks", "/api/v2/indicators/hosts", "/api/search/v1/entity/x/relations", "/api/analytics/v1/entity/x/relations"];

    [TestCaseSource(nameof(s_targets))]
    public async Task A_preflight_request_is_answered_before_credentials(string target)
    {
        await using var emulator = await Start(Origin);

        using var response = await emulator.Send("OPTIONS", target, null, ("Origin", Origin), ("Access-Control-Request-Method", "GET"), (
            "Access-Control-Request-Headers", "authorization,timestamp"));

        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        Header(response, "Access-Control-Allow-Origin").Should().Be(Origin);
        Header(response, "Access-Control-Allow-Headers").Should().Be("authorization,timestamp");
        Header(response, "Access-Control-Allow-Methods").Should().Contain("DELETE");
        Header(response, "Vary").Should().Be("Origin");
    }

    [TestCaseSource(nameof(s_targets))]
    public async Task A_refusal_too_can_be_read_by_the_page(string target)
    {
        await using var emulator = await Start(CorsPolicy.Every);

        using var response = await emulator.Send("GET", target, null, ("Origin", Origin));

        ((int)response.StatusCode).Should().BeOneOf(401, 403);
        Header(response, "Access-Control-Allow-Origin").Should().Be("*");
    }

    [TestCaseSource(nameof(s_targets))]
    public async Task Another_origin_or_none_gets_no_header(string target)
    {
        await using var emulator = await Start(Origin);

        using var other = await emulator.Send(
            "OPTIONS", target, null, ("Origin", "https://evil.example"), ("Access-Control-Request-Method", "GET"));
        using var none = await emulator.Send("GET", target);

        Header(other, "Access-Control-Allow-Origin").Should().BeNull();
        other.StatusCode.Should().NotBe(HttpStatusCode.NoContent);
        Header(none, "Access-Control-Allow-Origin").Should().BeNull();
    }

    [TestCaseSource(nameof(s_targets))]
    public async Task Without_the_option_nothing_changes(string target)
    {
        await using var emulator = await Running.InProcess("docs");

        using var response = await emulator.Send("OPTIONS", target, null, ("Origin", Origin), ("Access-Control-Request-Method", "GET"));

        Header(response, "Access-Control-Allow-Origin").Should().BeNull();
        response.StatusCode.Should().NotBe(HttpStatusCode.NoContent);
    }

    private static Task<Running> Start(string origin) =>
        Running.InProcess(new EmulatorOptions { Dataset = "docs", CorsOrigins = [origin] });

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;
}
