using Emulation.Http.Json;

namespace Emulation.Apis.Deso;

/// <summary>What the handlers share: the options, and the serialized list items of associations.</summary>
sealed record DesoContext(DesoOptions Options)
{
    public NodeCache ListItems { get; } = new();
}
