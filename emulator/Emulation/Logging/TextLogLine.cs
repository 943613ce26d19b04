using System.Globalization;
using Emulation.Http;

namespace Emulation.Logging;

/// <summary>The lines of <c>--log-format text</c>.</summary>
static class TextLogLine
{
    /// <param name="line">The request and its answer.</param>
    /// <param name="withTime">Begins with the time and shows duration and caller.</param>
    public static string Request(RequestLine line, bool withTime)
    {
        var (reply, target) = (line.Reply, Target(line.World, line.Call));
        var text = line.IsRefusal
            ? $"refused {reply.Status} {target}"
            : reply.Note is null ? $"{reply.Status} {target}" : $"note {reply.Status} {target}";
        if (withTime)
            text = string.Create(
                CultureInfo.InvariantCulture,
                $"{line.Now:HH:mm:ss.fff} {text} {line.Duration.TotalMilliseconds:0.0} ms {line.Call.Caller.Name}");
        return (line.IsRefusal ? reply.Reason : reply.Note) is { } detail ? $"{text}: {detail.ReplaceLineEndings(" ")}" : text;
    }

    public static string Bug(string world, Call call, Exception bug) => $"bug in {Target(world, call)}: {bug}";

    private static string Target(string world, Call call)
    {
        var target = $"{call.Method} {WithoutControlCharacters(call.Target.Path)}";
        return world == Worlds.Default ? target : $"{target} (world {world})";
    }

    private static string WithoutControlCharacters(string path) =>
        string.Concat(path.Select(character => char.IsControl(character) ? '?' : character));
}
