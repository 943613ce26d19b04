namespace Emulation.Tests.Apis.ThreatConnect.Platform;

/// <summary>How a job writes the parts of items, and merges files by their hashes (v2_batch_api.rst).</summary>
public class WriteTypeTests
{
    private const string Item = "/v2/indicators/hosts/new.example.com";
    private static readonly string s_a = new('A', 32);
    private static readonly string s_b = new('B', 40);
    private static readonly string s_c = new('C', 40);
    private static readonly string s_d = new('D', 64);

    [TestCase("Append", "Description=one, Description=two, External ID=1")]
    [TestCase("Replace", "Description=two")]
    [TestCase("Singleton", "Description=two, External ID=1")]
    [TestCase("Static", "Description=one, External ID=1")]
    public async Task Attributes(string type, string expected)
    {
        await using var client = await Client.Of("docs-9");
        await Job.Run(client, Host("""{"type":"Description","value":"one"},{"type":"External ID","value":"1"}"""));

        await Job.Run(client, Host("""{"type":"Description","value":"two"}"""), Job.Config(attributes: type));

        var attributes = (await client.Get($"{Item}/attributes")).Items.Select(
            one => $"{one.GetProperty("type")}={one.GetProperty("value")}");
        string.Join(", ", attributes.Order(StringComparer.Ordinal)).Should().Be(expected);
    }

    [TestCase("Append", "first second")]
    [TestCase("Replace", "second")]
    public async Task Tags_and_labels(string type, string expected)
    {
        await using var client = await Client.Of("docs-9");
        static string File(string tag, string label) =>
            $$"""{"indicator":[{"type":"Host","summary":"new.example.com","tag":[{"name":"{{tag}}"}],"securityLabel":[{"name":"{{label}}","description":"d","color":"#00ff00"}]}]}""";
        await Job.Run(client, File("first", "first"));

        await Job.Run(client, File("second", "second"), Job.Config(tags: type, labels: type));

        (await client.Get($"{Item}/tags")).Names.Should().Equal(expected.Split(' '));
        (await client.Get($"{Item}/securityLabels")).Names.Should().Equal(expected.Split(' '));
        (await client.Get("/v2/securityLabels/second")).ShouldBe(200).Value.GetProperty("color").GetString().Should().Be("00ff00");
    }

    [Test]
    public async Task A_label_without_description_and_color_is_not_created()
    {
        await using var client = await Client.Of("docs-9");

        var status = await Job.Run(
            client,
            """{"indicator":[{"type":"Host","summary":"new.example.com","securityLabel":[{"name":"Fresh"},{"name":"tlp:red"}]}]}""");

        status.GetProperty("errorCount").GetInt32().Should().Be(1);
        (await client.Get($"{Item}/securityLabels")).Names.Should().Equal("TLP:RED");
        (await client.Get("/v2/securityLabels/Fresh")).ShouldBe(404);
    }

    [Test]
    public async Task The_description_is_a_displayed_attribute_and_the_last_one_wins()
    {
        await using var client = await Client.Of("docs-9");

        await Job.Run(client, """{"indicator":[{"type":"Host","summary":"new.example.com","description":"old","source":"s"}]}""");
        await Job.Run(client, """{"indicator":[{"type":"Host","summary":"new.example.com","description":"new"}]}""");

        var host = (await client.Get($"{Item}?includeAttributes=true")).Value;
        host.GetProperty("description").GetString().Should().Be("new");
        host.GetProperty("source").GetString().Should().Be("s");
        host.GetProperty("attribute").EnumerateArray()
            .Should().HaveCount(2).And.OnlyContain(one => one.GetProperty("displayed").GetBoolean());
    }

    [Test]
    public async Task Hashes_that_do_not_conflict_are_merged()
    {
        await using var client = await Client.Of("docs-9");
        await Job.Run(client, File($"\"md5\":\"{s_a}\",\"rating\":2"));

        await Job.Run(client, File($"\"md5\":\"{s_a}\",\"sha1\":\"{s_b}\""));

        (await Hashes(client, s_b)).Should().Be($"{s_a} {s_b} -");
        (await client.Get($"/v2/indicators/files/{s_b}")).Value.GetProperty("rating").GetDecimal()
            .Should().Be(2, "what the second does not say stays");
    }

