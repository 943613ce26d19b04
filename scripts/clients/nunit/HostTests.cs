using System.Net;
using Emulation;
using NUnit.Framework;

[Parallelizable(ParallelScope.Children), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class HostTests
{
    private static Emulator s_emulator = null!;

    // Each test has its own world, which no other test sees.
    private readonly string _world = TestContext.CurrentContext.Test.ID;

    [OneTimeSetUp]
    public static async Task Start() => s_emulator = await Emulator.StartAsync(EmulatorOptions.NoPort with { Dataset = "docs" }, TestContext.Progress);

    [OneTimeTearDown]
    public static async Task Stop() => await s_emulator.DisposeAsync();

    [Test]
    public async Task A_deleted_host_is_gone()
    {
        using var client = Client();

        using var deleted = await client.DeleteAsync("/api/v2/indicators/hosts/example.org");
        using var gone = await client.GetAsync("/api/v2/indicators/hosts/example.org");

        Assert.That(deleted.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_host_is_there_in_every_other_world()
    {
        using var client = Client();

        Assert.That(await client.GetStringAsync("/api/v2/indicators/hosts/example.org"), Does.Contain("Malicious domain."));
    }

    [Test]
    public async Task A_token_expires_when_its_time_has_come()
    {
        using var client = Client();
        s_emulator.World(_world).Clock.Freeze(new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));

        using var refused = await client.GetAsync("/api/v2/whoami");

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private HttpClient Client()
    {
        var client = s_emulator.CreateClient(_world);
        client.DefaultRequestHeaders.Add("Authorization", "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=");
        return client;
    }
}
