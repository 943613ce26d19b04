using System.Net;
using System.Text;
using System.Text.Json;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Exports;

/// <summary>The two routes: a world's graph out, and in again.</summary>
class ExportRouteTests
{
    private const string Head = "{\n\"format\": 1,\n\"start\": \"2024-01-01T00:00:00Z\",\n";
    private const string Token = "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=";

    [Test]
    public async Task An_export_is_a_complete_dataset_of_format_1()
    {
        await using var emulator = await Running.OnKestrel("docs");

        using var response = await emulator.Send("GET", "/_emulator/export");

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().Should().Be("application/json");
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        var root = document.RootElement;
        (root.GetProperty("format").GetInt32(), root.GetProperty("name").GetString(), root.GetProperty("complete").GetBoolean())
            .Should().Be((1, "docs", true));
        root.GetProperty("tasks").EnumerateArray().Select(task => task.GetProperty("id").GetInt64()).Should().Equal(123456);
        root.GetProperty("credentials").GetProperty("threatConnect")[0].GetProperty("accessId").GetString()
            .Should().Be("12345678901234567890");
    }

    [Test]
    public async Task What_is_imported_takes_the_place_of_one_world_until_it_is_reset()
    {
        await using var emulator = await Running.OnKestrel("docs");
        await using var other = await Running.OnKestrel("docs-9");
        var document = await Body(other, "GET", "/_emulator/export");

        (await Text(emulator, "POST", "/worlds/mine/_emulator/import", document))
            .Should().MatchRegex("""^200 \{"world":"mine","graphVersion":\d+\}$""");

        (await Body(emulator, "GET", "/worlds/mine/_emulator/export")).Should().Equal(document, "name and start came along");
        (await Text(emulator, "GET", "/worlds/mine/v2/victims/2001")).Should().StartWith("200");
        (await Text(emulator, "GET", "/v2/victims/2001")).Should().StartWith("404");
        (await Text(emulator, "POST", "/worlds/mine/_emulator/reset")).Should().StartWith("200");
        (await Text(emulator, "GET", "/worlds/mine/v2/victims/2001")).Should().StartWith("404");
    }

    [Test]
    public async Task A_snapshot_and_a_fork_of_an_imported_world_hold_what_was_imported()
    {
        await using var emulator = await Running.OnKestrel("docs");
        await using var other = await Running.OnKestrel("docs-9");
        var document = await Body(other, "GET", "/_emulator/export");
        await Text(emulator, "POST", "/_emulator/import", document);

        await Text(emulator, "POST", "/_emulator/snapshots/imported");
        await Text(emulator, "POST", "/_emulator/reset");
        await Text(emulator, "POST", "/_emulator/snapshots/imported/restore");

        (await Body(emulator, "GET", "/_emulator/export")).Should().Equal(document);
    }

    [Test]
    public async Task An_exported_file_starts_an_emulator_that_serves_the_same()
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.ID}.json");
        await using var emulator = await Running.OnKestrel("docs");
        (await Text(emulator, "POST", "/v2/groups/adversaries", """{"name":"Größe"}"""u8.ToArray())).Should().StartWith("201");
        var document = await Body(emulator, "GET", "/_emulator/export");
        await File.WriteAllBytesAsync(file, document);

        await using var again = await Running.OnKestrel(new EmulatorOptions { Dataset = file });

        (await Body(again, "GET", "/_emulator/export")).Should().Equal(document);
        foreach (var target in new[] { "/v2/groups/adversaries", "/v2/groups?resultLimit=500", "/v2/indicators", "/v2/tags", "/v2/owners", "/v2/securityLabels" })
            (await Text(again, "GET", target)).Should().Be(await Text(emulator, "GET", target));
        (await Text(again, "POST", "/v2/tasks", """{"name":"Next"}"""u8.ToArray())).Should().Contain("\"id\":123457");
    }

    [Test]
    public async Task The_licence_and_the_exclusions_survive()
    {
        await using var emulator = await Running.OnKestrel("docs");
        var closed = Encoding.UTF8.GetBytes(Head + "\"licensed\": false, \"exclusions\": [\"bad.example.com\", \"1.2.3.4\"]}");
        await Text(emulator, "POST", "/worlds/a/_emulator/import", closed);

        var document = await Body(emulator, "GET", "/worlds/a/_emulator/export");
        await Text(emulator, "POST", "/worlds/b/_emulator/import", document);

        (await Text(emulator, "GET", "/worlds/b/v2/tags")).Should().StartWith("503");
        (await Body(emulator, "GET", "/worlds/b/_emulator/export")).Should().Equal(document);
        Encoding.UTF8.GetString(document).Should().Contain("\"exclusions\":[\"1.2.3.4\",\"bad.example.com\"]");
    }

    [TestCase("", "import(1): $: is no JSON", null)]
    [TestCase("[]", "import(1): $: has a value of the wrong type", null)]
    [TestCase(Head + "\"groups\": [\n{\"type\": \"Incident\", \"name\": 7}]}", "import(5): $.groups[0].name:", "/groups/0/name")]
    [TestCase(Head + "\"groups\": [\n{\"type\": \"Incident\", \"name\": \"a\"},\n{\"type\": \"Incident\", \"name\": \"b\", \"owner\": \"Nobody\"}]}", "import(6): $.groups[1]: has the unknown owner", "/groups/1")]
    [TestCase(Head + "\"credentials\": {\"threatWinds\": [\n{\"alias\": \"\"}]}}", "import(5): $.credentials.threatWinds[0]:", "/credentials/threatWinds/0")]
    [TestCase(Head + "\"lastIds\": {\"grup\": 5}}", "import(4): $.lastIds: \"grup\" is no kind; there are", "/lastIds")]
    [TestCase(Head + "\"groups\": [\n{\"type\": \"Incident\", \"name\": \"a\"},\nnull]}", "import(6): $.groups[1]: is null", "/groups/1")]
    [TestCase(Head + "\"groups\": [\n{\"type\": \"Incident\", \"name\": \"a\", \"tags\": [\"a\", null]}]}", "import(5): $.groups[0].tags[1]: is null", "/groups/0/tags/1")]
    public async Task A_wrong_document_is_refused_with_line_and_node_and_changes_nothing(string document, string detail, string? pointer)
    {
        await using var emulator = await Running.OnKestrel("docs");
        var before = emulator.World.Store.Current;

        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(document));
        using var response = await emulator.Send("POST", "/_emulator/import", content);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        using var problem = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        problem.RootElement.GetProperty("detail").GetString().Should().StartWith(detail);
        (problem.RootElement.TryGetProperty("pointer", out var shown) ? shown.GetString() : null).Should().Be(pointer);
        emulator.World.Store.Current.Should().BeSameAs(before);
    }

    [Test]
    public async Task An_import_may_be_larger_than_other_bodies()
    {
        await using var emulator = await Running.OnKestrel("docs");
        var padded = Encoding.UTF8.GetBytes(Head + new string(' ', 11 * 1024 * 1024) + "\"name\": \"large\"}");

        (await Text(emulator, "POST", "/_emulator/import", padded)).Should().StartWith("200");
        (await Text(emulator, "PUT", "/_emulator/clock", padded)).Should().StartWith("413").And.Contain("at most 10 MB");
    }

    private static async Task<byte[]> Body(Running emulator, string method, string target)
    {
        using var response = await emulator.Send(method, target);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task<string> Text(Running emulator, string method, string target, byte[]? body = null)
    {
        using var content = body is null ? null : new ByteArrayContent(body);
        using var response = await emulator.Send(method, target, content, ("Authorization", Token));
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }
}
