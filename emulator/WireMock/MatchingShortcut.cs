using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using WireMock;

namespace Emulation.WireMocks;

/// <summary>
/// WireMock.Net's matcher evaluates every mapping for each request, which takes milliseconds when there are a thousand. With many mappings,
/// this one compares their paths first, and asks that matcher only when one can match. The interface is internal to WireMock.Net, so it is
/// implemented at run time.
/// </summary>
class MatchingShortcut : DispatchProxy
{
    private const string Service = "IMappingMatcher";

    // With fewer all are evaluated, and its request log names the nearest mapping of a request that none matches.
    private const int Many = 50;

    private readonly ConditionalWeakTable<IMapping, MappingPaths> _paths = [];
    private Func<IEnumerable<IMapping>> _mappings = () => [];
    private object? _matcher;

    /// <summary>Replaces the matcher in WireMock.Net's services.</summary>
    /// <exception cref="InvalidOperationException">This version of WireMock.Net has no such service.</exception>
    public static void Use(IServiceCollection services, Func<IEnumerable<IMapping>> mappings)
    {
        var own = services.LastOrDefault(service => string.Equals(service.ServiceType.Name, Service, StringComparison.Ordinal));
        if (own?.ImplementationType is not { } implementation)
            throw new InvalidOperationException($"WireMock.Net has no service {Service} any more.");
        services.AddSingleton(own.ServiceType, provider =>
        {
            var shortcut = (MatchingShortcut)Create(own.ServiceType, typeof(MatchingShortcut));
            (shortcut._matcher, shortcut._mappings) = (ActivatorUtilities.CreateInstance(provider, implementation), mappings);
            return shortcut;
        });
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        ArgumentNullException.ThrowIfNull(targetMethod);
        // Its result is a value without a match by default.
        return args is [IRequestMessage request] && !CanMatch(request.Path)
            ? RuntimeHelpers.GetUninitializedObject(targetMethod.ReturnType)
            : targetMethod.Invoke(_matcher, BindingFlags.DoNotWrapExceptions, null, args, null);
    }

    private bool CanMatch(string path)
    {
        var evaluated = 0;
        foreach (var mapping in _mappings())
        {
            if (mapping.IsDisabled) continue;
            if (_paths.GetValue(mapping, MappingPaths.Of).CanMatch(path)) return true;
            evaluated++;
        }
        return evaluated < Many;
    }
}
