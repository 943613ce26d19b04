using System.Collections.Concurrent;

namespace Emulation.Tests.Support.Schemas;

/// <summary>The members of schemas that some checked value had.</summary>
sealed class SeenMembers
{
    private readonly ConcurrentDictionary<SchemaMember, byte> _seen = new();

    public void Add(SchemaMember member) => _seen.TryAdd(member, 0);

    public bool Has(SchemaMember member) => _seen.ContainsKey(member);
}
