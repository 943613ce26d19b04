using System.Net.Http.Headers;
using System.Text;
using Emulation.Tests.Support;

namespace Emulation.Tests.Apis.Deso;

/// <summary>The chain's height as a setting of the world.</summary>
class ChainControlTests
{
    private const string Path = "/_emulator/deso/chain";
    private const string PostAssociation = "/api/v0/post-associations/77cc81b90caadf52bdbcadef72bcf87bdeefc31308779b401141c13e52670caf";

    [Test]
    public async Task What_is_pending_follows_the_height()
    {
        await using var emulator = await Running.OnKestrel("docs");

        (await emulator.Client.GetStringAsync(PostAssociation)).Should().Contain("\"ConfirmationBlockHeight\":38,\"InMempool\":true");
        (await Put(emulator, """{"height":38}""")).Should().Be("""200 {"height":38}""");

        (await emulator.Client.GetStringAsync(Path)).Should().Be("""{"height":38}""");
        (await emulator.Client.GetStringAsync(PostAssociation)).Should().Contain("\"ConfirmationBlockHeight\":38,\"InMempool\":false");
    }

    [Test]
    public async Task It_belongs_to_a_world_and_goes_back_at_reset()
    {
        await using var emulator = await Running.OnKestrel("docs");
        var before = await emulator.Client.GetStringAsync(Path);

        await Put(emulator, """{"height":99}""", "/worlds/other");
        (await emulator.Client.GetStringAsync(Path)).Should().Be(before);
        await emulator.Send("POST", "/worlds/other/_emulator/reset");

        (await emulator.Client.GetStringAsync("/worlds/other" + Path)).Should().Be(before);
    }

    [TestCase("", "The body is not JSON")]
    [TestCase("[]", "The body is not an object")]
    [TestCase("{}", "\\\"height\\\" is missing")]
    [TestCase("""{"height":-1}""", "out of range")]
    [TestCase("""{"height":"5"}""", "out of range")]
    [TestCase("""{"height":4294967295}""", "out of range")]
    [TestCase("""{"hight":5}""", "is not known")]
    public async Task What_is_no_height_is_a_problem_and_changes_nothing(string body, string detail)
    {
        await using var emulator = await Running.OnKestrel("docs");
        var before = emulator.World.Store.Current;

        (await Put(emulator, body)).Should().StartWith("400 ").And.Contain(detail);

        emulator.World.Store.Current.Should().BeSameAs(before);
    }

    private static async Task<string> Put(Running emulator, string body, string prefix = "")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await emulator.Send("PUT", prefix + Path, content);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }
}
