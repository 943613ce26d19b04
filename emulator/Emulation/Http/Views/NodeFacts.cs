namespace Emulation.Http.Views;

/// <summary>What people read of a node.</summary>
/// <param name="Id">The id that the API uses.</param>
/// <param name="Type">The type within the kind; the kind's own title where there are no types.</param>
/// <param name="Name">The value, name or text.</param>
readonly record struct NodeFacts(string Id, string Type, string Name);

/// <summary>A request of an API that returns one node.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">Path and query, without a world's prefix.</param>
/// <param name="Body">The JSON body; null without one.</param>
sealed record NodeRequest(string Method, string Target, string? Body = null);
