using System.IO.Compression;
using System.Text;

namespace Emulation.Tests.Apis.ThreatConnect.Platform;

/// <summary>The ways in which a batch file is uploaded: plain, compressed, in parts.</summary>
public class UploadTests
{
    private const string Host = """{"indicator":[{"type":"Host","summary":"new.example.com"}]}""";

    [Test]
    public async Task A_file_over_the_limit_is_refused_and_can_be_sent_smaller()
    {
        await using var client = await Client.Of(new EmulatorOptions { Dataset = "docs-9", ThreatConnect = new() { BatchBytes = 100 } });
        var job = await Job.Create(client);

        (await job.Upload(Host + new string(' ', 100))).ShouldBe(400).Text
            .Should().Be("""{"status":"Invalid","description":"File size greater than allowable limit of 100"}""");
        (await job.Upload(Zip(Host + new string(' ', 100)), ("Content-Encoding", "gzip"))).Text
            .Should().Contain("File size greater than allowable limit of 100");
        (await job.Upload(new string(' ', 200_000))).Text.Should().Contain("File size greater than allowable limit of 100");
        (await job.Upload(Host)).ShouldBe(202);
    }

    [Test]
    public async Task Compressed_files_are_accepted_and_corrupt_ones_refused()
    {
        await using var client = await Client.Of("docs-9");
        var job = await Job.Create(client);

        (await job.Upload(Encoding.UTF8.GetBytes("no gzip"), ("Content-Encoding", "gzip"))).ShouldFail(
            400, "The request was not properly formed");
        (await job.Upload([])).ShouldFail(400, "The request was not properly formed");
        (await job.Upload(Zip(Host), ("Content-Encoding", "gzip"))).ShouldBe(202);
        (await client.Get("/v2/indicators/hosts/new.example.com")).ShouldBe(200);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Both_parts_may_have_file_names_or_none(bool names)
    {
        await using var client = await Client.Of("docs-9");

        var answer = await Job.Send(client, "/v2/batch/createAndUpload?includeAdditional=true", Job.Multipart(Job.Config(), Host, names), (
            "Content-Type", "multipart/form-data; boundary=\"limit\""));

        answer.ShouldBe(202).Value.GetProperty("status").GetString().Should().Be("Queued");
        (await new Job(client, answer.Id).Finish()).GetProperty("successCount").GetInt32().Should().Be(1);
    }

    [Test]
    public async Task Missing_or_truncated_parts_create_no_job()
    {
        await using var client = await Client.Of("docs-9");
        var whole = Job.Multipart(Job.Config(), Host, names: true);
        (string, string) type = ("Content-Type", "multipart/form-data; boundary=limit");

        foreach (var body in new[] { whole[..60], whole[..^12], Job.Multipart("no json", Host, true), Job.Multipart(Job.Config(), "", true), [] })
            (await Job.Send(client, "/v2/batch/createAndUpload", body, type)).ShouldFail(400, "The request was not properly formed");
        (await Job.Send(client, "/v2/batch/createAndUpload", whole, ("Content-Type", "multipart/form-data; boundary=other"))).ShouldBe(400);
        (await Job.Send(client, "/v2/batch/createAndUpload", whole)).ShouldBe(400);
        client.Graph.Count(Emulation.Graphs.ThreatConnect.BatchJob.NodeKind).Should().Be(0);
    }

    private static byte[] Zip(string text)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest)) zip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
