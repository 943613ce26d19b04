using System.Buffers;
using Emulation.Http;

namespace Emulation.Control.Stubs;

/// <summary>The folder of mapping files with which every world starts.</summary>
sealed record StubFolder(IReadOnlyList<Stub> Stubs, StubReader Reader)
{
    private const long MaxBytes = 100 * 1024 * 1024;

    public static StubFolder None { get; } = new([], new StubReader(null));

    /// <summary>One line about recorded headers that are not sent as recorded; null when there are none.</summary>
    public string? Warning { get; private init; }

    /// <summary>
    /// Reads the files in <c>mappings</c>, or in the folder itself when there is no such folder, ordered by name. Body files are in
    /// <c>__files</c>.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="fault">One line that names the file, the member and the error; null when there is none.</param>
    public static StubFolder Read(string folder, out string? fault)
    {
        fault = null;
        var reader = new StubReader(new BodyFiles(Path.Combine(folder, "__files")));
        var mappings = Path.Combine(folder, "mappings");
        var stubs = new List<Stub>();
        var seen = new HashSet<Guid>();
        var ignored = new List<string>();
        foreach (var file in Directory.Exists(mappings) ? FilesBelow(mappings) : Files(folder))
        {
            var defects = new Defects();
            var read = Load(folder, file, reader, defects);
            foreach (var duplicate in read.Where(stub => stub.Id != Guid.Empty && !seen.Add(stub.Id)))
                defects.Add("/id", $"Another mapping has the id {duplicate.Id} already.");
            if (defects.First is { } wrong)
            {
                fault = $"{file}: {(wrong.Pointer.Length == 0 ? "" : wrong.Pointer + ": ")}{wrong.Detail}".ReplaceLineEndings(" ");
                return None;
            }
            stubs.AddRange(read);
            ignored.AddRange(defects.Ignored.Select(header => $"{file}: {header.Pointer} ({header.Detail})"));
        }
        return new StubFolder(stubs, reader) { Warning = WarningOf(ignored) };
    }

    private static IReadOnlyList<Stub> Load(string folder, string file, StubReader reader, Defects defects)
    {
        var bytes = RegularFile.Read(file, folder, MaxBytes);
        if (bytes is null) defects.Add("", "The file cannot be read, is larger than 100 MB, or is a link that leads out of the folder.");
        if (bytes is null || Members.ParseLenient(new ReadOnlySequence<byte>(bytes), defects) is not { } json) return [];
        return reader.ReadFile(json, defects);
    }

    private static string? WarningOf(List<string> ignored) => ignored switch
    {
        [] => null,
        [var only] => $"{only} is not sent; the server sets the length and transfer encoding of its answers itself.",
        [var first, ..] => $"{first} and {ignored.Count - 1} more recorded headers are not sent; "
            + "the server sets the length and transfer encoding of its answers itself.",
    };

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal);

    /// <summary>The files of a folder and of the folders in it, each folder once although links may lead to it again.</summary>
    private static IEnumerable<string> FilesBelow(string folder)
    {
        var (files, visited, folders) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal), new Queue<string>([folder]));
        while (folders.TryDequeue(out var next))
        {
            if (RegularFile.Resolve(next) is not { } resolved || !visited.Add(resolved)) continue;
            files.AddRange(Directory.EnumerateFiles(next, "*.json"));
            foreach (var child in Directory.EnumerateDirectories(next).Order(StringComparer.Ordinal)) folders.Enqueue(child);
        }
        return files.Order(StringComparer.Ordinal);
    }
}
