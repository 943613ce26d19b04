using System.Diagnostics;
using System.Text;

namespace Compare.Sections;

/// <summary>A batch file of 100,000 indicators from upload to applied, with a client that reads pages meanwhile.</summary>
static class Batch
{
    private const int Indicators = 100_000;
    private const int Rounds = 3;
    private const string Config = """{"owner":"Example Org","version":"V2","action":"Create","haltOnError":"false","attributeWriteType":"Append","tagWriteType":"Append","securityLabelWriteType":"Append"}""";
    private const string With = ""","tag":[{"name":"Bench A"},{"name":"Bench B"}],"securityLabel":[{"name":"TLP:AMBER"}],"attribute":[{"type":"Description","value":"Seen by the bench."}]""";

    public static async Task Run(Lab lab)
    {
        using var emulator = await lab.Emulator("--tc-batch-limit", $"{Indicators}");
        lab.Report.Head($"Batch of {Report.Whole(Indicators)} indicators, with reads beside it", $"From upload to Completed; one client reads pages of 100 meanwhile. Medians of {Rounds}, each from reset.", "file", "MB", "elapsed s", "reads meanwhile", "median read ms", "slowest read ms");
        foreach (var (name, more) in new[] { ("plain hosts", ""), ("with two tags, a label and an attribute each", With) })
        {
            var file = File(more);
            var rounds = new List<Applied>();
            for (var round = 0; round < Rounds; round++) rounds.Add(await Apply(emulator, file));
            lab.Report.Row(name, Report.Whole(file.Length / 1e6), Median(rounds, one => one.Seconds), Median(rounds, one => one.Reads.Count), Median(rounds, one => Medians.Of(one.Reads)), Median(rounds, one => one.Reads.Max()));
        }
    }

    private static async Task<Applied> Apply(Contender emulator, string file)
    {
        await emulator.Fetch(Send("reset", "/_emulator/reset", null));
        var job = (await Asked.Json(emulator, Send("batch", "/api/v2/batch", Config)))["data"]!["batchId"]!;
        var begun = Stopwatch.GetTimestamp();
        var upload = Uploaded(emulator, job.ToString(), file);
        var reads = new List<double>();
        while (!upload.IsCompleted)
        {
            var asked = Stopwatch.GetTimestamp();
            await emulator.Fetch(Asked.Page100);
            reads.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }
        await upload;
        return new(Stopwatch.GetElapsedTime(begun).TotalSeconds, reads);
    }

    private static async Task Uploaded(Contender emulator, string job, string file)
    {
        await emulator.Fetch(Send("upload", $"/api/v2/batch/{job}", file));
        for (var question = 0; question < 10; question++)
        {
            var status = (await Asked.Json(emulator, Request.Tc("status", $"/api/v2/batch/{job}?includeAdditional=true")))["data"]!["batchStatus"]!;
            if (status["status"]!.GetValue<string>() != "Completed") continue;
            var applied = status["successCount"]!.GetValue<int>();
            if (applied != Indicators) throw new BenchError($"the batch applied {applied} of {Indicators} indicators");
            return;
        }
        throw new BenchError("the batch is not done after ten questions");
    }

    private static Request Send(string name, string target, string? body) => new(name, target) { Method = "POST", Headers = [Request.Token], Body = body };

    private static string File(string more)
    {
        var text = new StringBuilder("""{"indicator":[""");
        for (var i = 0; i < Indicators; i++) text.Append(i == 0 ? "" : ",").Append($$"""{"type":"Host","summary":"b{{i}}.bench.example","rating":"3.0","confidence":60""").Append(more).Append('}');
        return text.Append("]}").ToString();
    }

    private static string Median(List<Applied> rounds, Func<Applied, double> of) => rounds.Select(of).Order().ElementAt(rounds.Count / 2) is var value && value < 100 ? Report.Fine(value) : Report.Whole(value);

    private sealed record Applied(double Seconds, List<double> Reads);
}
