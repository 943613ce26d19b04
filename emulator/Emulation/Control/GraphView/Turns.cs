namespace Emulation.Control.GraphView;

/// <summary>Lists that take turns.</summary>
static class Turns
{
    /// <summary>The first item of each list, then the second of each, and so on.</summary>
    public static IEnumerable<T> Take<T>(IEnumerable<IEnumerable<T>> lists)
    {
        var open = lists.Select(list => list.GetEnumerator()).ToList();
        while (open.Count > 0)
        {
            for (var i = 0; i < open.Count;)
            {
                if (open[i].MoveNext())
                {
                    yield return open[i].Current;
                    i++;
                    continue;
                }
                open[i].Dispose();
                open.RemoveAt(i);
            }
        }
    }
}
