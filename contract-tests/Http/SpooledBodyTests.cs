using System.Net;
using System.Text;
using Emulation.Tests.Support;

namespace Emulation.Tests.Http;

/// <summary>A body that is too long for memory is read from a temporary file, with the same result.</summary>
class SpooledBodyTests
{
    private const int Megabyte = 1024 * 1024;

    [Test]
    public async Task A_dataset_of_more_than_64_MB_is_imported()
    {
        await using var emulator = await Running.OnKestrel("docs");

        using var imported = await Import(
            emulator, """{"format":1,"name":"large","start":"2024-01-01T00:00:00Z","tags":[{"name":"first"}""",
            """,{"name":"last"}]}""");

        imported.StatusCode.Should().Be(HttpStatusCode.OK, await imported.Content.ReadAsStringAsync());
        using var export = await emulator.Send("GET", "/_emulator/export");
        (await export.Content.ReadAsStringAsync()).Should().Contain("\"first\"").And.Contain("\"last\"");
    }

    [Test]
    public async Task A_fault_behind_64_MB_is_named_with_its_place()
    {
        await using var emulator = await Running.OnKestrel("docs");

        using var refused = await Import(
            emulator, """{"format":1,"start":"2024-01-01T00:00:00Z","tags":[{"name":"first"}""", "\n,{\"nam\":\"last\"}]}");

        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("import(2): $.tags[1]");
    }

    /// <summary>Between the two parts are more spaces than stay in memory.</summary>
    private static Task<HttpResponseMessage> Import(Running emulator, string begin, string end)
    {
        var body = new byte[(66 * Megabyte) + begin.Length + end.Length];
        body.AsSpan().Fill((byte)' ');
        Encoding.ASCII.GetBytes(begin).CopyTo(body, 0);
        Encoding.ASCII.GetBytes(end).CopyTo(body, body.Length - end.Length);
        return emulator.Send("POST", "/_emulator/import", new ByteArrayContent(body));
    }
}
