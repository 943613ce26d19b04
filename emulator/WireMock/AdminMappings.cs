using WireMock;

namespace Emulation.WireMocks;

/// <summary>
/// The mappings by which WireMock.Net serves its own admin API. They are disabled but for the time of an admin request: it evaluates every
/// enabled mapping for every request, and there are about fifty of them.
/// </summary>
sealed class AdminMappings
{
    private readonly Lock _lock = new();
    private readonly IMapping[] _mappings;
    private int _requests;

    public AdminMappings(IReadOnlyList<IMapping> mappings)
    {
        _mappings = [.. mappings.Where(mapping => mapping.IsAdminInterface)];
        Set(isDisabled: true);
    }

    /// <summary>They are enabled until the result is disposed.</summary>
    public Enabled Enable()
    {
        lock (_lock)
        {
            if (_requests++ == 0) Set(isDisabled: false);
        }
        return new Enabled(this);
    }

    private void Set(bool isDisabled)
    {
        foreach (var mapping in _mappings) mapping.IsDisabled = isDisabled;
    }

    internal readonly struct Enabled(AdminMappings of) : IDisposable
    {
        public void Dispose()
        {
            lock (of._lock)
            {
                if (--of._requests == 0) of.Set(isDisabled: true);
            }
        }
    }
}
