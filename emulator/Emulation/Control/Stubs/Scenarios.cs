using System.Collections.Immutable;

namespace Emulation.Control.Stubs;

/// <summary>The scenarios of the stubs with their states. A scenario exists as long as a stub names it.</summary>
sealed record Scenarios
{
    public const string Started = "Started";

    private ImmutableSortedDictionary<string, Scenario> _named = ImmutableSortedDictionary.Create<string, Scenario>(StringComparer.Ordinal);

    public static Scenarios None { get; } = new();

    public IEnumerable<string> Names => _named.Keys;

    /// <summary>Null when there is no such scenario.</summary>
    public string? State(string name) => _named.GetValueOrDefault(name)?.State;

    public bool Allow(Stub stub) =>
        stub.RequiredState is null || string.Equals(State(stub.Scenario!), stub.RequiredState, StringComparison.Ordinal);

    /// <summary>Whether a response of the stub changes the state of its scenario.</summary>
    public bool Moves(Stub stub) => stub.NewState is { } next && !string.Equals(State(stub.Scenario!), next, StringComparison.Ordinal);

    public Scenarios Moved(string name, string state) => this with { _named = _named.SetItem(name, _named[name] with { State = state }) };

    /// <summary>Returns all scenarios to their first state.</summary>
    public Scenarios Restarted() =>
        this with { _named = _named.SetItems(_named.Select(one => KeyValuePair.Create(one.Key, one.Value with { State = Started }))) };

    public Scenarios With(Stub stub)
    {
        if (stub.Scenario is not { } name) return this;
        var scenario = _named.GetValueOrDefault(name) ?? new Scenario(Started, 0);
        return this with { _named = _named.SetItem(name, scenario with { Stubs = scenario.Stubs + 1 }) };
    }

    public Scenarios Without(Stub stub)
    {
        if (stub.Scenario is not { } name) return this;
        var scenario = _named[name];
        return this with
        {
            _named = scenario.Stubs == 1 ? _named.Remove(name) : _named.SetItem(name, scenario with { Stubs = scenario.Stubs - 1 }),
        };
    }

    private sealed record Scenario(string State, int Stubs);
}
