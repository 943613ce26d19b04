using System.CommandLine;
using System.Text;
using Emulation.Recordings.Format;
using Emulation.Recordings.Replays;

namespace Emulation.Commands;

/// <summary><c>replay</c>: an emulator with the data that a recording implies, or that data as a dataset file.</summary>
static class ReplayCommand
{
    public static Command Replay(Func<EmulatorOptions, Task<int>> serve)
    {
        var file = new Argument<string>("FILE") { Description = "a recording" };
        var urls = new Option<string>("--urls")
        {
            HelpName = "URL",
            Description = $"where to listen [{EmulatorOptions.DefaultUrl}]",
            DefaultValueFactory = _ => EmulatorOptions.DefaultUrl,
        };
        var output = new Option<string?>("--out") { HelpName = "FILE", Description = "write the dataset and serve nothing" };
        var command = new Command("replay", "Serves the data that the answers of a recording show.") { file, urls, output };
        command.SetAction(async (parsed, _) =>
        {
            var name = parsed.GetRequiredValue(file);
            var implied = ImpliedDataset.Of(name, RecordingReader.Read(name), before: false);
            foreach (var reason in implied.LeftOut) await parsed.InvocationConfiguration.Error.WriteLineAsync($"left out: {reason}");
            if (parsed.GetValue(output) is { } target)
            {
                await using (var stream = RequestBody.CreateFile(target)) await stream.WriteAsync(Encoding.UTF8.GetBytes(implied.Json));
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"{target}: {implied.Dataset.Graph.NodeCount} nodes");
                return 0;
            }
            return await serve(new EmulatorOptions
            {
                Urls = ListenUrls.Parse(parsed.GetValue(urls)!), Dataset = name, DatasetSource = () => implied.Dataset,
            });
        });
        return command;
    }

    /// <summary>Options whose dataset is a recording get the data that it implies.</summary>
    /// <param name="options">The options.</param>
    /// <param name="before">The data before the recording: without what it creates.</param>
    public static EmulatorOptions Prepare(EmulatorOptions options, bool before)
    {
        if (!options.Dataset.EndsWith(ImpliedDataset.Extension, StringComparison.OrdinalIgnoreCase)) return options;
        var implied = ImpliedDataset.Of(options.Dataset, RecordingReader.Read(options.Dataset), before);
        return options with { DatasetSource = () => implied.Dataset };
    }
}
