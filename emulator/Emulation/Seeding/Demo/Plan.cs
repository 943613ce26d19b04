using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo;

/// <summary>What every part of the generator needs to know: the seed, the words, how many, and whose.</summary>
sealed class Plan
{
    // Of a hundred stories: the caller's own organization has half, communities and sources share most of the rest.
    private const int OwnShare = 48;

    private readonly int[] _owners;
    private readonly byte[] _weights;

    public Plan(DemoSize size, long seed, Words words, GraphBuilder graph)
    {
        Seed = seed;
        Counts = Counts.Of(size);
        Words = words;
        var owners = graph.Added.OfType<Owner>().ToList();
        if (owners.Count == 0) owners.Add(graph.Add(new Owner { Id = 2, Name = "Example Org", Type = OwnerType.Organization }));
        _owners = [.. owners.Select(owner => owner.Id)];
        _weights = [.. owners.Select((owner, at) => (byte)(at == 0 ? OwnShare : Weight(owner.Type)))];
        OwnerNames = owners.ToDictionary(owner => owner.Id, owner => owner.Name);
        Cast = new Cast(this);
    }

    public long Seed { get; }

    public Counts Counts { get; }

    public Words Words { get; }

    public Cast Cast { get; }

    public IReadOnlyList<int> Owners => _owners;

    public IReadOnlyDictionary<int, string> OwnerNames { get; }

    public Dice Dice(Stream stream, long index) => new(Seed, stream, index);

    /// <summary>Whose a story is, with all that belongs to it. The first few go round, so that every owner has one.</summary>
    public int OwnerOf(int story)
    {
        if (story < _owners.Length * 2) return story % 2 == 0 ? _owners[0] : _owners[(story / 2 % Math.Max(1, _owners.Length - 1)) + (_owners.Length > 1 ? 1 : 0)];
        var dice = Dice(Stream.Story, ~(long)story);
        return _owners[dice.Weighted(_weights)];
    }

    /// <summary>A story for something that came up in a generation: that generation's own or, more often, an old one that has much to it.</summary>
    public static int StoryIn(int generation, ref Dice dice) => dice.Skewed((generation + 1) * Counts.StoriesInGeneration);

    /// <summary>Makes nodes by index, on all cores when there are many: each has its own stream, so no order matters.</summary>
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
