using Emulation.Graphs;

namespace Emulation.Seeding;

/// <summary>A graph to start from, and the moment at which its world begins.</summary>
sealed record Dataset(string Name, DateTimeOffset Start, Graph Graph);
