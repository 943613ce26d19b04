using Emulation.Http;

namespace Emulation.Tests.Http;

class TargetTests
{
    [TestCase("/v2/tags/Nation%20State",           "v2|tags|Nation State")]
    [TestCase("/v2/tags/TLP:AMBER+STRICT",         "v2|tags|TLP:AMBER+STRICT")]
    [TestCase("/v2/indicators/cidrBlocks/192.168.0.0%2F24", "v2|indicators|cidrBlocks|192.168.0.0/24")]
    [TestCase("/v2/indicators/urls/http%3A%2F%2Fa.example%2F%252F", "v2|indicators|urls|http://a.example/%2F")]
    [TestCase("/v2/tags/%C3%A9t%C3%A9",            "v2|tags|été")]
    [TestCase("/v2/tags/été",                      "v2|tags|été")]
    [TestCase("/a/../b/./c",                       "a|..|b|.|c")]
    [TestCase("/v2/tasks/",                        "v2|tasks|")]
    [TestCase("//double",                          "|double")]
    [TestCase("/",                                 "")]
    public void Each_segment_is_decoded_once_after_the_split(string raw, string segments)
    {
        Target.Parse(raw).Segments.Should().Equal(segments.Split('|'));
    }

    [TestCase("/v2/tags/%zz")]
    [TestCase("/v2/tags/%4")]
    [TestCase("/v2/tags/%")]
    [TestCase("/v2/%%20/x")]
    public void A_broken_escape_is_malformed(string raw)
    {
        Target.Parse(raw).Malformed.Should().BeTrue();
    }

    [Test]
    public void Query_and_path_are_kept_as_sent()
    {
        var target = Target.Parse("/api/v2/indicators/hosts/example.com?Owner=Common%20Community");

        target.Raw.Should().Be("/api/v2/indicators/hosts/example.com?Owner=Common%20Community");
        target.Path.Should().Be("/api/v2/indicators/hosts/example.com");
        target.RawQuery.Should().Be("Owner=Common%20Community");
    }

    [TestCase("/worlds/a/v2/tasks?x=1", "a", "/worlds/a", "/v2/tasks")]
    [TestCase("/worlds/a",              "a", "/worlds/a", "/")]
    [TestCase("/worlds/a/?",            "a", "/worlds/a", "/")]
    [TestCase("/worlds/a%20b/v2",       "a b", "/worlds/a%20b", "/v2")]
    [TestCase("/worlds//v2",            "", "/worlds/", "/v2")]
    public void A_prefix_names_the_world(string raw, string world, string prefix, string path)
    {
        var target = Target.Parse(raw);

        target.World.Should().Be(world);
        target.Path.Should().Be(path);
        if (world.Length > 0 && raw.Length > prefix.Length) target.Prefix.Should().Be(prefix);
    }

    [Test]
    public void An_absolute_target_counts_from_its_path()
    {
        Target.Parse("http://host:81/v2/tasks?a=b").Raw.Should().Be("/v2/tasks?a=b");
    }
}

class QueryTests
{
    [Test]
    public void A_plus_is_a_blank_and_an_escape_is_decoded_once()
    {
        var query = Query.Parse("owner=Demo+Customer%20Community&b=%252B&c", StringComparison.OrdinalIgnoreCase);

        query["OWNER"].Should().Be("Demo Customer Community");
        query["b"].Should().Be("%2B");
        query["c"].Should().BeEmpty();
        query["d"].Should().BeNull();
    }

    [Test]
    public void A_name_may_repeat()
    {
        var query = Query.Parse("includes=tags&includes=labels", StringComparison.Ordinal);

        query.Each("includes").Should().Equal("tags", "labels");
        query["includes"].Should().Be("tags");
    }

    [TestCase("a=%zz", "%zz")]
    [TestCase("a=100%", "100%")]
    public void A_broken_escape_stays(string raw, string value)
    {
        Query.Parse(raw, StringComparison.Ordinal)["a"].Should().Be(value);
    }
}
