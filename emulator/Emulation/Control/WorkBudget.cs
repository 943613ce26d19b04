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

    // Expressions are charged by the time that they took: so many units a millisecond make the whole budget about half a second of them.
    private const long UnitsPerMillisecond = PerRequest / 500;

    private long _left = PerRequest;

    /// <summary>Work was refused since <see cref="Begin"/>.</summary>
    public bool IsExceeded { get; private set; }

    /// <summary>Starts the next stub or rule.</summary>
    public void Begin() => IsExceeded = false;

    /// <summary>False: there is no budget for this work.</summary>
    public bool Spend(long units = 1)
    {
        _left -= units;
        if (_left >= 0 && ((_left & 0xFFF) != 0 || !clientLeft.IsCancellationRequested)) return true;
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
        var milliseconds = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (timedOut) IsExceeded = true;
        return (milliseconds == 0 || Spend(milliseconds * UnitsPerMillisecond)) && matches;
    }
}
