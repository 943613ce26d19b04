using System.Reflection;

namespace Emulation;

/// <summary>The version of the emulator, as <c>--version</c> and <c>/_emulator/info</c> give it.</summary>
static class ProductVersion
{
    public static string Text { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
