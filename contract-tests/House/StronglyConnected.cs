namespace Emulation.Tests.House;

/// <summary>Tarjan's algorithm.</summary>
static class StronglyConnected
{
    /// <summary>The components of more than one vertex, each in ordinal order.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Components(IReadOnlyDictionary<string, List<string>> edges)
    {
        var (index, low) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var (stack, onStack) = (new Stack<string>(), new HashSet<string>(StringComparer.Ordinal));
        var components = new List<IReadOnlyList<string>>();

        void Visit(string vertex)
        {
            low[vertex] = index[vertex] = index.Count;
            stack.Push(vertex);
            onStack.Add(vertex);
            foreach (var next in edges[vertex])
            {
                if (!index.ContainsKey(next)) Visit(next);
                if (onStack.Contains(next)) low[vertex] = Math.Min(low[vertex], low[next]);
            }
            if (low[vertex] != index[vertex]) return;
            var component = new List<string>();
            string member;
            do
            {
                member = stack.Pop();
                onStack.Remove(member);
                component.Add(member);
            }
            while (member != vertex);
            if (component.Count > 1) components.Add([.. component.Order(StringComparer.Ordinal)]);
        }

        foreach (var vertex in edges.Keys.Order(StringComparer.Ordinal))
            if (!index.ContainsKey(vertex)) Visit(vertex);
        return components;
    }
}
