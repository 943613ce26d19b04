using Emulation.Http;

namespace Emulation.Tests.Http;

class MatcherTests
{
    private static readonly Route[] s_routes =
    [
        Row("GET",    "/v2/owners"),
        Row("GET",    "/v2/owners/mine"),
        Row("GET",    "/v2/owners/{id}"),
        Row("GET",    "/v2/indicators/bulk/"),
        Row("GET",    "/v2/indicators/{type}"),
        Row("POST",   "/v2/indicators/{type}"),
        Row("GET",    "/v2/indicators/{type}/{indicator}"),
        Row("GET",    "/v2/indicators/files/{indicator}/fileOccurrences"),
    ];

    private static readonly PathRules s_loose = new(IgnoreCase: true, TrailingSlash: true, HeadIsGet: true);
    private static readonly PathRules s_exact = new(IgnoreCase: false, TrailingSlash: false, HeadIsGet: false);

    [TestCase("GET", "/v2/owners/mine", "/v2/owners/mine")]
    [TestCase("GET", "/v2/owners/7", "/v2/owners/{id}")]
    [TestCase("GET", "/V2/Owners/MINE", "/v2/owners/mine")]
    [TestCase("GET", "/v2/owners/", "/v2/owners")]
    [TestCase("HEAD", "/v2/owners", "/v2/owners")]
    [TestCase("GET", "/v2/indicators/bulk", "/v2/indicators/bulk/")]
    [TestCase("GET", "/v2/indicators/files/abc", "/v2/indicators/{type}/{indicator}")]
    [TestCase("GET", "/v2/indicators/files/abc/fileOccurrences", "/v2/indicators/files/{indicator}/fileOccurrences")]
    public void The_most_literal_path_is_found(string method, string path, string row)
    {
        Find(s_loose, method, path).Route!.Path.Should().Be(row);
    }

    [Test]
    public void Values_stand_in_the_order_of_the_path()
    {
        Find(s_loose, "GET", "/v2/indicators/urls/http%3A%2F%2Fx").Values.Should().Equal("urls", "http://x");
    }

    [Test]
    public void A_known_path_with_another_method_tells_its_methods()
    {
        var match = Find(s_loose, "DELETE", "/v2/indicators/hosts");

        match.Route.Should().BeNull();
        match.Allowed.Should().Be("GET, POST");
    }

    [Test]
    public void A_literal_path_is_not_given_up_for_a_parameter_that_has_the_method()
    {
        Find(s_loose, "POST", "/v2/indicators/bulk").Allowed.Should().Be("GET");
    }

    [TestCase("/v2")]
    [TestCase("/v2/nothing")]
    [TestCase("/v2/owners/7/8/9")]
    [TestCase("/v2//owners")]
    [TestCase("/v2/owners//")]
    public void An_unknown_path_is_not_found(string path)
    {
        Find(s_loose, "GET", path).PathExists.Should().BeFalse();
    }

    [TestCase("GET", "/v2/Owners")]
    [TestCase("GET", "/v2/owners/")]
    public void Exact_rules_forgive_nothing(string method, string path)
    {
        Find(s_exact, method, path).PathExists.Should().BeFalse();
    }

    private static Match Find(PathRules rules, string method, string path) =>
        new Matcher(s_routes, rules).Find(method, Target.Parse(path).Segments);

    private static Route Row(string method, string path) =>
        new(method, path, path, Provenance.Documented, "test") { Query = _ => new Reply(200) };
}
