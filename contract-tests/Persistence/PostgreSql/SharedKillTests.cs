using System.Globalization;

namespace Emulation.Tests.Persistence.PostgreSql;

/// <summary>
/// Two programs share a database, and one of them or the database is killed at a random moment while both are written to. What was
/// answered is there at both, once; ids do not repeat. <c>scripts/campaign/kill-shared</c> runs more rounds.
/// </summary>
class SharedKillTests
{
    private const int Writers = 8;
    private const int MostAnswers = 300;
    private const int AnswersAfterwards = 100;
    private const string Rounds = "KILL_ROUNDS";

    private enum Victim
    {
        First,
        Second,
        Database,
    }

    [Test]
    public async Task Whatever_was_answered_before_a_kill_is_there_at_both_instances()
    {
        using var server = PostgresServer.Start();
        var address = server.NewDatabase();
        var rounds = int.TryParse(Environment.GetEnvironmentVariable(Rounds), CultureInfo.InvariantCulture, out var given) ? given : 3;
        var (chance, expected) = (new Random(rounds), new Dictionary<(string World, string Name), bool>());
        var (ids, found, kills) = (new HashSet<(string World, long Id)>(), 0, new int[3]);
        SharedProgram[] programs = [await SharedProgram.Start(address), await SharedProgram.Start(address)];
        for (var round = 0; round < rounds; round++)
        {
            var (victim, answers, limit) = ((Victim)(round % 3), 0, chance.Next(MostAnswers));
            kills[(int)victim]++;
            var written = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer =>
                new SharedKillWriter(programs[writer % 2], $"{round}-{writer}", new Random((round * Writers) + writer)).Run(Answered)));
            for (var i = 0; i < programs.Length; i++)
            {
                if (!programs[i].IsKilled) continue;
                programs[i].Dispose();
                programs[i] = await SharedProgram.Start(address);
            }
            if (victim == Victim.Database) server.Up();
            foreach (var program in programs) await program.UntilAnswering();
            foreach (var done in written)
            {
                foreach (var id in done.Ids) ids.Add(id).Should().BeTrue("the id {0} was given once", id);
                foreach (var (key, isThere) in done.Answered) expected[key] = isThere;
                if (done.Unknown is not { } unknown) continue;
                // It is there or not; from the first read on it stays so.
                expected[unknown] = await programs[0].TagStatus(unknown) == 200;
                found += expected[unknown] ? 1 : 0;
            }
            foreach (var program in programs)
                foreach (var (key, isThere) in expected.Where(_ => chance.Next(rounds) < 3))
                    (await program.TagStatus(key)).Should().Be(isThere ? 200 : 404, "the tag {0} after round {1}", key, round);

            // The program that was not killed is written to for a while.
            bool Answered()
            {
                var answer = Interlocked.Increment(ref answers);
                if (answer == limit + 1 && victim == Victim.Database) server.Kill();
                else if (answer == limit + 1) programs[(int)victim].Kill();
                return answer < limit + AnswersAfterwards;
            }
        }
        foreach (var program in programs)
            foreach (var (key, isThere) in expected) (await program.TagStatus(key)).Should().Be(isThere ? 200 : 404, "the tag {0}", key);
        foreach (var world in SharedKillWriter.Worlds)
            (await programs[0].Send("GET", "/_emulator/export", world)).Body.Should().Be(
                (await programs[1].Send("GET", "/_emulator/export", world)).Body);
        foreach (var program in programs) program.Dispose();
        TestContext.Out.WriteLine(
            $"{rounds} rounds ({string.Join(", ", Enum.GetValues<Victim>().Select(victim => $"{victim} {kills[(int)victim]}"))}): "
            + $"{expected.Count} items compared at both, {ids.Count} ids, {found} unanswered writes were kept");
    }
}
