using Emulation.Graphs;

namespace Emulation.Apis.ThreatConnect.Requests;

/// <summary>A value that is listed, paged and filtered like a node, but is not in a graph.</summary>
sealed record ListedValue<T>(T Value) : Node
{
    public override Kind Kind => throw new InvalidOperationException($"A listed {typeof(T).Name} is not in a graph.");

    public static NodeList All(IEnumerable<T> values) => NodeList.From(values.Select(value => new ListedValue<T>(value)));
}
