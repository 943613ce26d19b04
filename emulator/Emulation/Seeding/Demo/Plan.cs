using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Demo.Texts;

namespace Emulation.Seeding.Demo;

/// <summary>What every generator needs: the seed, the words, how many nodes there are, and their owners.</summary>
sealed class Plan
{
    // Of a hundred stories: about half belong to the caller's own organization, most others to communities and sources.
    private const int OwnShare = 48;

    private readonly int[] _owners;
    private readonly byte[] _weights;

    public Plan(DemoSize size, long seed, DemoEnd end, Words words, GraphBuilder graph)
    {
        Seed = seed;
        Moved = end.SecondsMoved();
        Counts = Counts.Of(size);
        Words = words;
        var owners = graph.Added.OfType<Owner>().ToList();
        if (owners.Count == 0) owners.Add(graph.Add(new Owner { Id = 2, Name = "Example Org", Type = OwnerType.Organization }));
        _owners = [.. owners.Select(owner => owner.Id)];
        _weights = [.. owners.Select((owner, at) => (byte)(at == 0 ? OwnShare : Weight(owner.Type)))];
        OwnerNames = owners.ToDictionary(owner => owner.Id, owner => owner.Name);
        Actors = new Actors(this);
        Stories = new Stories(this, new Values(this));
    }

    public long Seed { get; }

    /// <summary>By how many seconds, a number of whole days, every generated date is moved.</summary>
    public long Moved { get; }

    /// <summary>The start of the dataset, later than every generated date of the past.</summary>
    public long Start => DemoGraph.DefaultEnd + Moved;

    /// <summary>No story starts before.</summary>
    public long FirstStory => DemoGraph.FirstStory + Moved;

    public Counts Counts { get; }

    public Words Words { get; }

    public Actors Actors { get; }

    public Stories Stories { get; }

    public IReadOnlyList<int> Owners => _owners;

    public IReadOnlyDictionary<int, string> OwnerNames { get; }

    public RandomStream Random(StreamKind stream, long index) => new(Seed, stream, index);

    /// <summary>
    /// The owner of a story and of everything in it. The first stories are assigned in turn, so that every owner has one.
    /// </summary>
    public int OwnerOf(int story)
    {
        if (story < _owners.Length * 2)
        {
            var other = (story / 2 % Math.Max(1, _owners.Length - 1)) + (_owners.Length > 1 ? 1 : 0);
            return story % 2 == 0 ? _owners[0] : _owners[other];
        }
        var random = Random(StreamKind.Story, ~(long)story);
        return _owners[random.Weighted(_weights)];
    }

    /// <summary>A story for a node of a generation: one of that generation or, more often, an older one, which so becomes large.</summary>
    public static int StoryIn(int generation, ref RandomStream random) => random.Skewed((generation + 1) * Counts.StoriesInGeneration);

    /// <summary>
    /// Makes nodes by index, on all cores when there are many: each has its own random stream, so their order does not matter.
    /// </summary>
    public static T[] Make<T>(int count, Func<int, T> make)
    {
        const int Chunk = 8192;
        var made = new T[count];
        if (count <= Chunk)
        {
            for (var i = 0; i < count; i++) made[i] = make(i);
            return made;
        }
        Parallel.For(0, (count + Chunk - 1) / Chunk, chunk =>
        {
            var end = Math.Min(count, (chunk + 1) * Chunk);
            for (var i = chunk * Chunk; i < end; i++) made[i] = make(i);
        });
        return made;
    }

    private static int Weight(OwnerType type) => type switch
    {
        OwnerType.Community => 20,
        OwnerType.Source => 16,
        OwnerType.Organization => 8,
        OwnerType.Individual => 4,
        _ => throw new InvalidOperationException($"Owners of type {type} have no share."),
    };
}
