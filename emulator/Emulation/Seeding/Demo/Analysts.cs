using Emulation.Graphs;

namespace Emulation.Seeding.Demo;

/// <summary>
/// The people who tell the stories: users of ThreatConnect and of ThreatWinds, and DeSo's first profiles after those of the apps.
/// </summary>
static class Analysts
{
    public const int Most = 24;

    // Ids of accounts are small numbers; those of the dataset file are smaller.
    private const int FirstId = 1000;

    /// <summary>Whoever follows a story: the same few mostly.</summary>
    public static int Of(int story, ref Dice dice) => (story + dice.Skewed(6)) % Most;

    public static string UserName(Plan plan, int number)
    {
        var (first, last, _) = plan.Cast.Person(number);
        return $"{Words.Letters(first)}.{Words.Letters(last)}";
    }

    public static Graphs.ThreatConnect.User[] InThreatConnect(Plan plan, GraphBuilder graph)
    {
        var users = new Graphs.ThreatConnect.User[Most];
        for (var i = 0; i < Most; i++)
        {
            var (first, last, _) = plan.Cast.Person(i);
            users[i] = graph.Add(new Graphs.ThreatConnect.User
            {
                Id = FirstId + i,
                UserName = UserName(plan, i),
                FirstName = first,
                LastName = last,
                Pseudonym = $"{plan.Words.Colors[i % plan.Words.Colors.Length]}{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
                Role = "Analyst",
                Organization = plan.Owners[0],
            });
            graph.NoteId(Graphs.ThreatConnect.User.NodeKind, FirstId + i);
        }
        return users;
    }

    public static Guid[] InThreatWinds(Plan plan, GraphBuilder graph)
    {
        var users = new Guid[Most];
        for (var i = 0; i < Most; i++)
        {
            var (first, last, _) = plan.Cast.Person(i);
            users[i] = Graphs.ThreatWinds.Ids.OfRecord(Graphs.ThreatWinds.User.NodeKind, FirstId + i);
            graph.Add(new Graphs.ThreatWinds.User
            {
                Number = FirstId + i,
                Id = users[i],
                Alias = UserName(plan, i),
                FullName = $"{first} {last}",
                Roles = ["user", "reporter"],
                Groups = ["public"],
            });
            graph.NoteId(Graphs.ThreatWinds.User.NodeKind, FirstId + i);
        }
        return users;
    }
}
