using System.Text.Json;
using Emulation.Recordings.Checking;
using Emulation.Recordings.Format;
using Emulation.Recordings.Rules;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Tests.Recordings;

/// <summary>Names of people and organizations that are made of the APIs' own words, in parameters.</summary>
class NameTests
{
    private readonly Sanitizer _sanitizer = new(RuleSet.Default, new RouteFinder(RouteFinder.AllApis()));

    /// <summary>Every word is one of the APIs' own, so that only its place says that it is a name.</summary>
    private static IEnumerable<Func<string, CapturedExchange>> PlacesOfNames =>
    [
        name => Captured.Get($"/v2/groups?owner={name}"),
        name => Captured.Get($"/api/v3/groups?resultLimit=1&owner={name}"),
        name => Captured.Get($"/somewhere?owner={name}"),
        name => Captured.Get("/v2/groups", $$"""{"next":"https://x.corp.test/v2/groups?owner={{name}}&resultStart=10"}"""),
        name => Captured.Get("/v2/groups", $$"""{"href":"/v2/groups?resultStart=10&owner={{name}}"}"""),
        name => Captured.Get("/v2/groups", $$"""{"message":"The requested page is /v2/groups?resultStart=10&owner={{name}}"}"""),
        name => Captured.Get("/v2/groups", $$"""{"webLink":"https://x.corp.test/auth/tags/tag.xhtml?tag={{name}}&owner=x"}"""),
        name => Captured.Post("/v2/x", $"<a href=\"/v2/groups?owner={name}\">Next</a>", "text/html"),
        name => Captured.Post("/v2/x", $"owner={name}&limit=10", "application/x-www-form-urlencoded"),
        name => Captured.Get("/v2/owners").WithResponseHeader("Location", $"https://x.corp.test/v2/groups?owner={name}"),
        name => Captured.Get("/v2/owners").WithResponseHeader("Location", $"/unknown?owner={name}"),
        name => Captured.Get("/v2/owners").WithResponseHeader("Link", $"</v2/groups?owner={name}>; rel=next"),
    ];

    [Test]
    public void A_name_of_common_words_in_a_parameter_has_the_stand_in_that_it_has_in_bodies(
        [ValueSource(nameof(PlacesOfNames))] Func<string, CapturedExchange> place,
        [Values("Incident+Owner", "Example%20Org", "System")] string name, [Values] bool isSeenBefore)
    {
        var decoded = Uri.UnescapeDataString(name.Replace('+', ' '));
        string StandIn() => StandInOf($$"""{"ownerName":"{{decoded}}"}""");
        var before = isSeenBefore ? StandIn() : null;

        var text = JsonSerializer.Serialize(_sanitizer.Replace(place(name)), ReadableJson.Context.RecordedExchange);

        text.Should().NotContain($"={name}").And.NotContain($"={Uri.EscapeDataString(decoded)}").And.NotContain($"={decoded}");
        if (!text.Contains("\"Link\"", StringComparison.Ordinal)) text.Should().Contain($"={Uri.EscapeDataString(before ?? StandIn())}");
    }

    [TestCase("/v2/groups?owner=Incident+Owner", "{}", "request query owner")]
    [TestCase("/somewhere?owner=Incident", "{}", "request query owner")]
    [TestCase("/v2/groups", """{"next":"/v2/groups?owner=Incident%20Owner"}""", "response body $.next")]
    [TestCase("/v2/groups", """{"ownerName":"Incident Owner"}""", "response body $.ownerName")]
    [TestCase("/v2/groups", """{"message":"See https://x.example/?limit=1&owner=Incident for it"}""", "response body $.message")]
    public void A_name_of_common_words_that_slipped_through_is_found(string target, string body, string place)
    {
        var recorded = new RecordedExchange
        {
            Number = 1,
            Api = target.StartsWith("/v2", StringComparison.Ordinal) ? "threatconnect" : "outside",
            Request = new RecordedRequest { Method = "GET", Target = target },
            Response = new RecordedResponse { Status = 200, Body = new RecordedBody { Text = body, Length = body.Length } },
        };

        new RecordingCheck(RuleSet.Default, []).Of(recorded).Select(finding => (finding.Place, finding.Kind))
            .Should().Equal((place, "name"));
    }

    private string StandInOf(string json)
    {
        using var answer = JsonDocument.Parse(_sanitizer.Replace(Captured.Get("/v2/x", json)).Response.Body!.Text!);
        return answer.RootElement.EnumerateObject().Single().Value.GetString()!;
    }
}
