namespace Emulation.Tests.House;

/// <summary>The files of the checkout that the tests run in. Names are relative to its root, with slashes.</summary>
static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Text(string name) => File.ReadAllText(Path.Combine(Root, name)).ReplaceLineEndings("\n");

    /// <summary>Files below a folder, without build output and installed packages.</summary>
    public static IEnumerable<(string Name, string Text)> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(name => !name.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "artifacts"))
            .Order(StringComparer.Ordinal)
            .Select(name => (name, Text(name)));

    /// <summary>A file of this name, or of this end of a path, exists in the checkout.</summary>
    public static bool HasFileNamed(string name) =>
        Directory.EnumerateFiles(Root, Path.GetFileName(name), SearchOption.AllDirectories)
            .Any(path => path.Replace('\\', '/').EndsWith("/" + name, StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Emulator.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run below the folder of Emulator.sln.");
        return folder.FullName;
    }
}
