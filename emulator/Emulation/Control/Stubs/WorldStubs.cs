using System.Collections.Concurrent;
using System.Text.Json;
using Emulation.Control.Stubs.Matching;
using Emulation.Http;

namespace Emulation.Control.Stubs;

/// <summary>The stubs of one world. Requests read them without a lock; changes run one at a time.</summary>
sealed class WorldStubs : IStubs, IKeptPart
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<Guid, bool> _matched = new();
    private readonly StubFolder _folder;
    private readonly long _seed;
    private readonly StubSet _start;
    private StubSet _now;

    public WorldStubs(StubFolder folder, long seed)
    {
        (_folder, _seed) = (folder, seed);
        _start = WithFolder(StubSet.Empty(seed));
        _now = _start;
    }

    public StubSet Now => Volatile.Read(ref _now);

    public StubReader Reader => _folder.Reader;

    PartState IWorldPart.State => Now;

    public void Restore(PartState? state)
    {
        lock (_lock) Volatile.Write(ref _now, state as StubSet ?? _start);
        if (state is null) _matched.Clear();
    }

    string IKeptPart.PartName => "stubs";

    void IKeptPart.Write(Utf8JsonWriter json, PartState state) => ((StubSet)state).WriteKept(json);

    PartState IKeptPart.Read(JsonElement state) => StubSet.ReadKept(state.Clone(), Reader, _seed);

    public Override? Find(Call call)
    {
        var now = Now;
        if (!now.MayAnswer(call.Target.Path)) return null;
        var request = RequestView.Of(call);
        if (now.Find(request, out var undecided) is not { } stub)
            return undecided is null ? null : new Override(null) { Note = NoteOn(undecided) };
        if (Changes(now, stub))
        {
            // The state changes before the delay, or a retry during the delay would match again. Only one of two concurrent requests
            // changes it.
            lock (_lock)
            {
                now = _now;
                if (now.Find(request, out undecided) is not { } current)
                    return undecided is null ? null : new Override(null) { Note = NoteOn(undecided) };
                stub = current;
                Volatile.Write(ref _now, After(now, stub));
            }
        }
        _matched.TryAdd(stub.Id, true);
        return undecided is null ? Answer(now, stub) : Answer(now, stub) with { Note = NoteOn(undecided) };
    }

    public bool WasMatched(Stub stub) => _matched.ContainsKey(stub.Id);

    /// <summary>Replaces the set by the result of a function; a refused change returns the set it was given.</summary>
    public T Change<T>(Func<StubSet, (StubSet After, T Answer)> change)
    {
        lock (_lock)
        {
            var (after, answer) = change(_now);
            Volatile.Write(ref _now, after);
            RemoveStaleMatches(after);
            return answer;
        }
    }

    /// <summary>The set after <c>mappings/reset</c>: the stubs of the folder, and the persistent ones.</summary>
    public StubSet ResetOf(StubSet now)
    {
        var after = WithFolder(now.Cleared());
        foreach (var stub in now.All.Where(stub => stub.Persistent is true).OrderBy(stub => stub.Order))
            after = (after.Find(stub.Id) is { } same ? after.Without(same) : after).With(stub, out _);
        return after;
    }

    /// <summary>Removes the entries of deleted stubs once they outnumber the existing stubs.</summary>
    private void RemoveStaleMatches(StubSet now)
    {
        if (_matched.Count <= 2 * now.All.Count) return;
        foreach (var id in _matched.Keys.Where(id => now.Find(id) is null)) _matched.TryRemove(id, out _);
    }

    private StubSet WithFolder(StubSet set)
    {
        foreach (var stub in _folder.Stubs) set = set.With(stub, out _);
        return set;
    }

    private static bool Changes(StubSet now, Stub stub) => now.Scenarios.Moves(stub) || DistributionOf(now, stub) is not null;

    private static StubSet After(StubSet now, Stub stub) => now with
    {
        Scenarios = now.Scenarios.Moves(stub) ? now.Scenarios.Moved(stub.Scenario!, stub.NewState!) : now.Scenarios,
        Draws = now.Draws + (DistributionOf(now, stub) is null ? 0 : 1),
    };

    private static DelayDistribution? DistributionOf(StubSet now, Stub stub) =>
        stub.Response.DelayDistribution ?? now.Settings.DelayDistribution;

    private Override Answer(StubSet now, Stub stub)
    {
        var response = stub.Response;
        var drawn = DistributionOf(now, stub)?.Draw(_seed, now.Draws) ?? TimeSpan.Zero;
        return new Override(stub.Id.ToString())
        {
            Delay = (response.FixedDelay ?? now.Settings.FixedDelay ?? TimeSpan.Zero) + drawn,
            Instead = WithStubHeaders(stub),
            ConnectionFault = response.ConnectionFault,
            Unhandled = response.ConnectionFault != ConnectionFault.None,
        };
    }

    private static string NoteOn(Stub undecided) =>
        $"the stub {undecided.Id} exceeded the limit of work for matching one request and counts as not matching";

    private static Reply WithStubHeaders(Stub stub)
    {
        var reply = stub.Response.Reply.With("Matched-Stub-Id", stub.Id.ToString());
        return stub.Name is { } name && name.All(character => character is >= ' ' and <= '~')
            ? reply.With("Matched-Stub-Name", name)
            : reply;
    }
}
