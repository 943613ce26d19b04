namespace Emulation.Tests.House;

/// <summary>Which parts of the library may refer to which, checked on the compiled types.</summary>
class LayerTests
{
    private const string Root = "Emulation";

    /// <summary>Each part, and the parts of the library that it may refer to. The root (options, start-up) may refer to all.</summary>
    private static readonly (string Part, string[] MayReferTo)[] s_layers =
    [
        ("Graphs",             []),
        ("Files",              []),
        ("Seeding",            ["Graphs", "Files"]),
        ("Http",               ["Graphs", "Files"]),
        ("InProcess",          ["Http"]),
        ("Apis.ThreatConnect", ["Http", "Graphs"]),
        ("Apis.Deso",          ["Http", "Graphs"]),
        ("Apis.ThreatWinds",   ["Http", "Graphs"]),
        ("Control",            ["Http", "Graphs"]),
    ];

    /// <summary>The rooms of an API from the outermost to the innermost; a room may refer to those after it.</summary>
    private static readonly (string Api, string[] Rooms)[] s_rooms =
    [
        ("ThreatConnect", ["Views", "Routes", "Handlers", "Resources", "Responses", "Requests", "Authentication"]),
        ("Deso",          ["Views", "Routes", "Handlers", "Transactions", "Resources", "Responses", "Requests", "Authentication"]),
        ("ThreatWinds",   ["Views", "Routes", "Handlers", "Search", "Resources", "Responses", "Requests", "Authentication"]),
    ];

    private static IEnumerable<string> Parts => s_layers.Select(layer => layer.Part);

    private static IEnumerable<string> Apis => s_rooms.Select(row => row.Api);

    [TestCaseSource(nameof(Parts))]
    public void A_part_refers_to_what_it_may_and_to_nothing_else(string part)
    {
        var allowed = s_layers.Single(layer => layer.Part == part).MayReferTo.Append(part).Select(name => $"{Root}.{name}").ToList();

        var wrong = TypeGraph.References.Where(entry => TypeGraph.IsIn(entry.Key, $"{Root}.{part}"))
            .SelectMany(entry => entry.Value.Where(
                to => !allowed.Exists(name => TypeGraph.IsIn(to, name))).Select(to => $"{entry.Key} → {to}")).ToList();

        TypeGraph.References.Keys
            .Should().Contain(type => TypeGraph.IsIn(type, $"{Root}.{part}"), "a part that was renamed is not checked");
        wrong.Should().BeEmpty();
    }

    [TestCaseSource(nameof(Apis))]
    public void A_room_refers_only_to_the_rooms_after_it(string api)
    {
        var rooms = s_rooms.Single(row => row.Api == api).Rooms;
        var wrong = new List<string>();
        for (var i = 0; i < rooms.Length; i++)
        {
            foreach (var (type, references) in TypeGraph.References.Where(entry => TypeGraph.IsIn(entry.Key, Room(api, rooms[i]))))
                wrong.AddRange(
                    references.Where(to => rooms[..i].Any(outer => TypeGraph.IsIn(to, Room(api, outer)))).Select(to => $"{type} → {to}"));
        }

        wrong.Should().BeEmpty();
    }

    [TestCaseSource(nameof(Apis))]
    public void An_api_has_its_rooms_and_no_other(string api)
    {
        var found = TypeGraph.Namespaces.Where(
            name => TypeGraph.IsIn(name, $"{Root}.Apis.{api}")).Select(name => name.Split('.')[3]).Distinct(StringComparer.Ordinal);

        found.Should().BeEquivalentTo(s_rooms.Single(row => row.Api == api).Rooms);
    }

    private static string Room(string api, string room) => $"{Root}.Apis.{api}.{room}";
}
