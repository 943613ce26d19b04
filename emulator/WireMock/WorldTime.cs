using HandlebarsDotNet.Helpers.Utils;

namespace Emulation.WireMocks;

/// <summary>The world's time in templates: <c>{{DateTime.UtcNow}}</c>. A world has no time zone but UTC.</summary>
sealed class WorldTime(TimeProvider clock) : IDateTimeService
{
    public DateTime Now() => UtcNow();

    public DateTime UtcNow() => clock.GetUtcNow().UtcDateTime;
}
