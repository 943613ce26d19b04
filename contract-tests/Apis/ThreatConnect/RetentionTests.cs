using System.Text;
using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Graphs.ThreatConnect;
using Emulation.Tests.Apis.ThreatConnect.Platform;

namespace Emulation.Tests.Apis.ThreatConnect;

/// <summary>Records that no request deletes are bounded: a soak leaves as many nodes as a short run.</summary>
public class RetentionTests
{
    private const int Batch = 4_000;

    [Test]
    public async Task Deletions_of_one_owner_are_bounded_in_number()
    {
        await using var client = await Client.Of("docs-9");
        for (var round = 0; round < 4; round++)
        {
            await Job.Run(client, Hosts(round));
            await Job.Run(client, Hosts(round), Job.Config(action: "Delete"));
        }

        client.Graph.All(DeletedIndicator.Newest).Count.Should().Be(Retention.Deletions);
        (await client.Get("/v2/indicators/deleted?resultLimit=1")).Count.Should().Be(Retention.Deletions);
        (await client.Get("/v2/indicators/deleted?filters=summary%3Dh0.r0.example.com")).Items.Should().BeEmpty("the oldest went");
        (await client.Get($"/v2/indicators/deleted?filters=summary%3Dh{Batch - 1}.r3.example.com")).Items
            .Should().ContainSingle("the newest stayed");
    }

    [Test]
    public async Task Deletions_older_than_the_list_shows_are_dropped()
    {
        await using var client = await Client.Of("docs-9");
        var before = client.Graph.All(DeletedIndicator.Newest).Count;
        for (var month = 0; month < 6; month++)
        {
            (await client.Post("/v2/indicators/hosts", """{"hostName":"again.example.com"}""")).ShouldBe(201);
            (await client.Delete("/v2/indicators/hosts/again.example.com")).ShouldBe(200);
            client.Wait(TimeSpan.FromDays(31));
        }

        client.Graph.All(DeletedIndicator.Newest).Count.Should().BeLessThanOrEqualTo(before + 1);
    }

    [Test]
    public async Task Deletions_of_the_dataset_stay_listed_when_the_world_is_older_and_own_ones_expire()
    {
        await using var client = await Client.Of("docs-9");
        var delivered = (await client.Get("/v2/indicators/deleted")).Count;
        client.Wait(TimeSpan.FromDays(1000));
        (await client.Post("/v2/indicators/hosts", """{"hostName":"own.example.com"}""")).ShouldBe(201);
        (await client.Delete("/v2/indicators/hosts/own.example.com")).ShouldBe(200);

        (await client.Get("/v2/indicators/deleted")).Count.Should().Be(delivered + 1);
        client.Wait(TimeSpan.FromDays(31));
        (await client.Get("/v2/indicators/deleted")).Count.Should().Be(delivered);
    }

    [Test]
    public async Task A_soak_of_creates_and_deletes_is_flat()
    {
        await using var client = await Client.Of("docs-9");
        async Task<int> Nodes()
        {
            for (var i = 0; i < 20; i++)
            {
                (await client.Post(
                    "/v2/indicators/hosts", """{"hostName":"soak.example.com","description":"d","falsePositive":true}""")).ShouldBe(201);
                (await client.Post("/v2/indicators/hosts/soak.example.com/observations", """{"count":1}""")).ShouldBe(200);
                (await client.Post("/v2/indicators/hosts/soak.example.com/groups/incidents/12350")).ShouldBe(201);
                (await client.Delete("/v2/indicators/hosts/soak.example.com")).ShouldBe(200);
            }
            await Job.Run(client, """{"indicator":[{"type":"Host","summary":"job.example.com"}]}""");
            (await client.Delete("/v2/indicators/hosts/job.example.com")).ShouldBe(200);
            await client.Post("/v2/notifications", """{"message":"m","notificationType":"t","priority":"low","isOrganization":true}""");
            client.Wait(TimeSpan.FromDays(31));
            return client.Dump().Length;
        }
        await Nodes();
        var first = await Nodes();

        for (var i = 0; i < 4; i++) (await Nodes()).Should().Be(first);
    }

    [Test]
    public async Task Batch_jobs_are_bounded_and_the_newest_stay()
    {
        await using var client = await Client.Of("docs-9");
        var first = await Job.Create(client);
        for (var i = 0; i < Retention.Jobs; i++) await Job.Create(client);
        var last = await Job.Create(client);

        client.Graph.All(BatchJob.ById).Count.Should().Be(Retention.Jobs);
        (await first.Status()).ShouldFail(404, "The requested resource was not found");
        (await last.Status()).ShouldBe(200);
    }

    [Test]
    public async Task A_finished_job_is_dropped_after_thirty_days()
    {
        await using var client = await Client.Of("docs-9");
        var job = await Job.Create(client);
        await job.Upload("""{"indicator":[{"type":"Host","summary":"a.example.com"}]}""");
        await job.Finish();
        client.Wait(TimeSpan.FromDays(29));
        await Job.Create(client);
        (await job.Status()).ShouldBe(200);

        client.Wait(TimeSpan.FromDays(2));
        foreach (var known in client.Graph.All(BatchJob.ById).All().Cast<BatchJob>().Where(known => known.Id < job.Id).ToArray())
            known.UploadedAt.Should().BeLessThan(1);
        await Job.Create(client);

        client.Graph.Find<BatchJob, Emulation.Graphs.IdKey>(BatchJob.ById, new(0, job.Id)).Should().BeNull();
    }

    [Test]
    public async Task Observations_of_one_indicator_are_bounded_and_their_total_stays()
    {
        await using var client = await Client.Of("docs-9");
        const int Days = Retention.Reports + 50;
        var day = new DateTime(2014, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        (await client.Post("/v2/indicators/hosts", """{"hostName":"seen.example.com"}""")).ShouldBe(201);
        for (var i = 0; i < Days; i++)
            (await client.Post("/v2/indicators/hosts/seen.example.com/observations", $$"""{"count":2,"dateObserved":"{{day.AddDays(i):yyyy-MM-dd}}"}""")).ShouldBe(200);

        (await client.Get("/v2/indicators/hosts/seen.example.com/observations?resultLimit=1")).Count.Should().Be(Retention.Reports);
        (await client.Get("/v2/indicators/hosts/seen.example.com?includeAdditional=true")).Value.GetProperty("observationCount").GetInt32()
            .Should().Be(Days * 2);
    }

    private static string Hosts(int round)
    {
        var file = new StringBuilder("{\"indicator\":[");
        for (var i = 0; i < Batch; i++) file.Append(i == 0 ? "" : ",").Append(
            System.Globalization.CultureInfo.InvariantCulture, $$"""{"type":"Host","summary":"h{{i}}.r{{round}}.example.com"}""");
        return file.Append("]}").ToString();
    }
}
