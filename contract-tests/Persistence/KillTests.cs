using System.Globalization;

namespace Emulation.Tests.Persistence;

/// <summary>
/// The program is killed at random moments while it is written to, and started again: every write that was answered is there, none that was
/// not is half there, and ids do not repeat. <c>scripts/campaign/kill</c> runs more rounds.
/// </summary>
class KillTests
{
    private const int MostAnswers = 400;
    private const int RoundsByDefault = 10;
    private const string Rounds = "KILL_ROUNDS";

    [Test]
    public async Task Whatever_was_answered_before_a_kill_is_there_after_a_restart()
    {
        using var data = new DataDirectory();
        var given = Environment.GetEnvironmentVariable(Rounds);
        var rounds = int.TryParse(given, CultureInfo.InvariantCulture, out var number) ? number : RoundsByDefault;
        var (expected, ids, chance) = (new ExpectedItems(), new HashSet<(string World, long Id)>(), new Random(rounds));
        for (var round = 0; round < rounds; round++)
        {
            if (chance.Next(5) == 0) await KilledProgram.KillWhileStarting(data.Name);
            using var program = await KilledProgram.Start(data.Name);
            expected.Compare(await ItemReader.Read(program));
            // One writer's answer is the sign to kill; the others are in the middle of something.
            program.AnswersUntilKilled = chance.Next(MostAnswers);
            var writers = KillWriter.All(program, expected, round).ToArray();
            await Task.WhenAll(writers.Select(writer => writer.Run()));
            foreach (var (world, id) in writers.SelectMany(writer => writer.Ids))
                ids.Add((world, id)).Should().BeTrue("the id {0} of {1} was given once", id, world);
            foreach (var writer in writers) expected.Add(writer);
        }
        using (var program = await KilledProgram.Start(data.Name)) expected.Compare(await ItemReader.Read(program));
        expected.Answered.Should().BeGreaterThan(rounds);
        TestContext.Out.WriteLine(
            $"{rounds} rounds: {expected.Answered} answered writes, {expected.Items} items compared, {ids.Count} ids; "
            + $"of {expected.Unanswered} unanswered writes {expected.Kept} were kept as a whole and the others not at all");
    }
}
