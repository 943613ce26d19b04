namespace Emulation.Control.Stubs.Matching;

/// <summary>Judges all values under one name: of a header, a parameter, a cookie.</summary>
/// <param name="Name">The name.</param>
/// <param name="Matchers">One, unless there is a <paramref name="Count"/> of them.</param>
/// <param name="Count">How many of the values they must account for.</param>
sealed record NamedMatcher(string Name, IReadOnlyList<IMatcher> Matchers, Needed Count)
{
    public bool Matches(IReadOnlyList<string> values, WorkBudget budget) => Distance(values, budget, static (matcher, value) => matcher.Matches(value) ? 0 : 1) == 0;

    public double Distance(IReadOnlyList<string> values, WorkBudget budget) => Distance(values, budget, static (matcher, value) => matcher.Distance(value));

    private double Distance(IReadOnlyList<string> values, WorkBudget budget, Func<IMatcher, Subject, double> judge)
    {
        if (Count == Needed.Any) return Best(Matchers[0], values.Count == 0 ? [new Subject(null, budget)] : [.. values.Select(value => new Subject(value, budget))], judge);
        if (values.Count == 0) return 1;
        Subject[] subjects = [.. values.Select(value => new Subject(value, budget))];
        var distance = Matchers.Count == 0 ? 0 : Matchers.Average(matcher => Best(matcher, subjects, judge));
        return Count == Needed.Exactly && Matchers.Count != values.Count ? (distance + 1) / 2 : distance;
    }

    private static double Best(IMatcher matcher, Subject[] subjects, Func<IMatcher, Subject, double> judge) => subjects.Min(subject => judge(matcher, subject));
}

/// <summary>How the values under one name and the matchers belong together.</summary>
enum Needed
{
    /// <summary>One value that matches is enough.</summary>
    Any,

    /// <summary>Each matcher has its value; there may be more.</summary>
    Includes,

    /// <summary>Each matcher has its value, and there are as many.</summary>
    Exactly,
}
