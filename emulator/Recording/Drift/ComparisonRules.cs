using System.Collections.Frozen;
using Emulation.Control.Journals;
using Emulation.Recordings.Rules;

namespace Emulation.Recordings.Drifts;

/// <summary>What is compared and how exactly, from the rule files.</summary>
sealed class ComparisonRules(RuleSet rules)
{
    private readonly FrozenSet<string> _texts = Names(rules, one => one.Texts);
    private readonly FrozenSet<string> _fixed = Names(rules, one => one.Fixed);
    private readonly FrozenSet<string> _counts = Names(rules, one => one.Counts);
    private readonly FrozenSet<string> _unordered = Names(rules, one => one.Unordered);
    private readonly FrozenSet<string> _links = Names(rules, one => one.Links);
    private readonly FrozenSet<string> _ignored = Names(rules, one => one.Ignored);

    public IReadOnlyList<string> Headers { get; } = [.. rules.Compare.SelectMany(one => one.Headers)];

    public IReadOnlyList<string> Presence { get; } = [.. rules.Compare.SelectMany(one => one.Presence)];

    public IReadOnlyList<string> Keys { get; } = [.. rules.Compare.SelectMany(one => one.Keys)];

    public bool IsText(string member) => _texts.Contains(member);

    public bool IsFixed(string member) => _fixed.Contains(member);

    public bool IsCount(string member) => _counts.Contains(member);

    public bool IsOrdered(string list) => !_unordered.Contains(list);

    public bool IsLink(string member) => _links.Contains(member);

    public bool IsIgnored(string member) => _ignored.Contains(member);

    public bool IsSecret(string member) => rules.IsSecret(member, SecretLocations.Member, "");

    private static FrozenSet<string> Names(RuleSet rules, Func<CompareRules, IEnumerable<string>> of) =>
        rules.Compare.SelectMany(of).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
