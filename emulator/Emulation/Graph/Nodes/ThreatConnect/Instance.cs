namespace Emulation.Graphs.ThreatConnect;

/// <summary>What holds for the whole instance: its licence, what it excludes, and which types it knows. There is one, at most.</summary>
sealed record Instance : Node
{
    public static Index<Instance, IdKey> Only { get; } = new(_ => new IdKey(0, 0));

    public static Kind NodeKind { get; } = new(3, "instance", Only);

    public override Kind Kind => NodeKind;

    /// <summary>The instance when no dataset describes one.</summary>
    public static Instance Plain { get; } = new();

    public bool Licensed { get; init; } = true;

    public bool BatchEnabled { get; init; } = true;

    /// <summary>Indicator values that may not be created, in their canonical form; letter case is ignored.</summary>
    public IReadOnlySet<string> Exclusions { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    public IndicatorTypes IndicatorTypes { get; init; } = IndicatorTypes.BuiltIn;

    public AssociationTypes AssociationTypes { get; init; } = AssociationTypes.BuiltIn;

    public AttributeTypes AttributeTypes { get; init; } = AttributeTypes.BuiltIn;

    public static Instance Of(Graph graph) => graph.Find<Instance, IdKey>(Only, default) ?? Plain;
}
