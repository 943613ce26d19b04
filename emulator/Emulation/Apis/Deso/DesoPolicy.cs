using Emulation.Http;

namespace Emulation.Apis.Deso;

/// <summary>What a route answers to a body that it cannot read; <c>{0}</c> is the reason.</summary>
sealed record DesoPolicy(string Unreadable) : RoutePolicy;
