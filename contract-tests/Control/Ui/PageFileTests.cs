using System.IO.Compression;
using System.Net;
using Emulation.Tests.House;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Ui;

/// <summary>How files of the dashboard and of the reference pages are sent: compressed by the build, and not again when known.</summary>
[CancelAfter(60_000)]
class PageFileTests
{
    private static readonly string[] s_files =
        ["/_emulator/ui/", "/_emulator/ui/assets/base.css", "/_emulator/docs", "/_emulator/docs/docs.js", "/_emulator/docs/swagger-ui.css"];

    // RFC 9110, sections 8.4.1 and 12.4.2: names of codings have no case, and a weight of 0 means "not acceptable".
    private static readonly (string? Accepted, bool IsCompressed)[] s_negotiations =
    [
        ("gzip",              true),
        ("gzip, deflate, br", true),
        ("br;q=1, GZIP;q=0.5", true),
        ("gzip; q=0.001",     true),
        ("*",                 true),
        (null,                false),
        ("",                  false),
        ("identity",          false),
        ("br",                false),
        ("gzip;q=0",          false),
        ("gzip;q=0.000, *",   false),
        ("identity, *;q=0",   false),
        ("gzip;;;",           false),
    ];

    [Test]
    public async Task Files_are_compressed_for_clients_that_accept_it(
        [ValueSource(nameof(s_files))] string file,
        [ValueSource(nameof(s_negotiations))] (string? Accepted, bool IsCompressed) negotiation)
    {
        await using var running = await Running.InProcess("docs");
        using var plain = await running.Send("GET", file);

        using var response = await running.Send("GET", file, null, Headers(negotiation.Accepted));

        response.Content.Headers.ContentEncoding.Should().Equal(negotiation.IsCompressed ? ["gzip"] : []);
        response.Headers.Vary.Should().Contain("Accept-Encoding");
        response.Headers.ETag.Should().Be(plain.Headers.ETag).And.Subject.As<object>().Should().NotBeNull();
        var sent = await response.Content.ReadAsByteArrayAsync();
        response.Content.Headers.ContentLength.Should().Be(sent.Length);
        (negotiation.IsCompressed ? Decompressed(sent) : sent).Should().Equal(await plain.Content.ReadAsByteArrayAsync());
    }

    [Test]
    public async Task A_file_that_the_client_has_is_not_sent_again(
        [ValueSource(nameof(s_files))] string file,
        [Values(null, "gzip", "identity", "gzip;q=0")] string? accepted,
        [Values("{0}", "\"other\", {0}", "*")] string known)
    {
        await using var running = await Running.InProcess("docs");
        using var first = await running.Send("GET", file, null, Headers(accepted));
        var tag = first.Headers.GetValues("ETag").Single();

        using var second = await running.Send(
            "GET", file, null, [.. Headers(accepted), ("If-None-Match", known.Replace("{0}", tag, StringComparison.Ordinal))]);

        second.StatusCode.Should().Be(HttpStatusCode.NotModified);
        second.Headers.GetValues("ETag").Should().Equal(tag);
        second.Headers.Vary.Should().Contain("Accept-Encoding");
        second.Content.Headers.ContentEncoding.Should().BeEmpty();
        (await second.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task A_file_that_has_changed_is_sent(
        [ValueSource(nameof(s_files))] string file, [Values(null, "gzip", "identity", "gzip;q=0")] string? accepted)
    {
        await using var running = await Running.InProcess("docs");

        using var response = await running.Send("GET", file, null, [.. Headers(accepted), ("If-None-Match", "W/\"0123456789abcdef\"")]);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await response.Content.ReadAsByteArrayAsync()).Should().NotBeEmpty();
    }

    [Test]
    public async Task Every_file_of_the_pages_arrives_as_it_is_in_the_repository([Values(null, "gzip")] string? accepted)
    {
        await using var running = await Running.InProcess("docs");
        var files = Files("Control/Ui/Assets", "/_emulator/ui/assets/").Concat(Files("Control/Docs/Assets", "/_emulator/docs/"))
            .Where(one => Path.GetFileName(one.Path) != "index.html")
            .ToList();

        foreach (var (path, target) in files)
        {
            using var response = await running.Send("GET", target, null, Headers(accepted));
            response.StatusCode.Should().Be(HttpStatusCode.OK, target);
            var sent = await response.Content.ReadAsByteArrayAsync();
            (accepted is null ? sent : Decompressed(sent)).Should().Equal(await File.ReadAllBytesAsync(path), target);
        }

        files.Should().HaveCountGreaterThan(30);
    }

    [Test]
    public void The_assembly_has_the_files_of_the_pages_only_compressed()
    {
        var assembly = typeof(Emulator).Assembly;
        var files = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("ui/", StringComparison.Ordinal) || name.StartsWith("docs/", StringComparison.Ordinal))
            .ToList();

        files.Should().HaveCountGreaterThan(30);
        files.Should().OnlyContain(name => IsGzip(assembly.GetManifestResourceStream(name)!));
    }

    private static IEnumerable<(string Path, string Target)> Files(string folder, string address)
    {
        var root = Path.Combine(Repository.Root, "emulator/Emulation", folder);
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(path => (path, address + Path.GetRelativePath(root, path).Replace('\\', '/')));
    }

    private static (string, string)[] Headers(string? accepted) => accepted is null ? [] : [("Accept-Encoding", accepted)];

    private static bool IsGzip(Stream file)
    {
        using (file) return file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
    }

    private static byte[] Decompressed(byte[] gzip)
    {
        using var plain = new MemoryStream();
        using (var stream = new GZipStream(new MemoryStream(gzip), CompressionMode.Decompress)) stream.CopyTo(plain);
        return plain.ToArray();
    }
}
