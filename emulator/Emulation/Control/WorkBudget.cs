using System.Diagnostics;
using Emulation.Control.Stubs.Matching;

namespace Emulation.Control;

/// <summary>
/// Limits the work of matching one request against all stubs and fault rules. One unit is about one examined value (tens of
/// nanoseconds). When the budget is spent, or the client has disconnected, whatever is not yet decided counts as not matching.
/// </summary>
sealed class WorkBudget(CancellationToken clientLeft = default)
{
    public const long PerRequest = 500_000;

    private long _left = PerRequest;

    /// <summary>The budget ran out since the last call of <see cref="Begin"/>.</summary>
    public bool IsExceeded { get; private set; }

    /// <summary>Called before each stub or rule is matched.</summary>
    public void Begin() => IsExceeded = false;

    /// <summary>Returns false when the budget does not cover this work.</summary>
    public bool Spend(long units = 1)
    {
        var before = _left;
        _left -= units;
        // The cancellation token is read once every 4,096 units.
        var checkClient = before >> 12 != _left >> 12;
        if (_left >= 0 && !(checkClient && clientLeft.IsCancellationRequested)) return true;
        _left = Math.Min(_left, 0);
        IsExceeded = true;
        return false;
    }

    /// <summary>
    /// Runs a regular expression and charges its duration; false also when the budget is spent or the expression timed out.
    /// </summary>
    public bool Match(Pattern pattern, string text)
    {
        if (!Spend(1 + (text.Length >> 6))) return false;
        var started = Stopwatch.GetTimestamp();
        var matches = pattern.Matches(text, out var timedOut);
        // One unit per microsecond: the whole budget allows half a second of regular expressions.
        var microseconds = (long)Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        if (timedOut) IsExceeded = true;
        return Spend(microseconds) && matches;
    }
}
