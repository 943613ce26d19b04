using System.Text.Json;
using Emulation.Graphs;
using Emulation.Seeding.Files;

namespace Emulation.Seeding;

/// <summary>The built-in datasets and those in files of format 1.</summary>
public static class Datasets
{
    public const string Demo = "demo";

    private const string Resources = "datasets/";

    /// <summary>The names of the built-in datasets, <c>demo</c> among them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        Demo,
        .. typeof(Datasets).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Resources, StringComparison.Ordinal) && !name.EndsWith("dataset.schema.json", StringComparison.Ordinal))
            .Select(name => name[Resources.Length..^".json".Length])
            .OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal),
    ];

    /// <summary>A value with a slash, a backslash or <c>.json</c> is a file.</summary>
    public static bool IsFile(string value) =>
        value.Contains('/', StringComparison.Ordinal) || value.Contains('\\', StringComparison.Ordinal)
        || value.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Loads a file.</summary>
    /// <exception cref="DatasetError">It cannot be read, or is not a dataset.</exception>
    public static Dataset Load(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DatasetError($"{path}: cannot be read ({(File.Exists(path) ? "no access" : "no such file")}); name a file of dataset format 1, or one of {string.Join(", ", Names)}");
        }
        return Build(DatasetReader.Parse(path, bytes), path, bytes, _ => { });
    }

    /// <summary>Loads a built-in dataset that is stored whole: every one but <c>demo</c>.</summary>
    public static Dataset BuiltIn(string name) => BuiltIn(name, _ => { });

    /// <summary>The records of <c>docs</c> and a generated graph around them.</summary>
    public static Dataset Generated(DemoSize size, long seed)
    {
        if (size.Nodes == 0) return BuiltIn("docs") with { Name = Demo, Start = DemoGraph.Start };
        var words = DemoGraph.Begin(seed);
        return BuiltIn("docs", graph => DemoGraph.Add(graph, size, seed, words)) with { Name = Demo, Start = DemoGraph.Start };
    }

    private static Dataset BuiltIn(string name, Action<GraphBuilder> more)
    {
        var source = $"{name}.json";
        using var stream = typeof(Datasets).Assembly.GetManifestResourceStream(Resources + source)
            ?? throw new InvalidOperationException($"The dataset {name} is not in the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Build(BuiltInReader.Read(bytes), source, bytes, more);
    }

    private static Dataset Build(DatasetFile file, string source, byte[] bytes, Action<GraphBuilder> more)
    {
        var builder = new GraphBuilder(Graph.Empty(Model.Schema));
        try
        {
            Parts.Add(file, builder);
        }
        catch (RowError error)
        {
            throw DatasetReader.Located(source, bytes, error);
        }
        more(builder);
        return new Dataset(file.Name, file.Start!.Value.ToUniversalTime(), builder.Build());
    }
}
