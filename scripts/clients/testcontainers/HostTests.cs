using System.Net;
using NUnit.Framework;

public class HostTests
{
    private const string Token = "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=";

    [Test]
    public async Task A_host_that_was_created_is_found_in_the_same_world_only()
    {
        using var mine = EmulatorContainer.Client("mine");
        using var other = EmulatorContainer.Client("other");
        mine.DefaultRequestHeaders.Add("Authorization", Token);
        other.DefaultRequestHeaders.Add("Authorization", Token);
        using var host = new StringContent("""{"hostName":"new.example.com"}""");

        using var created = await mine.PostAsync("/api/v2/indicators/hosts", host);
        using var found = await mine.GetAsync("/api/v2/indicators/hosts/new.example.com");
        using var missing = await other.GetAsync("/api/v2/indicators/hosts/new.example.com");

        Assert.Multiple(() =>
        {
            Assert.That(created.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(found.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(missing.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        });
    }
}
