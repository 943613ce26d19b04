namespace Emulation.Control.Stubs.Matching;

/// <summary>Judges one value of a request: a header's, a parameter's, the body.</summary>
interface IMatcher
{
    bool Matches(Subject subject);

    /// <summary>How far the value is from matching: 0 is a match, 1 is nothing alike. For near misses; may be slow.</summary>
    double Distance(Subject subject) => Matches(subject) ? 0 : 1;
}
