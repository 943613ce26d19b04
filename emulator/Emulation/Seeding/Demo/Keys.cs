using Emulation.Graphs.Deso;

namespace Emulation.Seeding.Demo;

/// <summary>The keys of DeSo's users, by number: the apps' first, then the analysts', then those of all other users.</summary>
sealed class Keys
{
    public const int Apps = 5;
    private const int Unnamed = 16;

    private readonly PublicKey[] _keys;

    public Keys(Plan plan)
    {
        // Associations name a few more users than have profiles.
        var count = Math.Max(plan.Counts.Profiles, Apps + Analysts.Most) + Unnamed;
        _keys = [.. PublicKeys.Make(count).Select(key => new PublicKey(key))];
        // The users with published private keys are analysts, not apps.
        for (var user = 0; user < UserKeys.First.Count; user++) (_keys[user], _keys[Apps + user]) = (_keys[Apps + user], _keys[user]);
    }

    public int Count => _keys.Length;

    public PublicKey this[int number] => _keys[number];

    /// <summary>No app for many, and for the rest the first app far more than the last.</summary>
    public PublicKey App(ref RandomStream random) => random.Chance(30) ? PublicKey.Zero : _keys[random.Skewed(Apps)];
}
