using System.CommandLine;
using Emulation.Recordings.Checking;
using Emulation.Recordings.Drifts;
using Emulation.Recordings.Format;
using Emulation.Recordings.Proxying;
using Emulation.Recordings.Rules;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Commands;

/// <summary><c>record</c>: a proxy in front of a service that writes a sanitised recording, and a check of one.</summary>
static class RecordCommand
{
    /// <summary>Not the emulator's own, so that one may be recorded.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5011";

    /// <summary>Exit code: something slipped through, or the file could not be written to its end.</summary>
    private const int Found = 1;

    public static Command Record()
    {
        var upstream = new Option<string?>("--upstream") { HelpName = "URL", Description = "the service, or another emulator" };
        var output = new Option<string?>("--out") { HelpName = "FILE", Description = "the recording to write; it must not exist" };
        var api = new Option<string?>("--api") { HelpName = "NAME", Description = "the API of all requests [by their paths]" };
        var urls = new Option<string>("--urls")
        {
            HelpName = "URL", Description = $"where to listen [{DefaultUrl}]", DefaultValueFactory = _ => DefaultUrl,
        };
        var rules = new Option<string?>("--rules") { HelpName = "FILE", Description = "rules of sanitising that add to the defaults" };
        var keep = new Option<bool>("--keep-values")
        {
            Description = "remove secrets alone; for a service without personal values, such as another emulator",
        };
        var check = new Option<string?>("--check") { HelpName = "FILE", Description = "look for what slipped through in a recording" };
        var words = new Option<string?>("--words")
        {
            HelpName = "FILE", Description = "with --check: words to look for, one a line, such as names of your company and its people",
        };
        var command = new Command("record", "Forwards requests to a service and writes what passes to a file, without secrets and names.")
        {
            upstream, output, api, urls, rules, keep, check, words,
        };
        command.SetAction(async (parsed, _) =>
        {
            var set = RuleSet.Load(parsed.GetValue(rules));
            if (parsed.GetValue(check) is { } file) return Check(file, set, parsed.GetValue(words), parsed.InvocationConfiguration.Output);
            var service = Upstream(parsed.GetValue(upstream));
            if (parsed.GetValue(output) is not { } target) throw new OptionError("--out: give the file to write");
            var listen = ListenUrls.Parse(parsed.GetValue(urls)!);
            var settings = new RecordSettings(service, target, parsed.GetValue(api), set, parsed.GetValue(keep), listen);
            return await Run(settings, parsed.InvocationConfiguration.Output);
        });
        return command;
    }

    /// <exception cref="OptionError">It is not the address of a service.</exception>
    public static Uri Upstream(string? value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            && uri is { Query: "", Fragment: "", UserInfo: "" }
            ? uri
            : throw new OptionError($"--upstream: '{value}' is not allowed; give https://HOST, with a path if wanted");

    public static RouteFinder RoutesOf(string? api)
    {
        var apis = RouteFinder.AllApis();
        var names = apis.Select(known => known.Name).ToArray();
        return api is null || names.Contains(api, StringComparer.Ordinal)
            ? new RouteFinder(apis, api)
            : throw new OptionError($"--api: '{api}' is not an API; give one of {string.Join(", ", names)}");
    }

    private static async Task<int> Run(RecordSettings settings, TextWriter output)
    {
        var (upstream, file, rules) = (settings.Upstream, settings.File, settings.Rules);
        var routes = RoutesOf(settings.Api);
        using var writer = new RecordingWriter(Create(file), new RecordingHeader
        {
            Recording = RecordingHeader.Current,
            Version = ProductVersion.Text,
            Started = TimeProvider.System.GetUtcNow(),
            Upstream = Upstreams.Describe(upstream),
            Api = settings.Api,
            Rules = settings.KeepsValues ? RecordingHeader.SecretsAlone : rules.Name,
        });
        await using var recorder = new Recorder(new Sanitizer(rules, routes, settings.KeepsValues), writer);
        int brokenOff;
        await using (var proxy = await RecordingProxy.Start(settings.Urls, upstream, recorder, TimeProvider.System))
        {
            foreach (var address in proxy.Addresses) output.WriteLine($"Listening on {address}");
            output.WriteLine($"Recording {upstream.GetLeftPart(UriPartial.Authority)} to {file}; stop with Ctrl-C.");
            await Task.WhenAny(proxy.WaitForShutdown(), recorder.Failed);
            brokenOff = proxy.BrokenOff;
        }
        await recorder.DisposeAsync();
        if (recorder.Failed.IsCompleted)
        {
            var reason = await recorder.Failed;
            return CommandLine.Refuse($"{file}: cannot be written ({reason}); it ends after {Counted.Of(recorder.Count, "exchange")}");
        }
        var rest = brokenOff == 0 ? "" : $"; {brokenOff} broke off and {(brokenOff == 1 ? "is" : "are")} not in it";
        output.WriteLine($"{file}: {Counted.Of(recorder.Count, "exchange")}{rest}");
        return 0;
    }

    private sealed record RecordSettings(Uri Upstream, string File, string? Api, RuleSet Rules, bool KeepsValues, string[] Urls);

    private static FileStream Create(string file)
    {
        try
        {
            return new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        }
        catch (IOException) when (File.Exists(file))
        {
            throw new OptionError($"--out: {file} exists; delete it or give another name");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OptionError($"--out: {file} cannot be written ({fault.Message.ReplaceLineEndings(" ")}); give a folder that exists");
        }
    }

    private static int Check(string file, RuleSet rules, string? words, TextWriter output)
    {
        var recording = RecordingReader.Read(file);
        var findings = new RecordingCheck(rules, Words(words)).Of(recording).ToArray();
        foreach (var finding in findings)
            output.WriteLine($"exchange {finding.Exchange}, {finding.Place}: {finding.Kind} {finding.Shown}");
        var values = findings.Length == 1
            ? "1 value looks like a secret or a personal one"
            : $"{findings.Length} values look like secrets or personal ones";
        output.WriteLine($"{file}: {Counted.Of(recording.Exchanges.Count, "exchange")}, {values}");
        return findings.Length == 0 ? 0 : Found;
    }

    private static string[] Words(string? file)
    {
        try
        {
            return file is null ? [] : [.. File.ReadAllLines(file).Select(line => line.Trim()).Where(line => line.Length > 0)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OptionError($"--words: {file} cannot be read ({fault.Message.ReplaceLineEndings(" ")}); give a file that exists");
        }
    }
}
