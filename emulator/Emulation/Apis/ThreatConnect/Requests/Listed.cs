using Emulation.Graphs;

namespace Emulation.Apis.ThreatConnect.Requests;

/// <summary>A value that is listed, paged and filtered like a node, without being in a graph.</summary>
sealed record Listed<T>(T Value) : Node
{
    public override Kind Kind => throw new InvalidOperationException($"A listed {typeof(T).Name} is in no graph.");

    public static NodeList All(IEnumerable<T> values) => NodeList.From(values.Select(value => new Listed<T>(value)));
}
