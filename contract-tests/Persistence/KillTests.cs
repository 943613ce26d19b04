using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Emulation.Http;

namespace Emulation.Tests.Persistence;

/// <summary>
/// The program is killed at random moments while it is written to, and started again: what was answered is there, once, and ids do not
/// repeat. <c>scripts/campaign/kill</c> runs more rounds.
/// </summary>
class KillTests
{
    private const int Writers = 8;
    private const int MostAnswers = 400;
    private const string Rounds = "KILL_ROUNDS";

    [Test]
    public async Task Whatever_was_answered_before_a_kill_is_there_after_a_restart()
    {
        using var data = new DataDirectory();
        var rounds = int.TryParse(Environment.GetEnvironmentVariable(Rounds), CultureInfo.InvariantCulture, out var given) ? given : 3;
        var expected = new Dictionary<(string World, string Name), bool>();
        var ids = new HashSet<(string World, long Id)>();
        var chance = new Random(rounds);
        for (var round = 0; round < rounds; round++)
        {
            using var program = await KilledProgram.Start(data.Name);
            await Check(program, expected);
            // One writer's answer is the sign to kill; the others are in the middle of something.
            program.AnswersUntilKilled = chance.Next(MostAnswers);
            var writers = Enumerable.Range(0, Writers)
                .Select(writer => Write(program, $"{round}-{writer}", new Random((round * Writers) + writer)));
            foreach (var done in await Task.WhenAll(writers))
            {
                foreach (var (world, id) in done.Ids) ids.Add((world, id)).Should().BeTrue("the id {0} of {1} was given twice", id, world);
                foreach (var (key, isThere) in done.Answered) expected[key] = isThere;
                foreach (var key in done.Unknown) expected.Remove(key);
            }
        }
        using (var program = await KilledProgram.Start(data.Name)) await Check(program, expected);
        expected.Should().NotBeEmpty();
        TestContext.Out.WriteLine($"{rounds} rounds, {expected.Count} answered writes compared, {ids.Count} ids");
    }

    private static async Task Check(KilledProgram program, Dictionary<(string World, string Name), bool> expected)
    {
        foreach (var ((world, name), isThere) in expected)
        {
            var answer = await program.Send("GET", $"/v2/tags/{name}", world);
            answer.Status.Should().Be(isThere ? 200 : 404, "the tag {0} of {1}", name, world);
        }
    }

    private static async Task<Written> Write(KilledProgram program, string writer, Random chance)
    {
        var written = new Written([], [], []);
        for (var i = 0; ; i++)
        {
            var world = chance.Next(5) is var number and > 0 ? $"w{number}" : Worlds.Default;
            var key = (world, $"t-{writer}-{i}");
            try
            {
                if (chance.Next(4) == 0)
                {
                    var group = await program.Write(
                        "POST", "/v2/groups/incidents", world, $$"""{"name":"{{key.Item2}}","eventDate":"2024-01-01"}""");
                    if (group.Status == 201) written.Ids.Add((world, group.Id));
                    continue;
                }
                written.Unknown.Add(key);
                var made = await program.Write("POST", "/v2/tags", world, $$"""{"name":"{{key.Item2}}"}""");
                made.Status.Should().Be(201);
                (written.Answered[key], _) = (true, written.Unknown.Remove(key));
                if (chance.Next(3) > 0) continue;
                (_, _) = (written.Answered.Remove(key), written.Unknown.Add(key));
                (await program.Write("DELETE", $"/v2/tags/{key.Item2}", world)).Status.Should().Be(200);
                (written.Answered[key], _) = (false, written.Unknown.Remove(key));
            }
            catch (HttpRequestException)
            {
                return written;
            }
        }
    }

    private sealed record Written(
        Dictionary<(string World, string Name), bool> Answered,
        HashSet<(string World, string Name)> Unknown,
        List<(string World, long Id)> Ids);

    /// <summary>The built program as a process of its own.</summary>
    private sealed class KilledProgram : IDisposable
    {
        private readonly Process _process;
        private readonly HttpClient _client;
        private int _answers;

        private KilledProgram(Process process, string address)
        {
            _process = process;
            _client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Writers }) { BaseAddress = new Uri(address) };
        }

        public static async Task<KilledProgram> Start(string folder)
        {
            var start = new ProcessStartInfo("dotnet")
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            string[] arguments =
            [
                Path.Combine(AppContext.BaseDirectory, "emulator.dll"),
                "--port", "0", "--dataset", "docs", "--auth", "off", "--data", folder,
            ];
            foreach (var argument in arguments) start.ArgumentList.Add(argument);
            var process = Process.Start(start)!;
            const string Listening = "Listening on ";
            var line = await process.StandardOutput.ReadLineAsync();
            if (line is null || !line.StartsWith(Listening, StringComparison.Ordinal))
                throw new AssertionException($"The program says: {line} {await process.StandardError.ReadToEndAsync()}");
            _ = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            var program = new KilledProgram(process, line[Listening.Length..]);
            while ((await program.Send("GET", "/_emulator/health/ready", Worlds.Default)).Status != 200) await Task.Yield();
            return program;
        }

        public int AnswersUntilKilled { get; set; } = int.MaxValue;

        /// <summary>Sends a write; the answer may be the one after which the process is killed.</summary>
        public async Task<(int Status, long Id)> Write(string method, string target, string world, string? body = null)
        {
            var answer = await Send(method, target, world, body);
            if (Interlocked.Increment(ref _answers) == AnswersUntilKilled + 1) _process.Kill();
            return answer;
        }

        public async Task<(int Status, long Id)> Send(string method, string target, string world, string? body = null)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), target);
            request.Headers.Add(Worlds.Header, world);
            if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            using var response = await _client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            var isGroup = target.EndsWith("/incidents", StringComparison.Ordinal) && response.IsSuccessStatusCode;
            return ((int)response.StatusCode, isGroup ? IdOf(text) : 0);
        }

        public void Dispose()
        {
            if (!_process.HasExited) _process.Kill();
            _process.WaitForExit();
            _process.Dispose();
            _client.Dispose();
        }

        private static long IdOf(string text)
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.GetProperty("data").GetProperty("incident").GetProperty("id").GetInt64();
        }
    }
}
