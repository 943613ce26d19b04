using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;
using NUnit.Framework;

/// <summary>The emulator in a container: one for all tests of an assembly, and a world for each test.</summary>
[SetUpFixture]
public class EmulatorContainer
{
    private const int Port = 5010;
    private const string ControlToken = "control";

    private static IContainer? s_container;

    public static Uri Address => new UriBuilder("http", s_container!.Hostname, s_container.GetMappedPublicPort(Port)).Uri;

    /// <summary>A client whose requests are in a world of their own.</summary>
    public static HttpClient Client(string world)
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("X-Emulator-World", world);
        return client;
    }

    [OneTimeSetUp]
    public async Task Start()
    {
        if (!HasEngine()) Assert.Ignore("There is no container engine: set DOCKER_HOST or start Docker, then run dotnet test again.");
        s_container = new ContainerBuilder("api-emulator")
            .WithPortBinding(Port, assignRandomHostPort: true)
            .WithEnvironment("EMULATOR_DATASET", "docs")
            .WithEnvironment("EMULATOR_CONTROL_TOKEN", ControlToken)
            .WithWaitStrategy(Wait.ForUnixContainer()
                .UntilHttpRequestIsSucceeded(request => request.ForPort(Port).ForPath("/_emulator/health/ready")))
            .Build();
        await s_container.StartAsync();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (s_container is not null) await s_container.DisposeAsync();
    }

    private static bool HasEngine() =>
        Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } || File.Exists("/var/run/docker.sock");
}
