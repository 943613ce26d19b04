using System.Text.Json;

namespace Emulation.Tests.Support;

/// <summary>One documented request and its answer, from a file under fixtures/.../examples.</summary>
sealed class Example
{
    private readonly JsonElement _root;

    private Example(string file, JsonElement root) => (File, _root) = (file, root);

    /// <summary>The path below fixtures, with slashes.</summary>
    public string File { get; }

    public string Api => File.Split('/')[0];

    public string Dataset => Text("dataset") ?? "docs";

    public string? Clock => Text("clock");

    public string Method => Request.GetProperty("method").GetString()!;

    public string Target => Request.GetProperty("target").GetString()!;

    /// <summary>What is signed or percent-encoded does not survive the way into the test server.</summary>
    public bool KestrelOnly => Target.Contains('%', StringComparison.Ordinal) || _root.TryGetProperty("transport", out _);

    public IEnumerable<(string Name, string Value)> Headers =>
        Request.TryGetProperty("headers", out var headers)
            ? headers.EnumerateObject().Select(header => (header.Name, header.Value.GetString()!))
            : [];

    public JsonElement? Body => Request.TryGetProperty("body", out var body) ? body : null;

    public IEnumerable<(string Name, string Value)> Options =>
        _root.TryGetProperty("options", out var options)
            ? options.EnumerateObject().Select(option => (option.Name, option.Value.GetString()!))
            : [];

    public JsonElement Response => _root.GetProperty("response");

    private JsonElement Request => _root.GetProperty("request");

    public static string Fixtures => Path.Combine(TestContext.CurrentContext.TestDirectory, "fixtures");

    public static IEnumerable<Example> All()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "fixtures");
        foreach (var path in Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var file = Path.GetRelativePath(root, path).Replace('\\', '/');
            if (file.Contains("/examples/", StringComparison.Ordinal)) yield return Read(file, path);
        }
    }

    public static Example Read(string file) => Read(file, Path.Combine(AppContext.BaseDirectory, "fixtures", file));

    public override string ToString() => File;

    private static Example Read(string file, string path)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
        return new Example(file, document.RootElement.Clone());
    }

    private string? Text(string name) => _root.TryGetProperty(name, out var value) ? value.GetString() : null;
}
