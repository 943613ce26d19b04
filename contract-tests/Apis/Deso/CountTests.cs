namespace Emulation.Tests.Apis.Deso;

class CountTests
{
    private static readonly string s_transactor = $"\"TransactorPublicKeyBase58Check\":\"{DesoData.Key(1)}\"";

    [TestCase("\"AssociationType\":\"t\",\"AssociationValues\":[\"b\",\"a\",\"z\"]", "{\"Counts\":{\"a\":2,\"b\":1,\"z\":0},\"Total\":3}")]
    [TestCase("\"AssociationType\":\"t\",\"AssociationValues\":[\"a\",\"a\"]",       "{\"Counts\":{\"a\":2},\"Total\":4}", TestName = "A value listed twice counts twice in the total")]
    [TestCase("\"AssociationType\":\"t\",\"AssociationValues\":[\"\"]",              "{\"Counts\":{\"\":3},\"Total\":3}")]
    [TestCase("\"AssociationType\":\"T\",\"AssociationValues\":[]",                  "{\"Counts\":{\"\":3},\"Total\":3}")]
    [TestCase("\"AssociationType\":\"T\",\"AssociationValues\":null",                "{\"Counts\":{\"\":3},\"Total\":3}")]
    [TestCase("\"AssociationType\":\"T\",\"AssociationValue\":\"a\"",                "{\"Counts\":{\"a\":2},\"Total\":2}")]
    [TestCase("\"AssociationType\":\"T\",\"AssociationValuePrefix\":\"a\"",          "{\"Counts\":{\"\":2},\"Total\":2}")]
    [TestCase("\"AssociationTypePrefix\":\"u\"",                                     "{\"Counts\":{\"\":1},\"Total\":1}")]
    [TestCase("\"AssociationType\":\"T\",\"AssociationValues\":[\"<&>\",\"\uE000\",\"😀\"]", "{\"Counts\":{\"\\u003c\\u0026\\u003e\":0,\"\uE000\":0,\"😀\":0},\"Total\":0}", TestName = "Keys stand in the order of their bytes, escaped as Go does")]
    public async Task Counts_for_each_value(string filters, string text)
    {
        await using var node = await DesoNode.With(
            new DesoData().User(1, 1, 2, "T", "a").User(2, 1, 3, "T", "a").User(3, 1, 2, "T", "b").User(4, 1, 2, "U", "b"));

        (await node.Post("/api/v0/user-associations/counts", $"{{{s_transactor},{filters}}}")).Text.Should().Be(text + "\n");
    }

    [TestCase("\"AssociationType\":\"t\",\"AssociationValues\":[\"b\",\"a\",\"z\"]", "{\"Counts\":{\"a\":1,\"b\":1,\"z\":0},\"Total\":2}")]
    [TestCase("\"AssociationType\":\"t\"",                                           "{\"Counts\":{\"\":2},\"Total\":2}")]
    public async Task Reactions_are_counted_alike(string filters, string text)
    {
        await using var node = await DesoNode.With(new DesoData().Reaction(1, 1, 2, "T", "a").Reaction(2, 1, 3, "T", "b"));

        (await node.Post("/post-associations/counts", $"{{{filters}}}")).Text.Should().Be(text + "\n");
        (await node.Post("/post-associations/count", "{\"AssociationType\":\"t\"}")).Text.Should().Be("{\"Count\":2}\n");
    }
}
