namespace Emulation.Graphs;

/// <summary>
/// Nodes and links that one thread collects while another one adds to the graph. They get their keys when the part is added
/// (<see cref="GraphBuilder.Add(GraphPart)"/>).
/// </summary>
sealed class GraphPart
{
    private readonly Dictionary<Kind, long> _lastIds = [];

    public List<Node> Nodes { get; } = [];

    public ValueList<Joined> Links { get; } = new();

    public IReadOnlyDictionary<Kind, long> LastIds => _lastIds;

    public void Add(Node node) => Nodes.Add(node);

    public void Link(Node from, Relation relation, Node to, Node? via = null) => Links.Add(new(from, relation, to, via));

    /// <summary>A vendor id that came with the data; later ids are above it.</summary>
    public void NoteId(Kind kind, long id) => _lastIds[kind] = Math.Max(_lastIds.GetValueOrDefault(kind), id);
}
