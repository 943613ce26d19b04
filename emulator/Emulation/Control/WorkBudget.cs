using System.Diagnostics;
using Emulation.Control.Stubs.Matching;

namespace Emulation.Control;

/// <summary>
/// How much matching one request may cost, over all stubs and fault rules. A unit is about one value looked at (tens of nanoseconds). When it is
/// spent, or the client has left, what still needs work counts as not matching.
/// </summary>
sealed class WorkBudget(CancellationToken clientLeft = default)
{
    public const long PerRequest = 500_000;

    private long _left = PerRequest;

    /// <summary>Work was refused since <see cref="Begin"/>.</summary>
    public bool IsExceeded { get; private set; }

    /// <summary>Starts the next stub or rule.</summary>
    public void Begin() => IsExceeded = false;

    /// <summary>False: there is no budget for this work.</summary>
    public bool Spend(long units = 1)
    {
        var before = _left;
        _left -= units;
        var isTimeToLook = before >> 12 != _left >> 12;
        if (_left >= 0 && !(isTimeToLook && clientLeft.IsCancellationRequested)) return true;
        _left = Math.Min(_left, 0);
        IsExceeded = true;
        return false;
    }

    /// <summary>Runs a regular expression and charges its time; not matching when there is no budget or it took too long.</summary>
    public bool Match(Pattern pattern, string text)
    {
        if (!Spend(1 + (text.Length >> 6))) return false;
        var started = Stopwatch.GetTimestamp();
        var matches = pattern.Matches(text, out var timedOut);
        // A unit a microsecond: the whole budget is half a second of expressions.
        var microseconds = (long)Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        if (timedOut) IsExceeded = true;
        return Spend(microseconds) && matches;
    }
}
