using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Demo.Texts;

namespace Emulation.Seeding.Demo;

/// <summary>Tags, labels and attributes of ThreatConnect's items. The tags of an indicator are also its entity's in ThreatWinds.</summary>
sealed class TagsAndAttributes
{
    public const int Sets = 96;

    private const int SetsOfVictims = 32;
    private const int SetsOfTasks = 32;

    // Groups, indicators and entities have the first ones, victims and tasks each their own.
    private static readonly string[] s_ofThreats =
    [
        "malware", "phishing", "c2", "malicious", "système", "apt", "ransomware", "botnet", "credential-theft", "exploit-kit", "banking",
        "espionage",
        "typosquatting", "spam", "suspicious", "watering-hole", "supply-chain", "mobile", "cryptomining", "loader", "scanner",
        "remote-access",
        "bulletproof-hosting", "энергетика", "exfiltration", "healthcare",
    ];

    private static readonly string[] s_ofVictims =
        ["notified", "executive", "third-party", "contained", "repeat-target", "high-value", "privileged-account", "remote-worker"];

    private static readonly string[] s_ofTasks =
        ["triage", "blocking", "reporting", "hunting", "forensics", "information-request", "awaiting-partner", "lessons-learned"];

    private static readonly string[] s_names = [.. s_ofThreats, .. s_ofVictims, .. s_ofTasks];

    private readonly Plan _plan;
    private readonly GraphBuilder _graph;
    private readonly int[][] _sets = new int[Sets + SetsOfVictims + SetsOfTasks][];
    private readonly string[][] _texts = new string[Sets + SetsOfVictims + SetsOfTasks][];
    private readonly Dictionary<(int Owner, int Name), Tag> _tags = [];
    private readonly Dictionary<(int Owner, string Name), Tag> _known = [];
    private readonly Dictionary<int, SecurityLabel[]> _labels;

    public TagsAndAttributes(Plan plan, GraphBuilder graph)
    {
        (_plan, _graph) = (plan, graph);
        for (var i = 0; i < _sets.Length; i++)
        {
            var (first, count) = NamesOf(i);
            var random = plan.Random(StreamKind.IndicatorParts, -1_000_000L - i);
            var taken = new bool[s_names.Length];
            for (var k = random.Few(4); k > 0; k--) taken[first + random.Skewed(count)] = true;
            var set = new List<int>();
            for (var name = 0; name < taken.Length; name++)
                if (taken[name]) set.Add(name);
            _sets[i] = [.. set];
            _texts[i] = new string[set.Count];
            for (var at = 0; at < set.Count; at++) _texts[i][at] = s_names[set[at]];
        }
        foreach (var tag in graph.Added.OfType<Tag>()) _known[(tag.Owner, Fold.Case(tag.Name))] = tag;
        _labels = graph.Added.OfType<SecurityLabel>().GroupBy(label => label.Owner)
            .ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>The range of names that a set is taken from.</summary>
    private static (int First, int Count) NamesOf(int set)
    {
        if (set < Sets) return (0, s_ofThreats.Length);
        if (set < Sets + SetsOfVictims) return (s_ofThreats.Length, s_ofVictims.Length);
        return (s_ofThreats.Length + s_ofVictims.Length, s_ofTasks.Length);
    }

    /// <summary>The tags of an item, one of a few sets; -1 for half of them.</summary>
    public int SetOf(StreamKind stream, int number)
    {
        var random = _plan.Random(stream, -2_000_000_000L - number);
        if (!random.Chance(45)) return -1;
        return stream switch
        {
            StreamKind.Victim => Sets + random.Skewed(SetsOfVictims),
            StreamKind.Task => Sets + SetsOfVictims + random.Skewed(SetsOfTasks),
            _ => random.Skewed(Sets),
        };
    }

    public string[] Names(int set) => _texts[set];

    public void Tag(Node item, int owner, int set, Relation relation)
    {
        if (set < 0) return;
        foreach (var name in _sets[set]) _graph.Link(TagOf(owner, name), relation, item);
    }

    public void Label(Node item, int owner, Relation relation, int percent, ref RandomStream random)
    {
        if (!random.Chance(percent) || !_labels.TryGetValue(owner, out var labels)) return;
        _graph.Link(labels[random.Skewed(labels.Length)], relation, item);
    }

    public ItemAttribute Attribute(Node item, long id, string type, string value, long added, bool displayed, ref RandomStream random)
    {
        _graph.NoteId(ItemAttribute.NodeKind, id);
        return _graph.Add(new ItemAttribute
        {
            Id = id,
            Item = item.Key,
            Type = type,
            Value = value,
            Source = random.Chance(10) ? AttributeTexts.Source(ref random) : null,
            Displayed = displayed,
            Added = added,
            Modified = random.Chance(30) ? _plan.Actors.After(added, 30, ref random) : added,
        });
    }

    /// <summary>A type of attribute other than the displayed ones, and a valid value of it.</summary>
    public static (string Type, string Value) OtherAttribute(int number, StoryFacts facts, ref RandomStream random)
    {
        var types = AttributeTypes.BuiltIn.All;
        var type = types[number % types.Count];
        if (type.CanBeDisplayed) type = types[0];
        return (type.Name, AttributeTexts.Value(type, facts, ref random));
    }

    private Tag TagOf(int owner, int name)
    {
        if (_tags.TryGetValue((owner, name), out var tag)) return tag;
        if (!_known.TryGetValue((owner, Fold.Case(s_names[name])), out tag))
            tag = _graph.Add(new Tag { Owner = owner, Name = s_names[name], Description = TagTexts.Description(s_names[name]) });
        return _tags[(owner, name)] = tag;
    }
}
