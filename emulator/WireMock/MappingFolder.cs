using System.Text.Json;
using Emulation.Control.Stubs;

namespace Emulation.WireMocks;

/// <summary>The folder of <c>--wiremock</c>. Mapping files are in <c>__admin/mappings</c>, <c>mappings</c> or the folder itself.</summary>
sealed class MappingFolder
{
    private const long Most = 100 * 1024 * 1024;

    private readonly string _root;
    private readonly string _mappings;

    public MappingFolder(string root)
    {
        _root = Path.GetFullPath(root);
        string[] places = [Path.Combine(_root, "__admin", "mappings"), Path.Combine(_root, "mappings"), _root];
        _mappings = Array.Find(places, Directory.Exists) ?? _root;
    }

    /// <summary>The files of one world; bodies are beside the mappings or in <c>__files</c>.</summary>
    public WorldFiles Files() => new(Disk.Below(_root), _mappings, Path.Combine(_root, "__files"));

    /// <summary>The mapping files, checked for their dialect, in the order of their names.</summary>
    /// <exception cref="OptionError">A file is not a mapping of WireMock.Net.</exception>
    public IReadOnlyList<string> MappingFiles()
    {
        var files = Directory.EnumerateFiles(_mappings, "*.json", SearchOption.TopDirectoryOnly).Order(StringComparer.Ordinal).ToList();
        var read = files.Select(file => (Name: file, Json: Parse(file))).ToList();
        var bodies = read.SelectMany(file => Bodies(file.Json)).ToHashSet(StringComparer.Ordinal);
        var mappings = read.Where(file => !bodies.Contains(Path.GetFileName(file.Name))).ToList();
        foreach (var (name, json) in mappings)
            if (MappingDialect.Fault(json) is { } fault) throw new OptionError($"--wiremock: {name}: {fault}");
        return [.. mappings.Select(file => file.Name)];
    }

    private JsonElement Parse(string file)
    {
        var bytes = RegularFile.Read(file, _root, Most)
            ?? throw new OptionError($"--wiremock: {file} cannot be read, is larger than 100 MB or is a link that leads out of the folder");
        try
        {
            var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
            var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            using var document = JsonDocument.Parse(bytes.AsMemory(start), options);
            return document.RootElement.Clone();
        }
        catch (JsonException fault)
        {
            throw new OptionError($"--wiremock: {file}: not JSON: {fault.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>The files that mappings name as bodies, which may be JSON themselves.</summary>
    private static IEnumerable<string> Bodies(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Bodies),
        JsonValueKind.Object when json.TryGetProperty("Response", out var response) && response.ValueKind == JsonValueKind.Object
            && response.TryGetProperty("BodyAsFile", out var file) && file.ValueKind == JsonValueKind.String => [file.GetString()!],
        _ => [],
    };
}
