using System.Runtime.CompilerServices;
using Emulation.Persistence;
using Emulation.Persistence.PostgreSql;

namespace Emulation;

/// <summary>What <c>--data</c> brings. Nothing of it is loaded without the option.</summary>
static class PersistenceSupport
{
    public static EmulatorOptions Prepare(EmulatorOptions options) => options.Data is null ? options : options with { Keep = Open };

    // In a method of its own, because the assembly is loaded when a method that names it is compiled.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IKeptWorlds Open(EmulatorOptions options) =>
        DatabaseUrl.IsOne(options.Data!) ? SharedData.Open(options) : DataFolder.Open(options);
}
