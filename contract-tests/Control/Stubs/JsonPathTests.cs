namespace Emulation.Tests.Control.Stubs;

/// <summary>Each expectation was taken from WireMock 3.13.2, asked the same.</summary>
class JsonPathTests
{
    private const string Document =
        """{"s":"x","n":1.50,"i":3,"t":true,"z":null,"o":{"k":"v","m":{"k":"w"}},"l":[{"a":1,"b":"p"},{"a":2,"b":"q"},{"a":3}],"e":[],"w":["u","v"],"a-b":1,"a b":2}""";

    private const string Elements = """{"l":[{"a":1,"b":"p","z":null,"k":[1,2],"e":[],"d":"5"},{"a":2}],"o":{"x":1}}""";

    private static readonly string[] s_found =
    [
        "$", "$.s", "$.o.k", "$['o']['k']", "$[\"s\"]", "$.l[0]", "$.l[-1]", "$.l[0:2]", "$.l[*].a", "$.l.length()", "$.l.size()", "$..k", "$..*", "$.*",
        "$.l[?(@.a==1)]", "$.l[?(@.b == 'p')]", "$.l[?(@.b == \"p\")]", "$.l[?(@.b)]", "$.l[?(!@.b)]", "$.l[?(@.a > 2)]",
        "$.l[?(@.a >= 2 && @.b == \"q\")]", "$.l[?(@.a == 9 || @.b == \"q\")]", "$.l[?(@.b =~ /P/i)]", "$.l[?(@.b in [\"p\",\"z\"])]", "$.l[?(@.b nin [\"p\",\"q\"])]",
        "$.w[?(@ == \"u\")]", "$[?(@.s == \"x\")]", "$.o[?(@.k == \"v\")]", "$.l[?(@.a == $.i)]", "$.l[0,1].a", "$.a-b", "$['a b']", "s", "@.s",
        "$.l[?(@.a == \"1\")]", "$.l[?(@.a != 1)]", "$.l[?(@.b != null)]", "$.l[?(@.b contains \"p\")]", "$.w[?(@ =~ /u|v/)]", "$.w[?(@ =~ /.*U.*/i)]",
        "$..l[0]", "$..[0]", "$.l[1:].a", "$.l[:-1]", "$.l[?(@[\"a\"]==1)]", "$.l[?(@.a<3)].b", "$.l[?((@.a==1))]", "$.o.*", "$.t", "$.w[*]", "$.o[*]", "$.w.*", "$.l[ 0 ]",
    ];

    private static readonly string[] s_missed =
    [
        "$.z", "$.e", "$.l[5]", "$.x.y", "$..nope", "$.l[?(@.a == 9)]", "$.l[?(@.b =~ /P/)]", "$.o[?(@.k == \"zz\")]", "$.l.a", "$.s.length()", "$.nope.length()",
        "$.l[?(@.b == null)]", "$.[0]", "$.l[?(@.b.length() == 1)]", "$.s[*]",
    ];

    private static readonly string[] s_kept =
    [
        "$.l[?(@.c != 'x')]", "$.l[?(@.c != null)]", "$.l[?(@.z == null)]", "$.l[?(@.z)]", "$.l[?(@.d == 5)]", "$.l[?('p' == @.b)]", "$.l[?(@.k contains 2)]", "$.l[?(@.k == [1,2])]",
        "$.l[?(2 in @.k)]", "$.l[?(@.b > 'a')]", "$.l[?(@.e)]", "$.l[?(@.k[0] == 1)]", "$.l[?(@.k.length() == 2)]", "$.l[?(!(@.a == 1))]",
        "$.l[?(@.a == 1 && (@.b == \"p\" || @.b == \"z\"))]", "$.l[?(@.a==1||@.a==7)]", "$.o[?(@.x)]", "$.l[?(@.a == 1.0)]", "$.l[?(@.c nin [1])]", "$.l[?(@.a =~ /1/)]", "$..[?(@.x == 1)]",
    ];

    private static readonly string[] s_dropped =
        ["$.l[?(@.c == null)]", "$.l[?(@.c < 1)]", "$.l[?(@.d > 4)]", "$.l[?(@.a!=1)].b", "$.l[?(@.b==true)]", "$.l[?(@.c =~ /x/)]"];

    [TestCaseSource(nameof(s_found))]
    public void It_finds(string path) => Simple(path, Document).Should().BeTrue();

    [TestCaseSource(nameof(s_missed))]
    public void It_does_not_find(string path) => Simple(path, Document).Should().BeFalse();

    [TestCaseSource(nameof(s_kept))]
    public void A_filter_keeps(string path) => Simple(path, Elements).Should().BeTrue();

    [TestCaseSource(nameof(s_dropped))]
    public void A_filter_drops(string path) => Simple(path, Elements).Should().BeFalse();

    [TestCase("""{"expression":"$.n","equalTo":"1.5"}""", true)]
    [TestCase("""{"expression":"$.n","equalTo":"1.50"}""", false)]
    [TestCase("""{"expression":"$.o","equalTo":"{\"k\":\"v\",\"m\":{\"k\":\"w\"}}"}""", false)]
    [TestCase("""{"expression":"$.o","matches":"(?s).*\\n.*"}""", true)]
    [TestCase("""{"expression":"$.o","contains":"\"k\" : \"v\""}""", true)]
    [TestCase("""{"expression":"$.l","contains":"a=1"}""", true)]
    [TestCase("""{"expression":"$.l","contains":"\"a\":1"}""", false)]
    [TestCase("""{"expression":"$..a","equalTo":"2"}""", true)]
    [TestCase("""{"expression":"$.w","equalTo":"u"}""", true)]
    [TestCase("""{"expression":"$.w","doesNotContain":"u"}""", true)]
    [TestCase("""{"expression":"$.w","equalToJson":"[\"u\", \"v\"]"}""", true)]
    [TestCase("""{"expression":"$.e","absent":true}""", true)]
    [TestCase("""{"expression":"$.z","absent":true}""", true)]
    [TestCase("""{"expression":"$..nope","absent":true}""", true)]
    [TestCase("""{"expression":"$.s","absent":true}""", false)]
    [TestCase("""{"expression":"$.nope","not":{"equalTo":"1"}}""", false)]
    [TestCase("""{"expression":"$.nope","doesNotMatch":"1"}""", false)]
    [TestCase("""{"expression":"$.nope","or":[{"absent":true},{"equalTo":"1"}]}""", false)]
    [TestCase("""{"expression":"$.t","equalTo":"true"}""", true)]
    [TestCase("""{"expression":"$.s","equalToJson":"\"x\""}""", false)]
    [TestCase("""{"expression":"$.z","equalToJson":"null"}""", false)]
    [TestCase("""{"expression":"$.o","matchesJsonPath":"$.k"}""", true)]
    [TestCase("""{"expression":"$.o","matchesJsonPath":{"expression":"$.k","equalTo":"v"}}""", true)]
    public void What_it_finds_is_judged(string matcher, bool matches) =>
        Some.Matches($$"""{"matchesJsonPath":{{matcher}}}""", Document).Should().Be(matches);

    [TestCase("<x/>", false)]
    [TestCase("", true)]
    [TestCase("zz", true)]
    public void What_is_not_json_has_nothing_at_a_path_unless_it_looks_like_xml(string body, bool matches) =>
        Some.Matches("""{"matchesJsonPath":{"expression":"$.nope","absent":true}}""", body).Should().Be(matches);

    private static bool Simple(string path, string document) =>
        Some.Matches($$"""{"matchesJsonPath":"{{path.Replace("\"", "\\\"", StringComparison.Ordinal)}}"}""", document);
}
