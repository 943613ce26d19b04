using Emulation.Http;

namespace Emulation.Logging;

/// <summary>
/// Writes one line an event. Reasons contain no secret, and neither headers nor queries are written. A failure of the output is ignored,
/// so that it never changes a response.
/// </summary>
sealed class TerminalLog(TextWriter output, LogLevels level, LogFormat format, TimeProvider machine) : ILog
{
    /// <summary>A request with a large body that takes longer is logged at every level.</summary>
    private static readonly TimeSpan s_slow = TimeSpan.FromSeconds(1);

    private readonly TextWriter _output = TextWriter.Synchronized(output);

    public void Answered(string world, Call call, Reply reply)
    {
        var isRefusal = reply.Reason is not null && !call.Api.IsControl;
        var isSlow = call.Match.Route is { IsLong: true } && machine.GetUtcNow() - call.MachineNow > s_slow;
        if (!isRefusal && !isSlow && reply.Note is null && level == LogLevels.Quiet) return;
        var line = new RequestLine(world, call, reply, isRefusal, machine.GetUtcNow());
        var withTime = isSlow || level > LogLevels.Quiet;
        Write(format == LogFormat.Json ? JsonLogLine.Request(line) : TextLogLine.Request(line, withTime));
    }

    public void Bug(string world, Call call, Exception bug) => Write(format == LogFormat.Json
        ? JsonLogLine.Bug(world, call, bug, machine.GetUtcNow())
        : TextLogLine.Bug(world, call, bug));

    /// <summary>A line about the emulator itself.</summary>
    public void Notice(string message) => Write(NoticeLine(format, message, machine.GetUtcNow()));

    public static string NoticeLine(LogFormat format, string message, DateTimeOffset now) =>
        format == LogFormat.Json ? JsonLogLine.Notice(message, now) : message;

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
}

/// <summary>A request and its answer, as the log shows them.</summary>
/// <param name="World">The world's name.</param>
/// <param name="Call">The request.</param>
/// <param name="Reply">The answer.</param>
/// <param name="IsRefusal">An API refused the request; <see cref="Reply.Reason"/> says why.</param>
/// <param name="Now">The machine's time when the answer was ready.</param>
readonly record struct RequestLine(string World, Call Call, Reply Reply, bool IsRefusal, DateTimeOffset Now)
{
    public TimeSpan Duration => Now - Call.MachineNow;
}
