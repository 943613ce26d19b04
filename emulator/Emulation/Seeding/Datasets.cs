using System.Buffers;
using Emulation.Graphs;
using Emulation.Seeding.Format;
using Emulation.Seeding.Mapping;
using Emulation.Seeding.Reading;

namespace Emulation.Seeding;

/// <summary>The built-in datasets and those in files of format 1.</summary>
static class Datasets
{
    public const string Demo = "demo";

    private static string Allowed => $"name a file of dataset format 1, or one of {string.Join(", ", Names)}";

    private const string Resources = "datasets/";

    /// <summary>The names of the built-in datasets, <c>demo</c> among them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        Demo,
        .. typeof(Datasets).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Resources, StringComparison.Ordinal)
                && !name.EndsWith("dataset.schema.json", StringComparison.Ordinal))
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
        using var text = Opened(path);
        return Build(text);
    }

    private static DatasetText Opened(string path)
    {
        try
        {
            return DatasetText.Open(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var reason = File.Exists(path) ? "no access" : "no such file";
            throw new DatasetError($"{path}: cannot be read ({reason}); {Allowed}");
        }
    }

    /// <summary>Reads a document that came from elsewhere; the error instead, when it is not a dataset.</summary>
    /// <param name="source">How errors name it.</param>
    /// <param name="document">UTF-8, in any pieces.</param>
    /// <param name="error">Null when it is one.</param>
    public static Dataset? Read(string source, ReadOnlySequence<byte> document, out DatasetError? error)
    {
        error = null;
        try
        {
            return Build(new DatasetText(source, document));
        }
        catch (DatasetError fault)
        {
            error = fault;
            return null;
        }
    }

    /// <summary>Loads a built-in dataset that is stored whole: every one but <c>demo</c>.</summary>
    public static Dataset BuiltIn(string name) => BuiltIn(name, _ => { }, null);

    /// <summary>The records of <c>docs</c> and a generated graph around them, with its default end.</summary>
    public static Dataset Generated(DemoSize size, long seed) => Generated(size, seed, DemoEnd.Default);

    /// <summary>The same with another end.</summary>
    public static Dataset Generated(DemoSize size, long seed, DemoEnd end) => Generated(size, seed, end, new SeedingProgress());

    /// <summary>The records of <c>docs</c> and a generated graph around them.</summary>
    public static Dataset Generated(DemoSize size, long seed, DemoEnd end, SeedingProgress progress)
    {
        var origin = new Origin { Name = Demo, Start = DemoGraph.Start(end) };
        if (size.Nodes == 0) return BuiltIn("docs", _ => { }, origin);
        var words = DemoGraph.Begin(seed);
        return BuiltIn("docs", graph => DemoGraph.Add(graph, size, seed, end, words, progress), origin);
    }

    /// <summary>The text of a built-in dataset.</summary>
    private static byte[] Stored(string name)
    {
        using var stream = typeof(Datasets).Assembly.GetManifestResourceStream($"{Resources}{name}.json")
            ?? throw new InvalidOperationException($"The dataset {name} is not in the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Dataset BuiltIn(string name, Action<GraphBuilder> more, Origin? origin) =>
        Build(new DatasetText($"{name}.json", new ReadOnlySequence<byte>(Stored(name))), more, origin);

    private static Dataset Build(DatasetText text, Action<GraphBuilder>? more = null, Origin? origin = null)
    {
        var builder = new GraphBuilder(Graph.Empty(Model.Schema));
        var file = DatasetReader.Parse(text);
        try
        {
            DatasetMapping.Add(file, builder);
        }
        catch (RowError error)
        {
            throw DatasetReader.Located(text, error);
        }
        more?.Invoke(builder);
        return Done(builder, origin ?? OriginOf(file));
    }

    private static Origin OriginOf(DatasetFile file) => new() { Name = file.Name, Start = file.Start!.Value.ToUniversalTime() };

    private static Dataset Done(GraphBuilder builder, Origin origin)
    {
        // Last, so that generated nodes have the same graph keys with and without it.
        builder.Add(origin);
        return new Dataset(origin.Name, origin.Start, builder.Build());
    }
}
