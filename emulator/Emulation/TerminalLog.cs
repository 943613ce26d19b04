using Emulation.Http;

namespace Emulation;

/// <summary>
/// Writes one line an event. Reasons contain no secret, and headers are not shown. A failure of the output is ignored, so that it
/// never changes a response.
/// </summary>
sealed class TerminalLog(TextWriter output, LogLevels level) : ILog
{
    private readonly TextWriter _output = TextWriter.Synchronized(output);

    public void Answered(string world, Call call, Reply reply)
    {
        if (reply.Reason is { } reason && !call.Api.IsControl)
            Write($"refused {reply.Status} {Line(world, call)}: {reason.ReplaceLineEndings(" ")}");
        else if (reply.Note is { } note) Write($"note {reply.Status} {Line(world, call)}: {note.ReplaceLineEndings(" ")}");
        else if (level > LogLevels.Quiet) Write($"{reply.Status} {Line(world, call)}");
    }

    public void Bug(string world, Call call, Exception bug) => Write($"bug in {Line(world, call)}: {bug}");

    /// <summary>A line about the emulator itself.</summary>
    public void Notice(string line) => Write(line);

    private void Write(string line)
    {
        try
        {
            _output.WriteLine(line);
        }
        catch (Exception)
        {
            // A test framework's writer throws when its test is over; the request goes on.
        }
    }

    private static string Line(string world, Call call)
    {
        var line = $"{call.Method} {WithoutControlCharacters(call.Target.Path)}";
        return world == Worlds.Default ? line : $"{line} (world {world})";
    }

    private static string WithoutControlCharacters(string path) =>
        string.Concat(path.Select(character => char.IsControl(character) ? '?' : character));
}
