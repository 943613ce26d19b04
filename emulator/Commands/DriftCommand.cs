using System.CommandLine;
using Emulation.Recordings.Drifts;
using Emulation.Recordings.Format;
using Emulation.Recordings.Proxying;
using Emulation.Recordings.Replays;
using Emulation.Recordings.Rules;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Commands;

/// <summary><c>drift</c>: compares a recorded service, or one that answers now, with the emulator.</summary>
sealed class DriftCommand(Func<string, string?> variable)
{
    private const string WorldOfDrift = "drift";

    private readonly Argument<string?> _file = new("FILE") { Description = "a recording", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _upstream = Text("--upstream", "URL", "compare with this service while requests pass");
    private readonly Option<string> _urls = new("--urls")
    {
        HelpName = "URL",
        Description = $"with --upstream: where to listen [{RecordCommand.DefaultUrl}]",
        DefaultValueFactory = _ => RecordCommand.DefaultUrl,
    };
    private readonly Option<string?> _url = Text("--url", "URL", "a running emulator [one in this process]");
    private readonly Option<string?> _dataset = Text(
        "--dataset", "NAME|FILE", "the data of the emulator in this process [what the recording shows]");
    private readonly Option<string?> _world = Text("--world", "NAME", "the world, which is used as it is [a new one]");
    private readonly Option<string?> _token = Text("--token", "T", "the running emulator's --control-token");
    private readonly Option<bool> _insecure = new("--insecure") { Description = "accept any certificate of the running emulator" };
    private readonly Option<string?> _api = Text("--api", "NAME", "the API of all requests [by their paths]");
    private readonly Option<string?> _rules = Text("--rules", "FILE", "rules that add to the defaults");
    private readonly Option<bool> _json = new("--json") { Description = "print the report as JSON" };
    private readonly Option<string?> _junit = Text("--junit", "FILE", "write the report as JUnit XML, too");
    private readonly Option<string?> _evidence = Text("--evidence", "DIR", "keep the report there, for the emulator's --evidence");
    private readonly Option<string?> _accept = Text("--accept", "FILE", "known differences; with --reason those found now are added");
    private readonly Option<string?> _reason = Text("--reason", "TEXT", "with --accept: why the differences found now are accepted");

    public static Command Drift(Func<string, string?> variable) => new DriftCommand(variable).Build();

    private Command Build()
    {
        const string Description = "Compares the answers of a service with the emulator's. Exits 0: same, 1: drift, 2: not compared.";
        var command = new Command("drift", Description);
        command.Arguments.Add(_file);
        Option[] options =
        [
            _upstream, _urls, _url, _dataset, _world, _token, _insecure, _api, _rules, _json, _junit, _evidence, _accept, _reason,
        ];
        foreach (var option in options) command.Options.Add(option);
        command.SetAction((parsed, _) => Run(parsed));
        return command;
    }

    private async Task<int> Run(ParseResult parsed)
    {
        var rules = RuleSet.Load(parsed.GetValue(_rules));
        var routes = RecordCommand.RoutesOf(parsed.GetValue(_api));
        var accepted = AcceptedDifferences.Load(parsed.GetValue(_accept));
        var (file, upstream) = (parsed.GetValue(_file), parsed.GetValue(_upstream));
        if (file is null == upstream is null) throw new OptionError("drift: give a recording, or --upstream with the address of a service");
        if (parsed.GetValue(_reason) is not null && parsed.GetValue(_accept) is null)
            throw new OptionError("--reason: give --accept with a file");
        var recording = file is null ? null : RecordingReader.Read(file);
        await using var emulator = await Target(parsed, recording);
        try
        {
            var run = await DriftRun.Start(emulator.Client, routes, rules);
            var exchanges = recording is null
                ? await Live(parsed, run, new Sanitizer(rules, routes), RecordCommand.Upstream(upstream))
                : await Played(recording, run);
            var report = new DriftReport
            {
                Source = file ?? "live",
                Upstream = recording?.Header.Upstream ?? Upstreams.Describe(RecordCommand.Upstream(upstream)),
                Recorded = recording?.Header.Started ?? TimeProvider.System.GetUtcNow(),
                Compared = TimeProvider.System.GetUtcNow(),
                Emulator = emulator.Description,
                Routes = DriftReport.Group(exchanges, accepted),
            };
            return Print(parsed, Accept(parsed, report, exchanges, accepted));
        }
        catch (HttpRequestException fault)
        {
            var cause = fault.GetBaseException().Message.ReplaceLineEndings(" ").TrimEnd('.');
            throw new OptionError($"--url: no emulator answers ({cause}); correct it");
        }
    }

    private static async Task<List<ComparedExchange>> Played(Recording recording, DriftRun run)
    {
        var compared = new List<ComparedExchange>();
        foreach (var exchange in recording.Exchanges) compared.Add(await run.Compare(exchange));
        return compared;
    }

    private async Task<IReadOnlyList<ComparedExchange>> Live(ParseResult parsed, DriftRun run, Sanitizer sanitizer, Uri upstream)
    {
        await using var comparison = new LiveComparison(sanitizer, run);
        var listen = ListenUrls.Parse(parsed.GetValue(_urls)!);
        await using (var proxy = await RecordingProxy.Start(listen, upstream, comparison, TimeProvider.System))
        {
            var notes = Notes(parsed);
            foreach (var address in proxy.Addresses) notes.WriteLine($"Listening on {address}");
            notes.WriteLine($"Comparing {upstream.GetLeftPart(UriPartial.Authority)}; stop with Ctrl-C.");
            await proxy.WaitForShutdown();
        }
        return await comparison.Finish();
    }

    /// <summary>With a reason, what differs now is written to the file and is drift no more.</summary>
    private DriftReport Accept(
        ParseResult parsed, DriftReport report, IReadOnlyList<ComparedExchange> exchanges, AcceptedDifferences accepted)
    {
        if (parsed.GetValue(_reason) is not { } reason || parsed.GetValue(_accept) is not { } file) return report;
        var all = accepted.With(report, reason);
        File.WriteAllBytes(file, all.ToJson());
        Notes(parsed).WriteLine($"{file}: {Counted.Of(report.Drift.Count(), "difference")} accepted");
        return report with { Routes = DriftReport.Group(exchanges, all) };
    }

    /// <summary>Where lines other than the report go: with --json, standard output is the report alone.</summary>
    private TextWriter Notes(ParseResult parsed) =>
        parsed.GetValue(_json) ? parsed.InvocationConfiguration.Error : parsed.InvocationConfiguration.Output;

    private int Print(ParseResult parsed, DriftReport report)
    {
        var output = parsed.InvocationConfiguration.Output;
        var json = ReportJson.Of(report);
        if (parsed.GetValue(_json)) output.WriteLine(System.Text.Encoding.UTF8.GetString(json));
        else ReportTable.Write(report, output);
        if (parsed.GetValue(_junit) is { } junit)
        {
            using var file = RequestBody.CreateFile(junit);
            ReportJUnit.Write(report, file);
        }
        if (parsed.GetValue(_evidence) is { } folder) EvidenceFile.Save(folder, report.Compared, json);
        if (report.ComparedCount == 0) return CommandLine.Refuse("drift: no exchange could be compared; the lines above say why");
        return report.Drift.Any() ? Remote.Failed : 0;
    }

    private static EmulatorOptions Own(string name, Recording recording)
    {
        var implied = ImpliedDataset.Of(name, recording, before: true);
        if (implied.LeftOut is [var first, ..]) Console.Error.WriteLine($"{implied.LeftOut.Count} rows of the data are left out: {first}");
        return EmulatorOptions.NoPort with { Dataset = name, DatasetSource = () => implied.Dataset };
    }

    private async Task<DriftTarget> Target(ParseResult parsed, Recording? recording)
    {
        if (parsed.GetValue(_url) is not { } url)
        {
            var dataset = parsed.GetValue(_dataset) ?? parsed.GetValue(_file) ?? new EmulatorOptions().Dataset;
            if (recording is not null && parsed.GetValue(_dataset) is null) return await DriftTarget.InProcess(Own(dataset, recording));
            var options = EmulatorOptions.NoPort with { Dataset = OptionValues.DatasetOf(dataset) };
            return await DriftTarget.InProcess(ReplayCommand.Prepare(options, before: true));
        }
        if (parsed.GetValue(_dataset) is not null) throw new OptionError("--dataset: is for an emulator in this process; remove --url");
        var connection = new Connection(variable)
        {
            Url = url, Token = parsed.GetValue(_token), AcceptAnyCertificate = parsed.GetValue(_insecure),
        };
        return await DriftTarget.Running(connection, parsed.GetValue(_world), WorldOfDrift);
    }

    private static Option<string?> Text(string name, string value, string meaning) => new(name) { HelpName = value, Description = meaning };
}
