using Emulation.Http;

namespace Emulation.Apis.Deso;

/// <summary>The policy of a route that reads a body.</summary>
/// <param name="Unreadable">The error text for a body that cannot be read; <c>{0}</c> is the reason.</param>
sealed record DesoPolicy(string Unreadable) : RoutePolicy;
