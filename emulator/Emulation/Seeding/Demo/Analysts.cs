using Emulation.Graphs;

namespace Emulation.Seeding.Demo;

/// <summary>
/// The analysts who write about the stories: users of ThreatConnect and ThreatWinds, and DeSo's first profiles after those of the apps.
/// </summary>
static class Analysts
{
    public const int Most = 24;

    // Above the account ids of the dataset files.
    private const int FirstId = 1000;

    /// <summary>An analyst who follows a story; most often the same few.</summary>
    public static int Of(int story, ref RandomStream random) => (story + random.Skewed(6)) % Most;

    public static string UserName(Plan plan, int number)
    {
        var (first, last, _) = plan.Actors.Person(number);
        return $"{Words.Letters(first)}.{Words.Letters(last)}";
    }

    public static Graphs.ThreatConnect.User[] InThreatConnect(Plan plan, GraphBuilder graph)
    {
        var users = new Graphs.ThreatConnect.User[Most];
        for (var i = 0; i < Most; i++)
        {
            var (first, last, _) = plan.Actors.Person(i);
            users[i] = graph.Add(new Graphs.ThreatConnect.User
            {
                Id = FirstId + i,
                UserName = UserName(plan, i),
                FirstName = first,
                LastName = last,
                Pseudonym = $"analyst{(i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}",
                Role = "Analyst",
                Organization = plan.Owners[0],
            });
            graph.NoteId(Graphs.ThreatConnect.User.NodeKind, FirstId + i);
        }
        return users;
    }

    public static Guid[] InThreatWinds(Plan plan, GraphPart part)
    {
        var users = new Guid[Most];
        for (var i = 0; i < Most; i++)
        {
            var (first, last, _) = plan.Actors.Person(i);
            users[i] = Graphs.ThreatWinds.Ids.OfRecord(Graphs.ThreatWinds.User.NodeKind, FirstId + i);
            part.Add(new Graphs.ThreatWinds.User
            {
                Number = FirstId + i,
                Id = users[i],
                Alias = UserName(plan, i),
                FullName = $"{first} {last}",
                Roles = ["user", "reporter"],
                Groups = ["public"],
            });
            part.NoteId(Graphs.ThreatWinds.User.NodeKind, FirstId + i);
        }
        return users;
    }
}
