using Emulation.Persistence.PostgreSql;
using Emulation.Tests.Support;

namespace Emulation.Tests.Persistence.PostgreSql;

/// <summary>A database that cannot be used is refused with one line that names it and the remedy, without the password.</summary>
class AddressTests
{
    [Test]
    public async Task A_wrong_password_is_refused() =>
        await IsRefused(SharedServer.Server.Address("postgres", "wrong word"), "refuses the user", "give the password in PGPASSWORD");

    [Test]
    public async Task A_missing_database_is_refused() =>
        await IsRefused(SharedServer.Server.Address("missing"), "has no such database", "create it with createdb");

    [Test]
    public async Task A_server_that_cannot_be_reached_is_refused() =>
        await IsRefused("postgres://emulator:word@127.0.0.1:1/data", "cannot be reached", "start the server, or correct the address");

    [Test]
    public async Task A_schema_of_another_program_is_refused()
    {
        var address = SharedServer.Server.NewDatabase();
        SharedServer.Server.Execute(address, "CREATE SCHEMA api_emulator; CREATE TABLE api_emulator.other (id int)");

        await IsRefused(address, "is not one of this emulator", "give another database");
    }

    [Test]
    public async Task A_head_of_another_program_is_refused()
    {
        var address = SharedServer.Server.NewDatabase();
        SharedServer.Server.Execute(address, "CREATE SCHEMA api_emulator; CREATE TABLE api_emulator.head (id int)");

        await IsRefused(address, "is not one of this emulator", "give another database");
    }

    [Test]
    public async Task A_schema_without_tables_is_used()
    {
        var address = SharedServer.Server.NewDatabase();
        SharedServer.Server.Execute(address, "CREATE SCHEMA api_emulator");

        await using var emulator = await Instances.Start(address);

        (await emulator.Tag("kept")).Should().StartWith("201");
    }

    [Test]
    public async Task A_later_format_is_refused() =>
        await IsRefusedAfter("UPDATE api_emulator.head SET format = 2", "has the format 2, and this version reads 1");

    [Test]
    public async Task A_changed_head_is_refused() =>
        await IsRefusedAfter("UPDATE api_emulator.head SET sum = sum + 1", "the checksum of the head is wrong");

    [Test]
    public async Task A_changed_record_is_refused() =>
        await IsRefusedAfter("UPDATE api_emulator.record SET body = set_byte(body, 9, 65)", "the checksum of a value is wrong");

    [Test]
    public async Task A_missing_record_is_refused() =>
        await IsRefusedAfter("DELETE FROM api_emulator.record WHERE seq = 1", "records of the world default are missing");

    [Test]
    public async Task A_missing_part_of_the_dataset_is_refused() =>
        await IsRefusedAfter("DELETE FROM api_emulator.graph WHERE last", "parts of the graph 0 are missing");

    [Test]
    public async Task Instances_that_start_together_begin_with_one_dataset()
    {
        var address = SharedServer.Server.NewDatabase();

        var instances = await Task.WhenAll(
            Task.Run(() => Instances.Start(address, "docs")), Task.Run(() => Instances.Start(address, "docs-2")));

        (await instances[0].Export()).Should().Be(await instances[1].Export());
        instances.Count(instance => instance.Log.ToString().Contains("goes on with the dataset", StringComparison.Ordinal)).Should().Be(1);
        foreach (var instance in instances) await instance.DisposeAsync();
    }

    [Test]
    public async Task The_program_ends_with_one_line_and_exit_code_2()
    {
        using var process = StartUp.EmulatorProcess.Start("--port", "0", "--data", "postgres://emulator:word@127.0.0.1:1/data");

        await process.WaitForExitAsync();

        process.ExitCode.Should().Be(2);
        (await process.StandardError.ReadToEndAsync()).TrimEnd().Should().Contain("postgres://emulator@127.0.0.1:1/data")
            .And.NotContain("word").And.NotContain("\n");
    }

    [TestCase("postgres://me@db/emulator", "postgres://me@db:5432/emulator")]
    [TestCase("postgresql://me:p%40%3A%2F@db:6543/my%20data?sslmode=require&connect_timeout=3", "postgres://me@db:6543/my data")]
    [TestCase("postgres://me:p@ss@[::1]:6543/data", "postgres://me@::1:6543/data")]
    [TestCase("postgres://me@/data?host=/run/postgresql", "postgres://me@/data?host=/run/postgresql")]
    public void An_address_is_shown_without_its_password(string address, string shown) =>
        DatabaseUrl.Parse(address).Name.Should().Be(shown);

    [Test]
    public void A_password_is_decoded() =>
        DatabaseUrl.Parse("postgres://me:p%40%3A%2F@db/data").Settings.Password.Should().Be("p@:/");

    [TestCase("postgres://me:hidden@db:0/data")]
    [TestCase("postgres://me:hidden@db:x/data")]
    [TestCase("postgres://me:hidden@one,two/data")]
    [TestCase("postgres://me:hidden@db/data?sslmode=maybe")]
    [TestCase("postgres://me:hidden@db/data?colour=red")]
    [TestCase("postgres://me@db/data?password=hidden&sslmode=maybe")]
    public void A_wrong_address_is_refused_without_its_password(string address)
    {
        var row = OptionTable.Rows.Single(row => row.Name == "data");

        var apply = () => row.Apply(new EmulatorOptions(), address, "--data");

        apply.Should().Throw<OptionError>().Which.Message.Should().StartWith("--data: 'postgres://me@").And.NotContain("hidden");
    }

    private static async Task IsRefusedAfter(string sql, string message)
    {
        var address = SharedServer.Server.NewDatabase();
        await using (var emulator = await Instances.Start(address))
        {
            await emulator.Tag("one");
            await emulator.Tag("two");
        }
        SharedServer.Server.Execute(address, sql);

        await IsRefused(address, message, SharedServer.Server.Shown(address));
    }

    private static async Task IsRefused(string address, params string[] parts)
    {
        var start = () => Running.OnKestrel(Instances.Options(address));

        var line = (await start.Should().ThrowAsync<OptionError>()).Which.Message;

        line.Should().StartWith("--data postgres://").And.ContainAll(parts).And.NotContain("\n").And.NotContain("word@").And.NotContain("ss/w");
    }
}
