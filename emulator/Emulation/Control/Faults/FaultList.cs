using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Faults;

/// <summary>
/// A world's fault rules with their counters: an array that is never changed in place, so that a snapshot is a reference. A request is
/// counted by all rules that match it in one atomic step, which is repeated when another request was counted at the same time.
/// </summary>
/// <param name="seed">The seed of what happens by chance.</param>
/// <param name="apis">The APIs whose routes rules may name, when rules that were kept are read.</param>
sealed class FaultList(long seed, Func<IReadOnlyList<IApi>>? apis = null) : IFaults, IKeptPart
{
    /// <summary>The header that names the <c>onHeader</c> rules that apply to a request, separated by commas.</summary>
    public const string Header = "X-Emulator-Fault";

    public const int MaxRules = 1000;

    private CountedRule[] _rules = [];
    private CancellationTokenSource _hold = new();

    public PartState State => new FaultState(Rules);

    public CountedRule[] Rules => Volatile.Read(ref _rules);

    public static FaultList Of(World world) =>
        world.Faults as FaultList ?? throw new InvalidOperationException($"The world {world.Name} was made without a list of faults.");

    public Override? Find(Call call)
    {
        if (Rules.Length == 0 && !call.Headers.ContainsKey(Header)) return null;
        var view = new FaultRequestView(call);
        while (true)
        {
            var hold = Volatile.Read(ref _hold).Token;
            var before = Rules;
            if (Unknown(view, before) is { } refusal) return refusal;
            var (after, applied, undecided) = Count(view, before);
            if (after is not null && !ReferenceEquals(Interlocked.CompareExchange(ref _rules, after, before), before)) continue;
            var note = undecided is null
                ? null
                : $"the fault rule {undecided.Name} exceeded the limit of work for matching one request and counts as not matching";
            if (applied is not null) return Compose(call, applied, hold) with { Note = note };
            return note is null ? null : new Override(null) { Note = note };
        }
    }

    /// <summary>Replaces the rules by the result of a function of the present rules; null leaves them as they are.</summary>
    /// <param name="change">Runs again when a request was counted in the meantime.</param>
    /// <param name="release">Ends the delays and hangs of the present rules, because the rule that caused one may be removed.</param>
    public bool Change(Func<CountedRule[], CountedRule[]?> change, bool release)
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
        var rules = (state as FaultState)?.Rules ?? [];
        var before = Interlocked.Exchange(ref _rules, rules);
        if (!AreCopies(before, rules)) Release();
    }

    public string PartName => "faults";

    public void Write(Utf8JsonWriter json, PartState state)
    {
        json.WriteStartArray();
        foreach (var (rule, matched, applied) in ((FaultState)state).Rules)
        {
            json.WriteStartObject();
            json.WritePropertyName("rule");
            rule.Write(json);
            json.WriteNumber("matched", matched);
            json.WriteNumber("applied", applied);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public PartState Read(JsonElement state)
    {
        var defects = new Defects();
        var reader = new FaultReader(apis?.Invoke() ?? [], defects);
        // The rules keep their text after the document that they were read from.
        CountedRule[] rules =
        [
            .. state.Clone().EnumerateArray().Select(rule => new CountedRule(
                reader.One(rule.GetProperty("rule"), "/rule"),
                rule.GetProperty("matched").GetInt64(),
                rule.GetProperty("applied").GetInt64())),
        ];
        return defects.First is { } defect ? throw new FormatException(defect.Detail) : new FaultState(rules);
    }

    /// <summary>Whether the rules are those that another instance kept, with other counters: then what is held stays held.</summary>
    private static bool AreCopies(CountedRule[] before, CountedRule[] now) =>
        before.Length == now.Length && now.Length > 0 && before.Zip(now).All(pair => pair.First.Rule.IsCopyOf(pair.Second.Rule));

    private void Release()
    {
        // Asynchronous, so that the continuations of the held requests do not run on this thread.
        _ = Interlocked.Exchange(ref _hold, new CancellationTokenSource()).CancelAsync();
    }

    private static Override? Unknown(FaultRequestView view, CountedRule[] rules)
    {
        foreach (var name in view.Named)
        {
            if (Array.Exists(rules, one => one.Rule.Schedule.OnHeader && string.Equals(one.Rule.Name, name, StringComparison.Ordinal)))
                continue;
            var waiting = string.Join(", ", rules.Where(one => one.Rule.Schedule.OnHeader).Select(one => one.Rule.Name));
            var others = waiting.Length == 0 ? "none does" : "those that do are " + waiting;
            var detail =
                $"No fault rule named {name} waits for the header {Header}; {others}. A rule waits with \"when\":{{\"onHeader\":true}}.";
            return new Override(Header) { Instead = Problem.Reply(400, "Unknown fault", detail) };
        }
        return null;
    }

    /// <summary>
    /// The rules after this request (null when none matches), those that apply to it (null when none does), and the first without a
    /// decision.
    /// </summary>
    private (CountedRule[]? After, List<CountedRule>? Applied, FaultRule? Undecided) Count(FaultRequestView view, CountedRule[] before)
    {
        FaultRule? undecided = null;
        CountedRule[]? after = null;
        List<CountedRule>? appliedRules = null;
        for (var i = 0; i < before.Length; i++)
        {
            var (rule, matched, applied) = before[i];
            if (rule.Schedule.OnHeader && !view.Named.Contains(rule.Name, StringComparer.Ordinal)) continue;
            view.Budget.Begin();
            var matches = rule.Match.Matches(view);
            if (view.Budget.IsExceeded) undecided ??= rule;
            if (!matches || view.Budget.IsExceeded) continue;
            var applies = rule.Schedule.Applies(matched + 1, applied, view.Call.Now, ChanceOf(rule, matched + 1));
            after ??= [.. before];
            after[i] = new CountedRule(rule, matched + 1, applied + (applies ? 1 : 0));
            if (applies) (appliedRules ??= []).Add(after[i]);
        }
        return (after, appliedRules, undecided);
    }

    private Override Compose(Call call, List<CountedRule> rules, CancellationToken hold)
    {
        var composed = new Override(string.Join(", ", rules.Select(counted => counted.Rule.Name))) { Release = hold };
        foreach (var (rule, matched, _) in rules)
            foreach (var effect in rule.Effects) composed = effect(composed, new FaultContext(call, rule.Name, ChanceOf(rule, matched)));
        return composed;
    }

    private Chance ChanceOf(FaultRule rule, long request) => new(rule.Schedule.Seed ?? seed, rule.Name, request);

    private sealed record FaultState(CountedRule[] Rules) : PartState;
}
