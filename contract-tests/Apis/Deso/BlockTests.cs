using System.Text.Json;
using Emulation.Apis.Deso;
using Emulation.Graphs.Deso;
using Emulation.Tests.Support;

namespace Emulation.Tests.Apis.Deso;

/// <summary>How pending transactions get into blocks.</summary>
public class BlockTests
{
    private const string Submit = "/api/v0/submit-transaction";

    private readonly HandClock _machine = new(new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero));

    [Test]
    public async Task A_transaction_is_pending_then_in_a_block_then_committed_by_the_clock()
    {
        await using var emulator = await Running.InProcess(new EmulatorOptions { Dataset = "docs" }, _machine);
        var start = await Height(emulator);
        var hash = await Made(emulator);

        (await Found(emulator, hash, "InMempool"), await Found(emulator, hash, "Committed")).Should().Be((true, false));
        _machine.Advance(TimeSpan.FromMilliseconds(999));
        (await Height(emulator)).Should().Be(start);
        _machine.Advance(TimeSpan.FromMilliseconds(1));
        (await Height(emulator)).Should().Be(start + 1);
        (await Found(emulator, hash, "Committed")).Should().BeFalse("its block is the last one");
        _machine.Advance(TimeSpan.FromSeconds(1));

        (await Height(emulator)).Should().Be(start + 2);
        (await Found(emulator, hash, "Committed")).Should().BeTrue();
        _machine.Advance(TimeSpan.FromHours(1));
        (await Height(emulator)).Should().Be(start + 2, "no transaction is pending");
    }

    [Test]
    public async Task Transactions_of_one_second_share_a_block_and_later_ones_get_the_next()
    {
        await using var emulator = await Running.InProcess(new EmulatorOptions { Dataset = "docs" }, _machine);
        var start = await Height(emulator);

        await Made(emulator, "A");
        _machine.Advance(TimeSpan.FromMilliseconds(500));
        await Made(emulator, "B");
        _machine.Advance(TimeSpan.FromMilliseconds(600));
        (await Height(emulator)).Should().Be(start + 1);
        await Made(emulator, "C");
        _machine.Advance(TimeSpan.FromSeconds(1));

        (await Height(emulator)).Should().Be(start + 2);
    }

    [Test]
    public async Task A_block_is_committed_by_the_block_after_it_although_that_one_has_transactions()
    {
        await using var emulator = await Running.InProcess(new EmulatorOptions { Dataset = "docs" }, _machine);
        var first = await Made(emulator, "A");
        _machine.Advance(TimeSpan.FromMilliseconds(1500));
        var second = await Made(emulator, "B");

        (await Found(emulator, first, "Committed")).Should().BeFalse("the block after its own is pending");
        _machine.Advance(TimeSpan.FromMilliseconds(999));
        (await Found(emulator, first, "Committed")).Should().BeFalse();
        _machine.Advance(TimeSpan.FromMilliseconds(1));

        (await Found(emulator, first, "Committed"), await Found(emulator, second, "Committed")).Should().Be((true, false));
        _machine.Advance(TimeSpan.FromSeconds(1));
        (await Found(emulator, second, "Committed")).Should().BeTrue();
    }

    [Test]
    public async Task With_a_frozen_clock_or_manual_blocks_nothing_moves()
    {
        await using var frozen = await Running.InProcess(new EmulatorOptions { Dataset = "docs" }, _machine);
        await using var manual = await Running.InProcess(
            new EmulatorOptions { Dataset = "docs", Deso = new DesoOptions { Blocks = Blocks.Manual } }, _machine);
        frozen.World.Clock.Freeze(_machine.GetUtcNow());
        var start = await Height(frozen);
        var hash = await Made(frozen);
        await Made(manual);

        _machine.Advance(TimeSpan.FromHours(1));

        (await Height(frozen), await Height(manual)).Should().Be((start, start));
        (await Found(frozen, hash, "Committed")).Should().BeFalse();
        using var moved = await manual.Send("PUT", "/_emulator/deso/chain", new StringContent($"{{\"height\":{start + 1}}}"));
        (await Height(manual)).Should().Be(start + 1);
    }

    [Test]
    public async Task The_printed_post_association_is_found_by_its_printed_id()
    {
        foreach (var dataset in new[] { "docs", "demo" })
        {
            await using var emulator = await Running.InProcess(dataset);
            var printed = await emulator.Client.GetStringAsync(
                "/api/v0/post-associations/0ed4915dec590cf2c6da7c836971d927d8e682c1b5caf6d7e705e5497ff36746");
            printed.Should().Contain("460f8b4125342af8b4de69018d4b07f862bcd0435f63e75cc376cada35845ddc", dataset);
        }
    }

    private static async Task<string> Made(Running emulator, string value = "SQL")
    {
        var (owner, _) = UserKeys.First[0];
        var key = owner.Text(Network.Testnet);
        var body = $$"""{"TransactorPublicKeyBase58Check":"{{key}}","TargetUserPublicKeyBase58Check":"{{key}}","AssociationType":"ENDORSEMENT","AssociationValue":"{{value}}","MinFeeRateNanosPerKB":1000}""";
        var made = await Json(emulator, "/api/v0/user-associations/create", body);
        var signed = Wallet.Signed(made.GetProperty("TransactionHex").GetString()!, 0);
        return (await Json(emulator, Submit, $$"""{"TransactionHex":"{{signed}}"}""")).GetProperty("TxnHashHex").GetString()!;
    }

    private static async Task<bool> Found(Running emulator, string hash, string status) =>
        (await Json(
            emulator, "/api/v0/get-txn", $$"""{"TxnHashHex":"{{hash}}","TxnStatus":"{{status}}"}""")).GetProperty("TxnFound").GetBoolean();

    private static async Task<uint> Height(Running emulator) =>
        (await Json(emulator, "/api/v0/get-app-state", "{}")).GetProperty("BlockHeight").GetUInt32();

    private static async Task<JsonElement> Json(Running emulator, string target, string body)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = new("application/json");
        using var response = await emulator.Send("POST", target, content);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.Should().BeTrue(text);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
