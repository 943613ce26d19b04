using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Emulation.Tests.House;

/// <summary>
/// Which types of the compiled library refer to which: in signatures, fields, attributes and method bodies. A nested type, a lambda or a
/// state machine counts as its outermost type, since they share a file.
/// </summary>
static class TypeGraph
{
    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlySet<string>>> s_references = new(Read);

    /// <summary>
    /// Full names of the outermost types, each with those that it refers to, without itself and without other assemblies' types.
    /// </summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> References => s_references.Value;

    /// <summary>The namespaces of the library that have types.</summary>
    public static IEnumerable<string> Namespaces => References.Keys.Select(NamespaceOf).Distinct(StringComparer.Ordinal);

    public static string NamespaceOf(string type) => type[..type.LastIndexOf('.')];

    public static bool IsIn(string type, string @namespace) =>
        type.StartsWith(@namespace + ".", StringComparison.Ordinal);

    /// <summary>Every group of types that refer to each other in a circle, by names.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Cycles(Func<string, bool> among) =>
        StronglyConnected.Components(
            References.Keys.Where(among).ToDictionary(type => type, type => References[type].Where(
                to => References.ContainsKey(to) && among(to)).ToList(), StringComparer.Ordinal));

    private static Dictionary<string, IReadOnlySet<string>> Read()
    {
        var architecture = new ArchLoader().LoadAssemblies(typeof(Emulator).Assembly).Build();
        var own = architecture.Types.Where(type => type.FullName.StartsWith("Emulation.", StringComparison.Ordinal)).ToList();
        var references = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var type in own)
        {
            var outer = Outermost(type.FullName);
            if (!references.TryGetValue(outer, out var targets)) references[outer] = targets = new(StringComparer.Ordinal);
            foreach (var dependency in type.Dependencies)
            {
                var target = Outermost(dependency.Target.FullName);
                if (target.StartsWith("Emulation.", StringComparison.Ordinal) && target != outer) targets.Add(target);
            }
        }
        return references.ToDictionary(entry => entry.Key, entry => (IReadOnlySet<string>)entry.Value, StringComparer.Ordinal);
    }

    private static string Outermost(string fullName)
    {
        var end = fullName.IndexOfAny(['+', '/', '<', '`', '[']);
        return end < 0 ? fullName : fullName[..end];
    }
}
