using Emulation.Http;

namespace Emulation.Tests.Apis.ThreatConnect;

/// <summary>How plus signs and spaces of a value are read in the segments of a path.</summary>
public class PlusSignTests
{
    private const string Spaced = "http%3A%2F%2Fx.example%2Fa%20b";
    private const string Plus = "http%3A%2F%2Fx.example%2Fa%2Bb";
    private const string FormEncoded = "http%3A%2F%2Fx.example%2Fa+b";
    private const string Missing = "http%3A%2F%2Fx.example%2Fmissing";

    private static readonly string[] s_parameters = ["{indicator}", "{associatedIndicator}", "{targetId}"];

    /// <summary>Every route that has an indicator of any type in its path, once for each such segment.</summary>
    public static IEnumerable<TestCaseData> Segments() =>
        from route in Paths.All
        where route.Served && route.Method == "GET"
        from parameter in s_parameters
        let type = route.Path.Split('/').TakeWhile(part => part != parameter).LastOrDefault()
        where route.Path.Contains(parameter, StringComparison.Ordinal) && type!.StartsWith('{')
        select new TestCaseData(route.Path, parameter).SetArgDisplayNames(route.Path, parameter);

    [TestCaseSource(nameof(Segments))]
    public async Task An_escaped_plus_is_a_plus_and_a_raw_one_is_also_a_space(string route, string parameter)
    {
        await using var client = await Client.Of("docs-9");
        (await client.Post("/v2/indicators/urls", """{"text":"http://x.example/a b"}""")).ShouldBe(201);

        var missing = await client.Get(Target(route, parameter, Missing));

        (await client.Get(Target(route, parameter, Plus))).Text.Should().Be(missing.Text, "the value with a plus is another");
        (await client.Get(Target(route, parameter, FormEncoded))).Text
            .Should().Be((await client.Get(Target(route, parameter, Spaced))).Text);
    }

    [Test]
    public async Task An_indicator_with_a_space_is_not_deleted_by_a_path_with_an_escaped_plus()
    {
        await using var client = await Client.Of("docs-9");
        (await client.Post("/v2/indicators/urls", """{"text":"http://x.example/a b"}""")).ShouldBe(201);

        (await client.Delete($"/v2/indicators/urls/{Plus}")).ShouldFail(404, "The requested resource was not found");

        (await client.Get($"/v2/indicators/urls/{Spaced}")).ShouldBe(200);
    }

    [TestCase("http%3A%2F%2Fx.example%2Fa+b%2Bc")]
    [TestCase("http%3A%2F%2Fx.example%2Fa%20b%2Bc")]
    [TestCase("http%3A%2F%2Fx.example%2Fa%20b+c")]
    public async Task A_value_with_a_space_and_a_plus_is_found_as_clients_encode_it(string written)
    {
        await using var client = await Client.Of("docs-9");
        var made = (await client.Post("/v2/indicators/urls", """{"text":"http://x.example/a b+c"}""")).ShouldBe(201);

        (await client.Get($"/api/v2/indicators/urls/{written}")).ShouldBe(200).Id.Should().Be(made.Id);
        (await client.Delete($"/v2/indicators/urls/{written}")).ShouldBe(200);
    }

    [Test]
    public async Task Where_both_values_exist_each_path_finds_its_own()
    {
        await using var client = await Client.Of("docs-9");
        var spaced = (await client.Post("/v2/indicators/urls", """{"text":"http://x.example/a b"}""")).ShouldBe(201).Id;
        var plus = (await client.Post("/v2/indicators/urls", """{"text":"http://x.example/a+b"}""")).ShouldBe(201).Id;

        (await client.Get($"/v2/indicators/urls/{Spaced}")).Id.Should().Be(spaced);
        (await client.Get($"/v2/indicators/urls/{Plus}")).Id.Should().Be(plus);
        (await client.Get($"/v2/indicators/urls/{FormEncoded}")).Id.Should().Be(plus, "the plus is kept first");
    }

    [Test]
    public async Task The_joined_hashes_of_a_file_may_be_form_encoded()
    {
        await using var client = await Client.Of("docs-9");

        (await client.Get(
            "/v2/indicators/files/422AD421127685E3EF4A44B546258107+:+6EE03D201FE358139858956383F3C280ACADEB8E")).ShouldBe(200);
        (await client.Get("/v2/indicators/files/422AD421127685E3EF4A44B546258107+%3A+6EE03D201FE358139858956383F3C280ACADEB8E/fileOccurrences")).ShouldBe(200);
    }

    [Test]
    public async Task A_summary_in_a_batch_is_not_decoded()
    {
        await using var client = await Client.Of("docs-9");
        (await client.Post("/v2/indicators/urls", """{"text":"http://x.example/a b"}""")).ShouldBe(201);

        var status = await Platform.Job.Run(client, """
            {"group":[{"type":"Threat","name":"T","xid":"t-1","associatedIndicators":[{"indicatorType":"URL","summary":"http://x.example/a+b"}]}]}
            """);

        status.GetProperty("errorCount").GetInt32().Should().Be(1);
    }

    private static string Target(string routePath, string parameter, string value)
    {
        var route = Paths.All.First(known => known.Method == "GET" && known.Path == routePath);
        var path = route.Path.Replace(parameter, value, StringComparison.Ordinal);
        var segments = route.Path.Split('/');
        var type = segments[Array.IndexOf(segments, parameter) - 1];
        return Paths.Fill(route with { Path = path.Replace(type, "urls", StringComparison.Ordinal) });
    }
}
