using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using WireMock;
using WireMock.Handlers;

namespace Emulation.WireMocks;

/// <summary>The states of a world's scenarios, as a value: a state that was read never changes.</summary>
sealed class WorldScenarios : IScenarioStateStore
{
    private static readonly ImmutableDictionary<string, ScenarioState> s_none =
        ImmutableDictionary.Create<string, ScenarioState>(StringComparer.OrdinalIgnoreCase);

    private readonly Lock _lock = new();
    private ImmutableDictionary<string, ScenarioState> _now = s_none;

    public ImmutableDictionary<string, ScenarioState> Now => Volatile.Read(ref _now);

    /// <param name="scenarios">Null: no scenario has begun.</param>
    public void Put(ImmutableDictionary<string, ScenarioState>? scenarios)
    {
        lock (_lock) Volatile.Write(ref _now, scenarios ?? s_none);
    }

    public bool TryGet(string name, [NotNullWhen(true)] out ScenarioState? state) => Now.TryGetValue(name, out state);

    public IReadOnlyList<ScenarioState> GetAll() => [.. Now.Values.OrderBy(state => state.Name, StringComparer.Ordinal)];

    public bool ContainsKey(string name) => Now.ContainsKey(name);

    public bool TryAdd(string name, ScenarioState scenarioState)
    {
        lock (_lock)
        {
            if (_now.ContainsKey(name)) return false;
            Volatile.Write(ref _now, _now.SetItem(name, Copy(scenarioState)));
            return true;
        }
    }

    public ScenarioState AddOrUpdate(
        string name, Func<string, ScenarioState> addFactory, Func<string, ScenarioState, ScenarioState> updateFactory)
    {
        lock (_lock)
        {
            var state = Copy(_now.TryGetValue(name, out var known) ? updateFactory(name, Copy(known)) : addFactory(name));
            Volatile.Write(ref _now, _now.SetItem(name, state));
            return state;
        }
    }

    public ScenarioState? Update(string name, Action<ScenarioState> updateAction)
    {
        lock (_lock)
        {
            if (!_now.TryGetValue(name, out var known)) return null;
            var state = Copy(known);
            updateAction(state);
            Volatile.Write(ref _now, _now.SetItem(name, state));
            return state;
        }
    }

    public bool TryRemove(string name)
    {
        lock (_lock)
        {
            if (!_now.ContainsKey(name)) return false;
            Volatile.Write(ref _now, _now.Remove(name));
            return true;
        }
    }

    public void Clear() => Put(null);

    private static ScenarioState Copy(ScenarioState state) =>
        new()
        {
            Name = state.Name,
            NextState = state.NextState,
            Started = state.Started,
            Finished = state.Finished,
            Counter = state.Counter,
        };
}
