using System.Net;
using Aspire.Hosting;
using Aspire.Hosting.Testing;
using NUnit.Framework;

/// <summary>An application of Aspire with the emulator as one of its resources.</summary>
public class HostTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    [Test]
    public async Task The_emulator_is_healthy_and_answers_a_client_of_the_application()
    {
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>();
        await using var application = await builder.BuildAsync();
        await application.StartAsync().WaitAsync(s_patience);
        await application.ResourceNotifications.WaitForResourceHealthyAsync("emulator").WaitAsync(s_patience);

        using var client = application.CreateHttpClient("emulator");
        client.DefaultRequestHeaders.Add("Authorization", "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=");
        using var answer = await client.GetAsync("/api/v2/indicators/hosts?owner=Example%20Org");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }
}
