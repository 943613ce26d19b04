using Emulation.Http;

namespace Emulation.Control.Faults;

/// <summary>
/// A world's fault rules and how far each has come: an array that is never changed in place, so that a snapshot is a reference.
/// A request is counted by all its rules at once or, when another came in between, anew.
/// </summary>
sealed class FaultList(long seed) : IFaults
{
    /// <summary>The header by which a request asks for rules that wait for it; several are divided by commas.</summary>
    public const string Header = "X-Emulator-Fault";

    public const int Most = 1000;

    private Counted[] _rules = [];
    private CancellationTokenSource _hold = new();

    public PartState State => new FaultState(Rules);

    public Counted[] Rules => Volatile.Read(ref _rules);

    public static FaultList Of(World world) =>
        world.Faults as FaultList ?? throw new InvalidOperationException($"The world {world.Name} was made without a list of faults.");

    public Override? Find(Call call)
    {
        if (Rules.Length == 0 && !call.Headers.ContainsKey(Header)) return null;
        var asked = new RuleView(call);
        while (true)
        {
            var hold = Volatile.Read(ref _hold).Token;
            var before = Rules;
            if (Unknown(asked, before) is { } refusal) return refusal;
            var (after, struck, undecided) = Count(asked, before);
            var note = undecided is null ? null : $"the fault rule {undecided.Name} exceeded the limit of work for matching one request and counts as not matching";
            if (after is not null && !ReferenceEquals(Interlocked.CompareExchange(ref _rules, after, before), before)) continue;
            if (struck is not null) return Compose(call, struck, hold) with { Note = note };
            return note is null ? null : new Override(null) { Note = note };
        }
    }

    /// <summary>Changes the rules as a function from those there are; null: not at all, because of what the function found.</summary>
    /// <param name="change">May run again when a request was counted in the meantime.</param>
    /// <param name="release">Requests that a rule holds are let go, for it may be gone.</param>
    public bool Change(Func<Counted[], Counted[]?> change, bool release)
    {
        while (true)
        {
            var before = Rules;
            if (change(before) is not { } after) return false;
            if (!ReferenceEquals(Interlocked.CompareExchange(ref _rules, after, before), before)) continue;
            if (release) Release();
            return true;
        }
    }

    public void Restore(PartState? state)
    {
        Interlocked.Exchange(ref _rules, (state as FaultState)?.Rules ?? []);
        Release();
    }

    private void Release()
    {
        // Whoever is let go runs on by itself; nobody is kept from going on here.
        _ = Interlocked.Exchange(ref _hold, new CancellationTokenSource()).CancelAsync();
    }

    private static Override? Unknown(RuleView asked, Counted[] rules)
    {
        foreach (var name in asked.Named)
        {
            if (Array.Exists(rules, one => one.Rule.Turn.OnHeader && string.Equals(one.Rule.Name, name, StringComparison.Ordinal))) continue;
            var waiting = string.Join(", ", rules.Where(one => one.Rule.Turn.OnHeader).Select(one => one.Rule.Name));
            var detail = $"No fault rule named {name} waits for the header {Header}; {(waiting.Length == 0 ? "none does" : "those that do are " + waiting)}. A rule waits with \"when\":{{\"onHeader\":true}}.";
            return new Override(Header) { Instead = Problem.Reply(400, "Unknown fault", detail) };
        }
        return null;
    }

    /// <summary>The rules after this request, null when it is none of theirs; and those that strike it, null when none does.</summary>
    private (Counted[]? After, List<Counted>? Struck, FaultRule? Undecided) Count(RuleView asked, Counted[] before)
    {
        FaultRule? undecided = null;
        Counted[]? after = null;
        List<Counted>? struck = null;
        for (var i = 0; i < before.Length; i++)
        {
            var (rule, seen, strikes) = before[i];
            if (rule.Turn.OnHeader && !asked.Named.Contains(rule.Name, StringComparer.Ordinal)) continue;
            asked.Budget.Begin();
            var holds = rule.Match.Holds(asked);
            if (asked.Budget.IsExceeded) undecided ??= rule;
            if (!holds || asked.Budget.IsExceeded) continue;
            var strikesNow = rule.Turn.Comes(seen + 1, strikes, asked.Call.Now, ChanceOf(rule, seen + 1));
            after ??= [.. before];
            after[i] = new Counted(rule, seen + 1, strikes + (strikesNow ? 1 : 0));
            if (strikesNow) (struck ??= []).Add(after[i]);
        }
        return (after, struck, undecided);
    }

    private Override Compose(Call call, List<Counted> struck, CancellationToken hold)
    {
        var applied = new Override(string.Join(", ", struck.Select(one => one.Rule.Name))) { Release = hold };
        foreach (var (rule, seen, _) in struck)
            foreach (var effect in rule.Effects) applied = effect(applied, new Strike(call, rule.Name, ChanceOf(rule, seen)));
        return applied;
    }

    private Chance ChanceOf(FaultRule rule, long turn) => new(rule.Turn.Seed ?? seed, rule.Name, turn);

    private sealed record FaultState(Counted[] Rules) : PartState;
}
