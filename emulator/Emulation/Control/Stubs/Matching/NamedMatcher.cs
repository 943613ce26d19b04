namespace Emulation.Control.Stubs.Matching;

/// <summary>Matches all values of one header, parameter or cookie.</summary>
/// <param name="Name">The name.</param>
/// <param name="Matchers">One, unless <paramref name="Count"/> is <c>Includes</c> or <c>Exactly</c>.</param>
/// <param name="Count">How many of the values must match.</param>
sealed record NamedMatcher(string Name, IReadOnlyList<IMatcher> Matchers, MatchCount Count)
{
    public bool Matches(IReadOnlyList<string> values, WorkBudget budget) =>
        Distance(values, budget, static (matcher, value) => matcher.Matches(value) ? 0 : 1) == 0;

    public double Distance(IReadOnlyList<string> values, WorkBudget budget) =>
        Distance(values, budget, static (matcher, value) => matcher.Distance(value));

    private double Distance(IReadOnlyList<string> values, WorkBudget budget, Func<IMatcher, MatchInput, double> distanceOf)
    {
        MatchInput[] inputs = [.. values.Select(value => new MatchInput(value, budget))];
        if (Count == MatchCount.Any) return Nearest(Matchers[0], inputs.Length == 0 ? [new MatchInput(null, budget)] : inputs, distanceOf);
        if (values.Count == 0) return 1;
        var distance = Matchers.Count == 0 ? 0 : Matchers.Average(matcher => Nearest(matcher, inputs, distanceOf));
        return Count == MatchCount.Exactly && Matchers.Count != values.Count ? (distance + 1) / 2 : distance;
    }

    private static double Nearest(IMatcher matcher, MatchInput[] inputs, Func<IMatcher, MatchInput, double> distanceOf) =>
        inputs.Min(input => distanceOf(matcher, input));
}

/// <summary>How many of the values of one name must match.</summary>
enum MatchCount
{
    /// <summary>One matching value is enough.</summary>
    Any,

    /// <summary>Each matcher has a matching value; there may be more values.</summary>
    Includes,

    /// <summary>Each matcher has a matching value, and there are as many values as matchers.</summary>
    Exactly,
}
