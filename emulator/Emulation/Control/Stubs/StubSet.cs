using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Emulation.Control.Stubs.Matching;
using Emulation.Graphs;
using Emulation.Http;

namespace Emulation.Control.Stubs;

/// <summary>
/// All stubs of a world with the states of their scenarios, as an immutable value. A stub that can match only one path is compared
/// only with requests for that path; the others are compared with every request.
/// </summary>
sealed partial record StubSet : PartState
{
    private static readonly ImmutableSortedSet<Stub> s_none = ImmutableSortedSet.Create<Stub>(Stub.Precedence);

    private readonly long _seed;
    private ImmutableDictionary<Guid, Stub> _byId = ImmutableDictionary<Guid, Stub>.Empty;
    private ImmutableDictionary<string, ImmutableSortedSet<Stub>> _byPath =
        ImmutableDictionary.Create<string, ImmutableSortedSet<Stub>>(StringComparer.Ordinal);
    private ImmutableSortedSet<Stub> _anyPath = s_none;
    private long _added;
    private long _ids;

    private StubSet(long seed) => _seed = seed;

    /// <summary>In the order in which they are matched.</summary>
    public ImmutableSortedSet<Stub> All { get; private init; } = s_none;

    public Scenarios Scenarios { get; init; } = Scenarios.None;

    public StubSettings Settings { get; init; } = new();

    /// <summary>How many random delays were drawn.</summary>
    public long Draws { get; init; }

    public static StubSet Empty(long seed) => new(seed);

    public Stub? Find(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>Returns false when no stub can match a request with this path.</summary>
    public bool MayAnswer(string path) => !_anyPath.IsEmpty || (!_byPath.IsEmpty && _byPath.ContainsKey(path));

    /// <summary>The stubs that may match a path, in the order in which they are matched.</summary>
    public IEnumerable<Stub> Candidates(string path)
    {
        var samePath = _byPath.GetValueOrDefault(path, s_none);
        if (_anyPath.IsEmpty) return samePath;
        return samePath.IsEmpty ? _anyPath : Merged(samePath, _anyPath);
    }

    /// <summary>The stub that answers a request, or null. A stub whose matching exceeds the request's budget does not match.</summary>
    /// <param name="request">The request.</param>
    /// <param name="undecided">The first stub that exceeded the budget.</param>
    public Stub? Find(RequestView request, out Stub? undecided)
    {
        undecided = null;
        foreach (var stub in Candidates(request.Path))
        {
            if (!Scenarios.Allow(stub)) continue;
            request.Budget.Begin();
            var matches = stub.Request.Matches(request);
            if (request.Budget.IsExceeded) undecided ??= stub;
            else if (matches) return stub;
        }
        return null;
    }

    /// <summary>Adds a stub as the latest. A stub without an id gets one from the seed and a counter.</summary>
    public StubSet With(Stub stub, out Stub added)
    {
        var ids = stub.Id == Guid.Empty ? _ids + 1 : _ids;
        added = stub with { Id = stub.Id == Guid.Empty ? IdOf(ids) : stub.Id, Order = _added + 1 };
        return Insert(added) with { _added = _added + 1, _ids = ids };
    }

    /// <summary>Replaces a stub; a scenario that both name keeps its state.</summary>
    public StubSet Replaced(Stub old, Stub stub, out Stub replaced)
    {
        replaced = stub with { Id = old.Id, Order = old.Order };
        return Without(old).Insert(replaced) with { Scenarios = Scenarios.With(replaced).Without(old) };
    }

    public StubSet Without(Stub stub)
    {
        var path = stub.Request.Url.OnlyPath;
        return this with
        {
            All = All.Remove(stub),
            Scenarios = Scenarios.Without(stub),
            _byId = _byId.Remove(stub.Id),
            _anyPath = path is null ? _anyPath.Remove(stub) : _anyPath,
            _byPath = path is null ? _byPath : WithoutPath(path, stub),
        };
    }

    private ImmutableDictionary<string, ImmutableSortedSet<Stub>> WithoutPath(string path, Stub stub) =>
        _byPath[path].Remove(stub) is { IsEmpty: false } others ? _byPath.SetItem(path, others) : _byPath.Remove(path);

    /// <summary>Removes all stubs; the counters continue.</summary>
    public StubSet Cleared() => new(_seed) { _added = _added, _ids = _ids, Settings = Settings, Draws = Draws };

    private StubSet Insert(Stub stub)
    {
        var path = stub.Request.Url.OnlyPath;
        return this with
        {
            All = All.Add(stub),
            Scenarios = Scenarios.With(stub),
            _byId = _byId.Add(stub.Id, stub),
            _anyPath = path is null ? _anyPath.Add(stub) : _anyPath,
            _byPath = path is null ? _byPath : _byPath.SetItem(path, _byPath.GetValueOrDefault(path, s_none).Add(stub)),
        };
    }

    private static IEnumerable<Stub> Merged(ImmutableSortedSet<Stub> one, ImmutableSortedSet<Stub> other)
    {
        var (i, k) = (0, 0);
        while (i < one.Count || k < other.Count)
        {
            var takeOne = k == other.Count || (i < one.Count && Stub.Precedence.Compare(one[i], other[k]) < 0);
            yield return takeOne ? one[i++] : other[k++];
        }
    }

    private Guid IdOf(long number)
    {
        Span<byte> input = stackalloc byte[20];
        "stub"u8.CopyTo(input);
        BinaryPrimitives.WriteInt64BigEndian(input[4..], _seed);
        BinaryPrimitives.WriteInt64BigEndian(input[12..], number);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input, hash);
        return Uuid.FromHash(hash);
    }
}
