using Emulation.Http;

namespace Emulation;

/// <summary>One line an event on standard error; never a secret, since reasons hold none and headers are not shown.</summary>
sealed class TerminalLog(TextWriter error, LogLevels level) : ILog
{
    private readonly TextWriter _error = TextWriter.Synchronized(error);

    public void Answered(string world, Call call, Reply reply)
    {
        if (reply.Reason is { } reason && !call.Api.IsControl) _error.WriteLine($"refused {reply.Status} {Line(world, call)}: {reason.ReplaceLineEndings(" ")}");
        else if (reply.Note is { } note) _error.WriteLine($"note {reply.Status} {Line(world, call)}: {note.ReplaceLineEndings(" ")}");
        else if (level > LogLevels.Quiet) _error.WriteLine($"{reply.Status} {Line(world, call)}");
    }

    public void Bug(string world, Call call, Exception bug) => _error.WriteLine($"bug in {Line(world, call)}: {bug}");

    private static string Line(string world, Call call) =>
        world == Worlds.Default ? $"{call.Method} {Safe(call.Target.Path)}" : $"{call.Method} {Safe(call.Target.Path)} (world {world})";

    private static string Safe(string path) => string.Concat(path.Select(sign => char.IsControl(sign) ? '?' : sign));
}
