using Emulation.Http;
using Emulation.Persistence;
using Emulation.Seeding;
using Emulation.Tests.Support;

namespace Emulation.Tests.Persistence;

/// <summary>A folder of data of one test, removed with it.</summary>
sealed class DataDirectory(string name) : IDisposable
{
    public DataDirectory() : this(Directory.CreateTempSubdirectory("emulator-data-").FullName)
    {
    }

    public string Name { get; } = name;

    public string File => Path.Combine(Name, DataFolder.FileName);

    public EmulatorOptions Options(string dataset = "docs", int size = 300) => new()
    {
        Dataset = dataset,
        Size = DemoSize.Default with { Nodes = size },
        Auth = AuthMode.Off,
        Data = Name,
        Keep = DataFolder.Open,
    };

    public Task<Running> Start(string dataset = "docs", TimeProvider? machine = null) => Running.OnKestrel(Options(dataset), machine);

    /// <summary>The files as a process that was killed now would leave them.</summary>
    public DataDirectory Copy()
    {
        var copy = new DataDirectory();
        foreach (var file in Directory.GetFiles(Name, DataFolder.FileName + "*"))
            System.IO.File.Copy(file, Path.Combine(copy.Name, Path.GetFileName(file)));
        return copy;
    }

    public void Dispose()
    {
        // What a test made read-only is removed with its disk.
        if (!Directory.Exists(Name) || Path.GetFileName(Path.GetDirectoryName(Name)!).StartsWith(SmallDisk.Prefix, StringComparison.Ordinal))
            return;
        Directory.Delete(Name, recursive: true);
    }
}
