namespace Emulation.Tests.Persistence.PostgreSql;

/// <summary>The server of the tests of this folder; each test has a database of its own.</summary>
[SetUpFixture]
class SharedServer
{
    public static PostgresServer Server { get; private set; } = null!;

    [OneTimeSetUp]
    public void Start() => Server = PostgresServer.Start();

    [OneTimeTearDown]
    public void Stop() => Server?.Dispose();
}
