using Emulation.Http;

namespace Emulation;

/// <summary>
/// Writes one line an event. Reasons contain no secret, and headers are not shown. A failure of the output is ignored, so that it
/// never changes a response.
/// </summary>
sealed class TerminalLog(TextWriter output, LogLevels level) : ILog
{
    private readonly TextWriter _output = TextWriter.Synchronized(output);

    public void Answered(Call call, Reply reply)
    {
        if (reply.Reason is { } reason && !call.Api.IsControl)
            Write($"refused {reply.Status} {Line(call)}: {reason.ReplaceLineEndings(" ")}");
        else if (reply.Note is { } note) Write($"note {reply.Status} {Line(call)}: {note.ReplaceLineEndings(" ")}");
        else if (level > LogLevels.Quiet) Write($"{reply.Status} {Line(call)}");
    }

    public void Bug(Call call, Exception bug) => Write($"bug in {Line(call)}: {bug}");

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

    private static string Line(Call call)
    {
        var line = $"{call.Method} {WithoutControlCharacters(call.Target.Path)}";
        return call.World.Name == Worlds.Default ? line : $"{line} (world {call.World.Name})";
    }

    private static string WithoutControlCharacters(string path) =>
        string.Concat(path.Select(character => char.IsControl(character) ? '?' : character));
}
