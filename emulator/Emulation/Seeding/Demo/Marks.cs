using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo;

/// <summary>Tags, labels and attributes of ThreatConnect's items. The tags of an indicator are also its entity's in ThreatWinds.</summary>
sealed class Marks
{
    public const int Sets = 96;

    private static readonly string[] s_names =
    [
        "malware", "phishing", "c2", "système", "apt", "ransomware", "botnet", "credential-theft", "exploit-kit", "banking", "espionage", "common-file", "spam",
        "watering-hole", "supply-chain", "mobile", "cryptomining", "loader", "scanner", "tor", "bulletproof-hosting", "энергетика", "system-file", "healthcare",
    ];

    private readonly Plan _plan;
    private readonly GraphBuilder _graph;
    private readonly int[][] _sets = new int[Sets][];
    private readonly string[][] _texts = new string[Sets][];
    private readonly Dictionary<(int Owner, int Name), Tag> _tags = [];
    private readonly Dictionary<(int Owner, string Name), Tag> _known = [];
    private readonly Dictionary<int, SecurityLabel[]> _labels;

    public Marks(Plan plan, GraphBuilder graph)
    {
        (_plan, _graph) = (plan, graph);
        for (var i = 0; i < Sets; i++)
        {
            var dice = plan.Dice(Stream.IndicatorMarks, -1_000_000L - i);
            var taken = new bool[s_names.Length];
            for (var k = dice.Few(4); k > 0; k--) taken[dice.Skewed(taken.Length)] = true;
            var set = new List<int>();
            for (var name = 0; name < taken.Length; name++)
                if (taken[name]) set.Add(name);
            _sets[i] = [.. set];
            _texts[i] = new string[set.Count];
            for (var at = 0; at < set.Count; at++) _texts[i][at] = s_names[set[at]];
        }
        foreach (var tag in graph.Added.OfType<Tag>()) _known[(tag.Owner, Fold.Case(tag.Name))] = tag;
        _labels = graph.Added.OfType<SecurityLabel>().GroupBy(label => label.Owner).ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>The tags of an item, one of a few sets; -1 for half of them.</summary>
    public int SetOf(Stream stream, int number)
    {
        var dice = _plan.Dice(stream, -2_000_000_000L - number);
        return dice.Chance(45) ? dice.Skewed(Sets) : -1;
    }

    public string[] Names(int set) => _texts[set];

    public void Tag(Node item, int owner, int set, Relation relation)
    {
        if (set < 0) return;
        foreach (var name in _sets[set]) _graph.Link(TagOf(owner, name), relation, item);
    }

    public void Label(Node item, int owner, Relation relation, int percent, ref Dice dice)
    {
        if (!dice.Chance(percent) || !_labels.TryGetValue(owner, out var labels)) return;
        _graph.Link(labels[dice.Skewed(labels.Length)], relation, item);
    }

    public ItemAttribute Attribute(Node item, long id, string type, string value, long added, bool displayed, ref Dice dice)
    {
        _graph.NoteId(ItemAttribute.NodeKind, id);
        return _graph.Add(new ItemAttribute
        {
            Id = id,
            Item = item.Key,
            Type = type,
            Value = value,
            Source = dice.Chance(10) ? dice.Pick(_plan.Words.Companies) : null,
            Displayed = displayed,
            Added = added,
            Modified = dice.Chance(30) ? Cast.After(added, 30, ref dice) : added,
        });
    }

    /// <summary>A type of attribute that stands for nothing else, and a value that it takes.</summary>
    public (string Type, string Value) Remark(int number, ref Dice dice)
    {
        var types = AttributeTypes.BuiltIn.All;
        var type = types[number % types.Count];
        if (type.CanBeDisplayed) type = types[0];
        if (type.Options.Count > 0) return (type.Name, type.Options[number / types.Count % type.Options.Count]);
        return (type.Name, type.MaxSize < 1000 ? Words.Capital(dice.Pick(_plan.Words.Latin)) : dice.Pick(_plan.Words.Phrases));
    }

    private Tag TagOf(int owner, int name)
    {
        if (_tags.TryGetValue((owner, name), out var tag)) return tag;
        if (!_known.TryGetValue((owner, Fold.Case(s_names[name])), out tag))
            tag = _graph.Add(new Tag { Owner = owner, Name = s_names[name], Description = name % 3 == 0 ? _plan.Words.Phrases[name % _plan.Words.Phrases.Length] : null });
        return _tags[(owner, name)] = tag;
    }
}