    [TestCase("Merge", 1)]
    [TestCase("Distribute", 2)]
    public async Task Two_files_that_a_third_one_matches(string mode, int left)
    {
        await using var client = await Client.Of("docs-9");
        await Job.Run(client, File($"\"md5\":\"{s_a}\",\"tag\":[{{\"name\":\"one\"}}]"));
        client.Wait(TimeSpan.FromMinutes(1));
        await Job.Run(client, File($"\"sha1\":\"{s_b}\",\"tag\":[{{\"name\":\"two\"}}]"));

        await Job.Run(client, File(
            $"\"md5\":\"{s_a}\",\"sha1\":\"{s_b}\",\"tag\":[{{\"name\":\"three\"}}]"), Job.Config(more: $",\"fileMergeMode\":\"{mode}\""));

        var ids = new[] { (await client.Get($"/v2/indicators/files/{s_a}")).Id, (await client.Get($"/v2/indicators/files/{s_b}")).Id };
        ids.Distinct().Should().HaveCount(left);
        (await client.Get($"/v2/indicators/files/{s_a}/tags")).Names
            .Should().BeEquivalentTo(left == 1 ? ["one", "two", "three"] : ["one", "three"]);
    }

    [TestCase("FavorIncoming", "A C -", "A C -")]
    [TestCase("FavorExisting", "A B -", "none")]
    [TestCase("IgnoreIncoming", "A B -", "none")]
    [TestCase("IgnoreExisting", "A B -", "- C -")]
    [TestCase("Split", "A B -", "none")]
    public async Task A_hash_that_conflicts(string mode, string existing, string incoming)
    {
        await using var client = await Client.Of("docs-9");
        await Job.Run(client, File($"\"md5\":\"{s_a}\",\"sha1\":\"{s_b}\""));

        await Job.Run(
            client, File($"\"md5\":\"{s_a}\",\"sha1\":\"{s_c}\",\"rating\":3"), Job.Config(more: $",\"hashCollisionMode\":\"{mode}\""));

        (await Short(client, s_a)).Should().Be(existing);
        (await Short(client, s_c)).Should().Be(incoming);
        var rated = (await client.Get($"/v2/indicators/files/{s_a}")).Value.TryGetProperty("rating", out _);
        rated.Should().Be(mode is "FavorIncoming" or "FavorExisting" or "Split");
    }

    [Test]
    public async Task Existing_files_that_conflict_can_be_replaced()
    {
        await using var client = await Client.Of("docs-9");
        await Job.Run(client, File($"\"md5\":\"{s_a}\",\"sha1\":\"{s_b}\""));
        await Job.Run(client, File($"\"sha1\":\"{s_c}\",\"sha256\":\"{s_d}\""));

        await Job.Run(
            client, File($"\"md5\":\"{s_a}\",\"sha256\":\"{s_d}\""), Job.Config(more: ",\"hashCollisionMode\":\"IgnoreExisting\""));

        (await Short(client, s_a)).Should().Be("A - D");
        (await Short(client, s_b)).Should().Be("none");
    }

    [Test]
    public async Task Entries_of_one_file_see_earlier_ones()
    {
        await using var client = await Client.Of("docs-9");

        await Job.Run(client, $$"""{"indicator":[{"type":"File","md5":"{{s_a}}","sha1":"{{s_b}}"},{"type":"File","md5":"{{s_a}}","sha1":"{{s_c}}"},{"type":"File","sha1":"{{s_b}}"},{"type":"Host","summary":"x.example.com","tag":[{"name":"T"}]},{"type":"Host","summary":"X.example.com","tag":[{"name":"t"}]}]}""");

        (await Short(client, s_a)).Should().Be("A C -");
        (await Short(client, s_b)).Should().Be("- B -", "the first line's hash was free again");
        (await client.Get("/v2/indicators/hosts/x.example.com/tags")).Names.Should().Equal("T");
    }

    private static string Host(string attributes) =>
        $$"""{"indicator":[{"type":"Host","summary":"new.example.com","attribute":[{{attributes}}]}]}""";

    private static string File(string members) => $$"""{"indicator":[{"type":"File",{{members}}}]}""";

    private static async Task<string> Short(Client client, string hash)
    {
        var text = await Hashes(client, hash);
        return text == "none" ? text : string.Join(' ', text.Split(' ').Select(one => one[..1]));
    }

    private static async Task<string> Hashes(Client client, string hash)
    {
        var answer = await client.Get($"/v2/indicators/files/{hash}");
        if (answer.Status == 404) return "none";
        return string.Join(' ', new[] { "md5", "sha1", "sha256" }.Select(
            name => answer.Value.TryGetProperty(name, out var value) ? value.GetString() : "-"));
    }
}
