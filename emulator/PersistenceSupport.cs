using System.Runtime.CompilerServices;
using Emulation.Persistence;
using Emulation.Persistence.PostgreSql;

namespace Emulation;

/// <summary>What <c>--data</c> brings. Nothing of it is loaded without the option.</summary>
static class PersistenceSupport
{
    public static EmulatorOptions Prepare(EmulatorOptions options) => options.Data is null ? options : options with { Keep = Open };

    // In methods of their own, because the assembly is loaded when a method that names it is compiled.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IKeptWorlds Open(EmulatorOptions options) =>
        DatabaseUrl.IsUrl(options.Data!) ? SharedData.Open(options) : DataFolder.Open(options);

    /// <summary>The same for something that is kept already.</summary>
    /// <exception cref="OptionError">There is nothing, or it cannot be used.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static async Task<IKeptWorlds> OpenExisting(EmulatorOptions options)
    {
        if (!DatabaseUrl.IsUrl(options.Data!))
            return DataFolder.Exists(options.Data!) ? DataFolder.Open(options) : throw DataFault.NoData(options.Data!);
        var shared = SharedData.Open(options);
        if (!shared.IsNew) return shared;
        await shared.DisposeAsync();
        throw DatabaseFault.NoData(DatabaseUrl.Parse(options.Data!).Name);
    }

    /// <summary>A folder or an address as people may see it, without a password.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string NameOf(string place) => DatabaseUrl.IsUrl(place) ? DatabaseUrl.Parse(place).Name : place;

    /// <summary>Whether a start would begin with its dataset, and not go on from something that is kept.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static async Task<bool> IsNew(EmulatorOptions options)
    {
        if (!DatabaseUrl.IsUrl(options.Data!)) return !DataFolder.Exists(options.Data!);
        await using var shared = SharedData.Open(options);
        return shared.IsNew;
    }
}
