using Emulation.Http.Json;

namespace Emulation.Apis.Deso;

/// <summary>Shared by all handlers: the options, and the cache of serialized list items.</summary>
sealed record DesoContext(DesoOptions Options)
{
    public NodeCache ListItems { get; } = new();
}
