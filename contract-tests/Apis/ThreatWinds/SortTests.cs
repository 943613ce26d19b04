using System.Text.Json.Nodes;

namespace Emulation.Tests.Apis.ThreatWinds;

/// <summary>The order of the list routes (documents 000 and 001; js-sdk search-client.ts).</summary>
class SortTests
{
    // Ids are given so that ties (by id) are a, b, c, d.
    private static Data Four() => new Data().Entity("root")
        .Entity("a", "2023-04-04T21:02:42.000000002Z", more: Row("text-a", -2, 1, "2023-05-01T00:00:00Z", ["m", "z"], null))
        .Entity("b", "2023-04-04T21:02:42.000000001Z", more: Row("text-b", 3, 3, "2023-05-03T00:00:00Z", ["n"], 20))
        .Entity("c", "2023-04-04T21:02:43Z", more: Row("text-c", -2, 2, "2023-05-02T00:00:00Z", null, 100))
        .Entity("d", "2023-04-04T21:02:42.000000001Z", more: Row("text-d", 0, 3, "2023-05-03T00:00:00Z", [], 3))
        .Related("root", "a").Related("root", "b").Related("c", "root").Related("root", "d");

    [TestCase("", "c a b d")]
    [TestCase("order=desc", "c a b d")]
    [TestCase("order=asc", "b d a c")]
    [TestCase("sort=@timestamp", "b d a c")]
    [TestCase("sort=@timestamp&order=desc", "c a b d")]
    [TestCase("sort=reputation", "a c d b")]
    [TestCase("sort=reputation&order=desc", "b d a c")]
    [TestCase("sort=reputation&order=DESC", "b d a c")]
    [TestCase("sort=bestReputation", "a c d b")]
    [TestCase("sort=worstReputation&order=desc", "b d a c")]
    [TestCase("sort=accuracy", "a c b d")]
    [TestCase("sort=accuracy&order=desc", "b d c a")]
    [TestCase("sort=lastSeen", "a c b d")]
    [TestCase("sort=lastSeen&order=desc", "b d c a")]
    [TestCase("sort=id", "a b c d")]
    [TestCase("sort=id&order=desc", "d c b a")]
    [TestCase("sort=id.keyword&order=desc", "d c b a")]
    [TestCase("sort=type", "a b c d")]
    [TestCase("sort=type.keyword&order=desc", "a b c d")]
    [TestCase("sort=tags", "a b c d")]
    [TestCase("sort=tags.keyword&order=desc", "a b c d")]
    [TestCase("sort=visibleBy&order=desc", "a b c d")]
    [TestCase("sort=attributes.text", "a b c d")]
    [TestCase("sort=attributes.text.keyword&order=desc", "d c b a")]
    [TestCase("sort=attributes.asn", "d b c a")]
    [TestCase("sort=attributes.asn&order=desc", "c b d a")]
    [TestCase("sort=attributes.descriptor", "a b c d")]
    public async Task Neighbours_come_in_the_order_that_is_asked_for(string query, string names)
    {
        var data = Four();
        await using var winds = await Winds.On(data);

        foreach (var route in new[] { $"/api/search/v1/associations/{data.IdOf("root")}", $"/api/search/v1/entity/{data.IdOf("root")}/relations" })
            data.Names((await winds.Get($"{route}?{query}")).Ids).Should().Be(names);
    }

    [Test]
    public async Task Text_is_compared_ordinally()
    {
        var data = new Data().Entity("root").Entity("B", type: "value").Entity("a", type: "value").Entity("Z", type: "value").Related("root", "B").Related("root", "a").Related("root", "Z");
        await using var winds = await Winds.On(data);

        data.Names((await winds.Get($"/api/search/v1/associations/{data.IdOf("root")}?sort=attributes.value")).Ids).Should().Be("B Z a");
    }

    private static Action<JsonObject> Row(string id, int reputation, int accuracy, string lastSeen, string[]? tags, int? asn) => row =>
    {
        row["id"] = id;
        row["reputation"] = reputation;
        row["accuracy"] = accuracy;
        row["lastSeen"] = lastSeen;
        if (tags is not null) row["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]);
        if (asn is not null) row["attributes"]!.AsObject()["asn"] = asn;
    };
}
