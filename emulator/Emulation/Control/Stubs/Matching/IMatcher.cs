namespace Emulation.Control.Stubs.Matching;

/// <summary>Matches one value of a request: a header, a parameter or the body.</summary>
interface IMatcher
{
    bool Matches(MatchInput input);

    /// <summary>How far the value is from matching, from 0 (a match) to 1. Used for near misses; may be slow.</summary>
    double Distance(MatchInput input) => Matches(input) ? 0 : 1;
}
